import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import { addDays, addMonths, type Day, localDayOf, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { QuestionScope, Range } from '../questionScope.ts';
import type { CellState } from './cellState.ts';
import { HOUR } from './encodeCoarse.ts';

/** Open entries younger than this are told by the hour too roughly. */
const YOUNG = 5 * DAY_MS;

/** Which bucket each day of a month is for, -1 for none; and when each day begins. */
export type Cut = { days: Int32Array; starts: Float64Array };

/** A month that cells answer: all of it for one bucket, or day by day. */
export type MonthPlan = { month: Day; bucket: number; cut: Cut | null; isChanged: boolean };

export type Plan = { months: MonthPlan[]; slow: Range[] };

type Seen = Pick<QuestionScope, 'asOf' | 'timeZone' | 'limits'>;

/**
 * Which months of a range cells answer, and which parts of it only entries do: stale months, and
 * a first day that is cut within. Null where a cut in between lies within a day.
 */
export function planMonths(cuts: readonly Instant[], state: CellState, seen: Seen): Plan | null {
  const zone = seen.timeZone;
  const plan: Plan = { months: [], slow: [] };
  let from = Math.max(cuts[0] ?? 0, state.first);
  const to = Math.min(cuts.at(-1) ?? 0, state.last + 1);
  if (from >= to) return plan;
  const startsDay = (at: Instant) => startOfLocalDay(localDayOf(at, zone), zone) === at;
  if (cuts.some((cut) => cut > from && cut <= state.last && !startsDay(cut))) return null;
  if (cuts[0] === from && !startsDay(from)) {
    const next = startOfLocalDay(addDays(localDayOf(from, zone), 1), zone);
    plan.slow.push({ from, to: Math.min(next, to) });
    from = next;
  }
  let month = `${localDayOf(from, zone).slice(0, 7)}-01`;
  while (from < to) {
    const end = startOfLocalDay(addMonths(month, 1), zone);
    if (state.stale.has(month)) addSlow(plan.slow, { from, to: Math.min(end, to) });
    else plan.months.push(planMonth({ month, end }, cuts, state, seen));
    from = end;
    month = addMonths(month, 1);
  }
  return plan;
}

function addSlow(slow: Range[], range: Range): void {
  const last = slow.at(-1);
  if (last?.to === range.from) last.to = range.to;
  else slow.push(range);
}

function planMonth(
  { month, end }: { month: Day; end: Instant },
  cuts: readonly Instant[],
  state: CellState,
  { timeZone: zone, asOf, limits }: Seen,
): MonthPlan {
  const first = Date.parse(month);
  const size = Math.round((Date.parse(addMonths(month, 1)) - first) / DAY_MS);
  const start = startOfLocalDay(month, zone);
  const bucket = bucketOf(cuts, start);
  const last = bucketOf(cuts, startOfLocalDay(addDays(month, size - 1), zone));
  const isChanged = state.changed.has(month);
  const isCut = limits.some((limit) => {
    const at = asOf - limit * DAY_MS;
    return at >= start - HOUR && at < end + HOUR;
  });
  const isWhole = bucket >= 0 && bucket === last && (cuts[0] ?? 0) <= start;
  if (isWhole && !isCut && !isChanged && end <= asOf - YOUNG) {
    return { month, bucket, cut: null, isChanged };
  }
  const starts = Float64Array.from({ length: size }, (_, i) =>
    startOfLocalDay(addDays(month, i), zone),
  );
  const days = new Int32Array(size + 1).fill(-1);
  starts.forEach((at, i) => {
    days[i + 1] = bucketOf(cuts, at);
  });
  return { month, bucket: Math.max(bucket, 0), cut: { days, starts }, isChanged };
}

/** The day of the month of a moment in it. */
export function dayOf(starts: Float64Array, at: Instant): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The number of the range between two cuts that a moment lies in; -1: in none. */
export function bucketOf(cuts: readonly Instant[], at: Instant): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cuts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low === cuts.length ? -1 : low - 1;
}
