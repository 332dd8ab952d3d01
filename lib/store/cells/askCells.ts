import type { Instant } from '#lib/bowtie/records.ts';
import type { Tx } from '../inOrg.ts';
import type { QuestionScope, Range } from '../questionScope.ts';
import { addDeltas } from './addDeltas.ts';
import { addFound } from './addFound.ts';
import type { Counted } from './cellFact.ts';
import { cellState } from './cellState.ts';
import { Gathered } from './Gathered.ts';
import { ranksOf } from './pairs.ts';
import { type MonthPlan, planMonths } from './planMonths.ts';
import { dimensionsOf, readCells } from './readCells.ts';
import { leafQuestion } from './readLeaf.ts';

export type CellsAsked = {
  scope: QuestionScope;
  cuts: readonly Instant[];
  counted: readonly Counted[];
  timed: readonly Counted[];
  /** Durations are exact up to this base, and may be approximate above it. */
  exactBase: number;
};

/** What cells say of one bucket and group. */
export type Told = { counted: Counted; bucket: number; group: string; gathered: Gathered };

export type CellsAnswer = {
  /** What is known of a bucket and group, to be added to. */
  of: (counted: Counted, bucket: number, group: string) => Gathered;
  told: () => Told[];
  /** Parts of the range that only entries can tell. */
  slow: Range[];
};

/**
 * What cells say of a question, and which parts of the range only entries can tell. Null where
 * cells cannot answer it: as of an earlier moment, by more than two dimensions, or within a day.
 */
export async function askCells(
  tx: Tx,
  { scope, cuts, counted, timed, exactBase }: CellsAsked,
): Promise<CellsAnswer | null> {
  if (ranksOf(dimensionsOf(scope)) === null) return null;
  const state = await cellState(tx);
  if (state === null || scope.asOf < state.last) return null;
  const plan = planMonths(cuts, state, scope);
  if (plan === null) return null;
  const told = new Map<string, Told>();
  const of = (one: Counted, bucket: number, group: string): Gathered => {
    const key = `${one} ${bucket} ${group}`;
    const known = told.get(key) ?? { counted: one, bucket, group, gathered: new Gathered() };
    told.set(key, known);
    return known.gathered;
  };
  const { months, slots, plans } = slotsOf(plan.months);
  if (months.length > 0) {
    const found = await readCells(tx, { scope, counted, timed, exactBase }, months, slots);
    const by = [scope.by, scope.and ?? null].filter((dimension) => dimension !== null);
    const leaf = leafQuestion(scope.where, by);
    const wanted = new Set(timed);
    for (const cells of found) addFound(cells, { plans, leaf, scope, timed: wanted, of });
  }
  const changed = plan.months.filter(({ month }) => state.changed.has(month));
  if (changed.length > 0) await addDeltas(tx, { scope, counted, months: changed, of });
  const all = () => [...told.values()].filter(({ gathered }) => !isNothing(gathered));
  return { of, told: all, slow: plan.slow };
}

/** Whole months of one bucket are put together by the database. */
function slotsOf(months: readonly MonthPlan[]) {
  const plans: MonthPlan[] = [];
  const whole = new Map<number, number>();
  const slots = months.map((plan) => {
    const shared = plan.cut === null ? whole.get(plan.bucket) : undefined;
    if (shared !== undefined) return shared;
    if (plan.cut === null) whole.set(plan.bucket, plans.length);
    return plans.push(plan) - 1;
  });
  return { months, slots, plans };
}

/** A group of which changes took away all that cells had. */
function isNothing({ entries, implied, unconverted, cents }: Gathered): boolean {
  return entries === 0 && implied === 0 && unconverted === 0 && cents.total === 0n;
}
