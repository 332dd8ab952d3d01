import { addDays, addMonths } from '#lib/bowtie/localDay.ts';
import { retainedArr } from '#lib/bowtie/plan/newArr.ts';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import type { PlanDefaultsAnswer } from '#lib/contract/planDefaults.ts';
import { applyOverrides, readOverrides } from './overrides.ts';

export type PlanDefaults = PlanDefaultsAnswer['data'];

/** What the address of the page says; absent is measured or as usual. */
export type PlanState = {
  target: number | null;
  start: string | null;
  months: number;
  set: string;
};

const FIRST_OF_MONTH = /^[1-9]\d{3}-(0[1-9]|1[0-2])-01$/;

/** The fiscal year that comes next is what people plan. */
export function planStart(
  start: string | null,
  { today, fiscalStartMonth }: { today: string; fiscalStartMonth: number },
): string {
  if (start !== null && FIRST_OF_MONTH.test(start)) return start;
  const year = Number(today.slice(0, 4));
  const month = String(fiscalStartMonth).padStart(2, '0');
  const first = `${year}-${month}-01`;
  return first > today ? first : `${year + 1}-${month}-01`;
}

/** A year, where nobody says otherwise. */
export function planMonths(asked: number | null): number {
  return Math.min(60, Math.max(1, asked ?? 12));
}

/** The last day of a plan. */
export function planEnd(start: string, months: number): string {
  return addDays(addMonths(start, months), -1);
}

export function openingOf(input: Pick<PlanInput, 'segments'>): number {
  return Number(retainedArr(input.segments.map((one) => ({ ...one, nrr: 1 }))));
}

/** Half as much again, in a round number: a first sentence to change. */
export function usualTarget(opening: number): number {
  if (opening <= 0) return 1_000_000;
  const wanted = opening * 1.5;
  const unit = 10 ** (Math.floor(Math.log10(wanted)) - 1);
  return Math.ceil(wanted / unit) * unit;
}

/** The plan that the page asks for, in whole counts that add up. */
export function planInputOf(
  defaults: PlanDefaults,
  state: PlanState,
  saved: PlanInput | null = null,
): PlanInput {
  const { start, months, segments, capacity } = defaults;
  const measured: PlanInput = {
    ...{ start, months, target_arr: '0', rounding: 'display', segments },
    capacity,
  };
  const base = saved === null ? measured : { ...saved, start, months };
  const input = applyOverrides(base, readOverrides(state.set));
  if (state.target !== null) return { ...input, target_arr: state.target.toFixed(2) };
  if (saved !== null) return input;
  return { ...input, target_arr: usualTarget(openingOf(input)).toFixed(2) };
}
