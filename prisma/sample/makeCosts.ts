import { addMonths, type Day, dayOfMoment, dayText, monthStart } from './calendar.ts';
import { CHANNEL_COST, ROLE_COST } from './curves.ts';
import type { Random } from './random.ts';
import { ROLES, type SampleCost } from './types.ts';
import type { World } from './world.ts';

type Born = { pursuit: { channel: string }; bornAt: number };

/** What the people of each role and the marketing of each channel cost, by complete month. */
export function makeCosts(world: World, random: Random, prospects: readonly Born[]): SampleCost[] {
  const counts = new Map<string, number>();
  for (const { pursuit, bornAt } of prospects) {
    const key = `${pursuit.channel} ${monthStart(dayOfMoment(bornAt))}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const costs: SampleCost[] = [];
  const add = (month: Day, kind: SampleCost['kind'], name: string, amount: number): void => {
    costs.push({ month: dayText(month), kind, name, amount: amount.toFixed(2), currency: 'USD' });
  };
  for (let month = monthStart(world.start); month < world.today; month = addMonths(month, 1)) {
    for (const role of ROLES) {
      add(month, 'role', role, ROLE_COST[role] * world.team.headcount(role, month));
    }
    for (const [channel, [fixed, each]] of Object.entries(CHANNEL_COST)) {
      const spend = fixed + each * (counts.get(`${channel} ${month}`) ?? 0);
      add(month, 'channel', channel, Math.round(spend * random.between(0.92, 1.08)));
    }
  }
  return costs;
}
