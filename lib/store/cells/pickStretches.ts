import type { MonthPlan } from './planMonths.ts';
import { monthsOf, type Stretch, stretchName, stretchOf } from './stretches.ts';

/** A month, or several kept together, with the slot of the answer that they are for. */
export type SlotMonth = { plan: MonthPlan; slot: number };
export type SlotStretch = { stretch: Stretch; slot: number };

/** What is read of a range: stretches, and the months beside them. */
export type Picked = {
  stretches: SlotStretch[];
  beside: SlotMonth[];
  /** The months of the stretches, for durations that must be exact. */
  within: SlotMonth[];
  /** Those of `beside` that are cut, and whose long runs are told by day. */
  byDay: SlotMonth[];
};

const SEVERAL = [12, 3] as const;

/**
 * As much as possible is read from stretches: these are of whole months of one bucket. `isOne`:
 * there is but one bucket, whose cut months may be told by day.
 */
export function pickStretches(
  months: readonly SlotMonth[],
  kept: ReadonlySet<string>,
  isOne: boolean,
): Picked {
  const left = new Map(months.map((one) => [one.plan.month, one]));
  const picked: Picked = { stretches: [], beside: [], within: [], byDay: [] };
  if (kept.size > 0) {
    for (const size of SEVERAL) {
      for (const { plan } of months) {
        const stretch = stretchOf(plan.month, size);
        if (plan.month !== stretch.first || !kept.has(stretchName(stretch))) continue;
        const own = wholeMonths(stretch, left);
        if (own === null) continue;
        picked.stretches.push({ stretch, slot: own[0]?.slot ?? 0 });
        picked.within.push(...own);
        for (const one of own) left.delete(one.plan.month);
      }
    }
  }
  picked.beside.push(...left.values());
  const isByDay = ({ cut, month }: MonthPlan) =>
    isOne && cut !== null && kept.has(stretchName({ size: 1, first: month }));
  picked.byDay.push(...picked.beside.filter(({ plan }) => isByDay(plan)));
  return picked;
}

/** Null where one is missing, cut, or for another bucket. */
function wholeMonths(stretch: Stretch, left: ReadonlyMap<string, SlotMonth>): SlotMonth[] | null {
  const own = monthsOf(stretch).map((month) => left.get(month));
  const [first] = own;
  const whole = own.filter((one) => one !== undefined);
  const isWhole = whole.every(({ plan, slot }) => plan.cut === null && slot === first?.slot);
  return isWhole && whole.length === stretch.size ? whole : null;
}
