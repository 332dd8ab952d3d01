import type { QuestionScope } from '../questionScope.ts';
import { addLeaf } from './addLeaf.ts';
import { ByteReader } from './ByteReader.ts';
import { type Counted, isEntry } from './cellFact.ts';
import { EXACT } from './encodeRun.ts';
import type { Gathered } from './Gathered.ts';
import { groupName } from './groupName.ts';
import { type Cut, dayOf, type MonthPlan } from './planMonths.ts';
import type { FoundCells } from './readCells.ts';
import { type LeafQuestion, readLeaf } from './readLeaf.ts';
import { listEnded, listMoments, readRun } from './readRun.ts';
import type { SortedRuns } from './SortedRuns.ts';

type Into = {
  /** By slot. */
  plans: readonly MonthPlan[];
  leaf: LeafQuestion;
  scope: QuestionScope;
  timed: ReadonlySet<Counted>;
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
  if (plan.cut === null) addWhole(cells, of(plan.bucket), into);
  else addCut(cells, plan.cut, of);
}

function addWhole(cells: FoundCells, gathered: Gathered, { scope }: Into): void {
  gathered.addSums(cells.entries, cells.implied, cells.unconverted, cells.cents);
  if (cells.run === null) return;
  const run = new ByteReader(cells.run);
  if (cells.run[0] === EXACT) gathered.ended.reserve(gathered.ended.size + cells.entries);
  while (!run.done) readRun(run, gathered, scope.asOf);
}

/** A month of which days belong to several buckets, or to none. */
function addCut(cells: FoundCells, cut: Cut, of: Of): void {
  if (cells.days !== null) addDays(new ByteReader(cells.days), cut.days, of);
  if (cells.run === null) return;
  const run = new ByteReader(cells.run);
  while (!run.done) {
    run.byte();
    const { ended, days } = listEnded(run);
    const buckets = Int32Array.from(days, (day) => cut.days[day] ?? -1);
    addParted(ended, buckets, (bucket) => of(bucket).ended);
    const open = listMoments(run);
    const opened = Int32Array.from(open, (at) => cut.days[dayOf(cut.starts, at)] ?? -1);
    addParted(open, opened, (bucket) => of(bucket).open);
  }
}

function addDays(reader: ByteReader, buckets: Int32Array, of: Of): void {
  while (!reader.done) {
    for (let left = reader.number(); left > 0; left -= 1) {
      const bucket = buckets[reader.byte()] ?? -1;
      const [entries, implied, unconverted] = [reader.signed(), reader.signed(), reader.signed()];
      const cents = reader.big();
      if (bucket >= 0) of(bucket).addSums(entries, implied, unconverted, cents);
    }
  }
}

/** Ascending values, those of each bucket as a run of its own. */
function addParted(
  values: Float64Array,
  buckets: Int32Array,
  runsOf: (bucket: number) => SortedRuns,
): void {
  const counts = new Map<number, number>();
  for (const bucket of buckets) counts.set(bucket, (counts.get(bucket) ?? 0) + 1);
  counts.delete(-1);
  const runs = new Map<number, SortedRuns>();
  for (const [bucket, count] of counts) {
    const own = runsOf(bucket);
    own.begin(count);
    runs.set(bucket, own);
  }
  for (let i = 0; i < values.length; i += 1) runs.get(buckets[i] ?? -1)?.add(values[i] ?? 0);
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
    const ended = hasRun ? listEnded(reader).ended : NONE;
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
