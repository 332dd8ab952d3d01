import type { ArrSpan } from './arrSpans.ts';
import type { Day } from './localDay.ts';

/** From this day on, until the next step, a unit's ARR is this. Cents. */
export type ArrStep = { day: Day; arr: bigint };

/**
 * The steps of one unit's ARR (an account, or an account within a group), in order of days.
 *
 * Spans that overlap add up; days without a net change have no step.
 * Source: definitions, section 7 (account ARR on a day).
 * @example
 * const span = (from, to, arr) => ({ accountId: 'a', from, to, arr });
 * const year = span('2026-01-01', '2027-01-01', 1500n);
 * arrSteps([year, span('2026-02-01', '2026-08-01', 300n)]).map(({ day, arr }) => [day, arr])
 * // => [['2026-01-01', 1500n], ['2026-02-01', 1800n], ['2026-08-01', 1500n], ['2027-01-01', 0n]]
 */
export function arrSteps(spans: readonly Pick<ArrSpan, 'from' | 'to' | 'arr'>[]): ArrStep[] {
  const changes = new Map<Day, bigint>();
  const add = (day: Day, arr: bigint) => changes.set(day, (changes.get(day) ?? 0n) + arr);
  for (const { from, to, arr } of spans) {
    add(from, arr);
    if (to !== null) add(to, -arr);
  }
  const days = [...changes.keys()].filter((day) => changes.get(day) !== 0n).sort();
  let arr = 0n;
  return days.map((day) => {
    arr += changes.get(day) ?? 0n;
    return { day, arr };
  });
}

/**
 * The steps of every unit. The unit is the account, or with a group the account within the group.
 * Source: definitions, section 7 (groups).
 * @example
 * const span = { accountId: 'a', from: '2026-01-01', to: null, arr: 100n };
 * const mid = { ...span, dimensions: { segment: 'mid' } };
 * const key = { ...span, dimensions: { segment: 'key' } };
 * arrUnits([mid, key]).length // => 1
 * arrUnits([mid, key, mid], (one) => one.dimensions.segment).map(([group]) => group)
 * // => ['mid', 'key']
 */
export function arrUnits(
  spans: readonly ArrSpan[],
  groupOf: (span: ArrSpan) => string = () => '',
): [group: string, steps: ArrStep[]][] {
  const units = new Map<string, { group: string; spans: ArrSpan[] }>();
  for (const span of spans) {
    const group = groupOf(span);
    const key = JSON.stringify([group, span.accountId]);
    const unit = units.get(key);
    if (unit) unit.spans.push(span);
    else units.set(key, { group, spans: [span] });
  }
  return [...units.values()].map(({ group, spans: own }) => [group, arrSteps(own)]);
}

/**
 * The balance of a unit at a date: its ARR on the day before, at the local midnight that begins
 * the date. Source: definitions, section 7 (balance).
 * @example
 * balanceAt([{ day: '2026-01-01', arr: 100n }], '2026-01-01') // => 0n
 * balanceAt([{ day: '2026-01-01', arr: 100n }], '2026-01-02') // => 100n
 */
export function balanceAt(steps: readonly ArrStep[], date: Day): bigint {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.day ?? '') < date) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1]?.arr ?? 0n;
}
