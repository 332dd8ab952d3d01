import { type Day, MINUTES } from './calendar.ts';
import { CHANNEL_MIX, CURVES, dayWeight, PRODUCTS, REGIONS } from './curves.ts';
import type { Random } from './random.ts';
import { type Pursuit, TIERS, type Tier } from './types.ts';
import { visitTime, workTime } from './workTime.ts';
import type { World } from './world.ts';

type Prospect = { pursuit: Pursuit; bornAt: number };

const EURO_SHARE = 0.8;
const NO_REGION = 0.03;

export function makePursuit(
  random: Random,
  recordId: string,
  tier: Tier,
  channel: string,
): Pursuit {
  const region = random.chance(NO_REGION) ? null : random.weighted(REGIONS);
  return {
    recordId,
    motion: 'new_business',
    tier,
    channel,
    region,
    product: random.weighted(PRODUCTS[tier]),
    currency: region === 'EMEA' && random.chance(EURO_SHARE) ? 'EUR' : 'USD',
  };
}

/** Who shows up, day by day: tier by tier and channel by channel. */
export function makeProspects(world: World, random: Random): Prospect[] {
  const { start, today } = world;
  const born: { day: Day; tier: Tier; channel: string; bornAt: number }[] = [];
  for (const tier of TIERS) {
    for (const [channel, share] of CHANNEL_MIX[tier]) {
      const draws = random.fork(`${tier} ${channel}`);
      const inbound = channel !== 'Outbound' && tier !== 'key';
      const weights = Array.from({ length: today - start }, (_, i) =>
        dayWeight(start + i, start, today, inbound),
      );
      const unit = (CURVES[tier].prospects * share) / weights.reduce((a, b) => a + b, 0);
      weights.forEach((weight, i) => {
        for (let left = draws.poisson(weight * unit); left > 0; left -= 1) {
          const day = start + i;
          const bornAt = inbound ? visitTime(draws, day) : workTime(draws, day * MINUTES + 600);
          born.push({ day, tier, channel, bornAt });
        }
      });
    }
  }
  born.sort((a, b) => a.bornAt - b.bornAt);
  return born.map(({ tier, channel, bornAt }, index) => {
    const recordId = `R-${100_001 + index}`;
    return { bornAt, pursuit: makePursuit(random.fork(recordId), recordId, tier, channel) };
  });
}
