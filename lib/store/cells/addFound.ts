import type { QuestionScope } from '../questionScope.ts';
import { addLeaf } from './addLeaf.ts';
import { ByteReader } from './ByteReader.ts';
import { type Counted, isEntry } from './cellFact.ts';
import type { Gathered } from './Gathered.ts';
import { groupName } from './groupName.ts';
import type { Cut, MonthPlan } from './planMonths.ts';
import type { FoundCells } from './readCells.ts';
import { readCutRun } from './readCutRun.ts';
import { type LeafQuestion, readLeaf } from './readLeaf.ts';
import { listEnded, listMoments } from './readRun.ts';

type Into = {
  /** By slot. */
  plans: readonly MonthPlan[];
  leaf: LeafQuestion;
  scope: QuestionScope;
  timed: ReadonlySet<Counted>;
  /** Of which there are so many that durations need not be exact. */
  binned: ReadonlySet<Counted>;
  of: (counted: Counted, bucket: number, group: string) => Gathered;
};
type Of = (bucket: number) => Gathered;

/** Adds what was found to the buckets and groups that it belongs to. */
export function addFound(cells: FoundCells, into: Into): void {
  const plan = into.plans[cells.slot];
  if (plan === undefined) return;
  if (cells.split) {
    addSplit(cells, plan, into);
    return;
  }
  const group = groupName([cells.one, cells.two], into.scope);
  const of = (bucket: number) => into.of(cells.counted, bucket, group);
  if (plan.cut === null) addWhole(cells, of(plan.bucket));
  else addCut(cells, plan.cut, of, into.binned.has(cells.counted));
}

function addWhole(cells: FoundCells, gathered: Gathered): void {
  gathered.addSums(cells.entries, cells.implied, cells.unconverted, cells.cents);
  if (cells.run !== null) gathered.packed.push(cells.run);
}

/** A month of which days belong to several buckets, or to none. */
function addCut(cells: FoundCells, cut: Cut, of: Of, isBinned: boolean): void {
  if (cells.days !== null) {
    eachDay(new ByteReader(cells.days), cut.days, (bucket, sums) => of(bucket).addSums(...sums));
  }
  if (cells.run === null) return;
  const run = new ByteReader(cells.run);
  while (!run.done) readCutRun(run, cut, of, isBinned);
}

type Sums = [entries: number, implied: number, unconverted: number, cents: number | bigint];

/** The sums of each day that belongs to a bucket. */
function eachDay(
  reader: ByteReader,
  buckets: Int32Array,
  visit: (bucket: number, sums: Sums) => void,
): void {
  while (!reader.done) {
    for (let left = reader.number(); left > 0; left -= 1) {
      const bucket = buckets[reader.byte()] ?? -1;
      const [entries, implied, unconverted] = [reader.signed(), reader.signed(), reader.signed()];
      const cents = reader.big();
      if (bucket >= 0) visit(bucket, [entries, implied, unconverted, cents]);
    }
  }
}

function entriesOf(days: Buffer | null, buckets: Int32Array): number {
  let sum = 0;
  if (days !== null) eachDay(new ByteReader(days), buckets, (_, [entries]) => (sum += entries));
  return sum;
}

const NONE = new Float64Array();

/** Cells that are not split as far as the question cuts: each fact of theirs is looked at. */
function addSplit(cells: FoundCells, plan: MonthPlan, into: Into): void {
  if (cells.run === null) return;
  const { counted } = cells;
  const wantsTimes = into.timed.has(counted);
  const reader = new ByteReader(cells.run);
  while (!reader.done) {
    const hasRun = isEntry(counted);
    if (hasRun) reader.byte();
    const ended = hasRun ? listEnded(reader) : NONE;
    const open = hasRun ? listMoments(reader) : NONE;
    const leaf = readLeaf(reader, into.leaf);
    const told = wantsTimes ? { leaf, ended, open } : { leaf, ended: NONE, open: NONE };
    addLeaf(told, plan, (bucket, group) =>
      into.of(counted, bucket, nameOf(cells, leaf.groups[group] ?? [], into.scope)),
    );
  }
}

/** A motion is a cell's own; the other values are those of the fact. */
function nameOf(cells: FoundCells, values: readonly string[], scope: QuestionScope): string {
  const rest = [...values];
  const one = scope.by === 'motion' ? cells.one : (rest.shift() ?? '');
  const two = scope.and === 'motion' ? cells.two : (rest.shift() ?? '');
  return groupName([one, two], scope);
}

/** What has more entries in the answer than durations need be exact for; leaves are few. */
export function countedAbove(
  most: number,
  found: readonly FoundCells[],
  plans: readonly MonthPlan[],
): Set<Counted> {
  const bases = new Map<Counted, number>();
  for (const { counted, slot, split, entries, days } of found) {
    const cut = plans[slot]?.cut;
    if (split) continue;
    const base = cut ? entriesOf(days, cut.days) : entries;
    bases.set(counted, (bases.get(counted) ?? 0) + base);
  }
  return new Set([...bases].flatMap(([counted, base]) => (base > most ? [counted] : [])));
}
