import { addMonths, dayText, monthStart } from './calendar.ts';
import type { Random } from './random.ts';
import type { SampleRate } from './types.ts';
import type { World } from './world.ts';

/** US dollars per euro on the first of each month: a slow walk around 1.09. */
export function makeRates(world: World, random: Random): SampleRate[] {
  const rates: SampleRate[] = [];
  let rate = 1.08;
  const first = addMonths(monthStart(world.start), -13);
  for (let month = first; month < world.today; month = addMonths(month, 1)) {
    rate += (1.09 - rate) * 0.1 + random.between(-0.015, 0.015);
    rates.push({ onDate: dayText(month), currency: 'EUR', rate: rate.toFixed(4) });
  }
  return rates;
}
