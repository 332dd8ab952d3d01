import type { Instant } from '#lib/bowtie/records.ts';
import type { Tx } from '../inOrg.ts';
import type { QuestionScope, Range } from '../questionScope.ts';
import { addDeltas } from './addDeltas.ts';
import { addFound, countedAbove } from './addFound.ts';
import type { Counted } from './cellFact.ts';
import { cellState } from './cellState.ts';
import { Gathered } from './Gathered.ts';
import { ranksOf } from './pairs.ts';
import { pickStretches } from './pickStretches.ts';
import { type MonthPlan, type Plan, planMonths } from './planMonths.ts';
import { dimensionsOf, readCells } from './readCells.ts';
import { leafQuestion } from './readLeaf.ts';
import { isInStretches } from './stretches.ts';

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

/** What cells say of a question, and which parts of the range only entries can tell. */
export async function askCells(tx: Tx, asked: CellsAsked): Promise<CellsAnswer> {
  const told = new Map<string, Told>();
  const of = (counted: Counted, bucket: number, group: string): Gathered => {
    const key = `${counted} ${bucket} ${group}`;
    const known = told.get(key) ?? { counted, bucket, group, gathered: new Gathered() };
    told.set(key, known);
    return known.gathered;
  };
  const all = () => [...told.values()].filter(({ gathered }) => !isNothing(gathered));
  const { months, slow, kept } = await planOf(tx, asked);
  if (months.length > 0) await addMonths(tx, asked, { months, kept }, of);
  return { of, told: all, slow };
}

/**
 * Cells answer nothing as of an earlier moment than the last event, by more than two dimensions, or
 * between cuts within a day.
 */
async function planOf(tx: Tx, { scope, cuts }: CellsAsked): Promise<Plan & Kept> {
  const slow = [{ from: cuts[0] ?? 0, to: cuts.at(-1) ?? 0 }];
  const nothing = { months: [], slow, kept: new Set<string>() };
  const ranks = ranksOf(dimensionsOf(scope));
  if (ranks === null) return nothing;
  const state = await cellState(tx);
  if (state === null || scope.asOf < state.last) return nothing;
  const plan = planMonths(cuts, state, scope);
  if (plan === null) return nothing;
  return { ...plan, kept: isInStretches(ranks) ? state.stretches : nothing.kept };
}

/** The names of the stretches that are kept. */
type Kept = { kept: ReadonlySet<string> };

async function addMonths(
  tx: Tx,
  { scope, cuts, counted, timed, exactBase }: CellsAsked,
  { months, kept }: Pick<Plan, 'months'> & Kept,
  of: CellsAnswer['of'],
): Promise<void> {
  const { slots, plans } = slotsOf(months);
  const question = { scope, counted, timed, exactBase };
  const by = [scope.by, scope.and ?? null].filter((dimension) => dimension !== null);
  const leaf = leafQuestion(scope.where, by);
  const wanted = new Set(timed);
  const isOne = cuts.length === 2;
  const found = await readCells(tx, question, pickStretches(slots, kept, isOne));
  // Of several buckets each is small enough to be told exactly.
  const binned = isOne ? countedAbove(exactBase, found, plans) : new Set<Counted>();
  for (const cells of found) addFound(cells, { plans, leaf, scope, timed: wanted, binned, of });
  const changed = months.filter(({ isChanged }) => isChanged);
  if (changed.length > 0) await addDeltas(tx, { scope, counted, months: changed, of });
}

/** Whole months of one bucket are put together by the database. */
function slotsOf(months: readonly MonthPlan[]) {
  const plans: MonthPlan[] = [];
  const whole = new Map<number, number>();
  const slots = months.map((plan) => {
    const shared = plan.cut === null ? whole.get(plan.bucket) : undefined;
    if (shared !== undefined) return { plan, slot: shared };
    if (plan.cut === null) whole.set(plan.bucket, plans.length);
    return { plan, slot: plans.push(plan) - 1 };
  });
  return { slots, plans };
}

/** A group of which changes took away all that cells had. */
function isNothing({ entries, implied, unconverted, cents }: Gathered): boolean {
  return entries === 0 && implied === 0 && unconverted === 0 && cents.total === 0n;
}
