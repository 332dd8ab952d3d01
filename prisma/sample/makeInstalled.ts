import { MINUTES } from './calendar.ts';
import { CHANNEL_MIX, CURVES } from './curves.ts';
import { makePursuit } from './makeProspects.ts';
import type { Random } from './random.ts';
import { EMPTY_CHANNEL } from './stories.ts';
import { type Customer, TIERS } from './types.ts';
import type { World } from './world.ts';

/** Customers won in the year before the history begins: known by contract, not by funnel. */
export function makeInstalled(world: World, random: Random): Customer[] {
  return TIERS.flatMap((tier) =>
    Array.from({ length: CURVES[tier].installed }, (_, index) => {
      const recordId = `R-${tier}${index + 1}`;
      const draws = random.fork(recordId);
      const channels = CHANNEL_MIX[tier].filter(([channel]) => channel !== EMPTY_CHANNEL);
      const pursuit = makePursuit(draws, recordId, tier, draws.weighted(channels));
      return {
        pursuit,
        accountId: world.accountFor(draws, pursuit),
        arr: Math.round(draws.lognormal(...CURVES[tier].amount) * 0.92),
        wonAt: (world.start - draws.whole(2, 363)) * MINUTES + 600,
        pod: null,
        installed: true,
      };
    }),
  );
}
