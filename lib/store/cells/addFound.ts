import type { QuestionScope } from '../questionScope.ts';
import { ByteReader } from './ByteReader.ts';
import { type Counted, isEntry } from './cellFact.ts';
import { type Gathered, readEnded, readMoments, readWhole } from './Gathered.ts';
import { groupName } from './groupName.ts';
import { type Cut, dayOf, type MonthPlan } from './planMonths.ts';
import type { FoundCells } from './readCells.ts';
import { type Leaf, type LeafQuestion, readLeaf } from './readLeaf.ts';

type Into = {
  /** By slot. */
  plans: readonly MonthPlan[];
  leaf: LeafQuestion;
  scope: QuestionScope;
  timed: ReadonlySet<Counted>;
  of: (counted: Counted, bucket: number, group: string) => Gathered;
};

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

function addCut(cells: FoundCells, cut: Cut, of: Of): void {
  if (cells.days !== null) addDays(new ByteReader(cells.days), cut.days, of);
  if (cells.run === null) return;
  const run = new ByteReader(cells.run);
  while (!run.done) {
    run.byte();
    addEnded(run, cut, of);
  }
}

function addWhole(cells: FoundCells, gathered: Gathered, { scope }: Into): void {
  gathered.addSums(cells.entries, cells.implied, cells.unconverted, cells.cents);
  if (cells.run === null) return;
  const run = new ByteReader(cells.run);
  while (!run.done) readWhole(run, gathered, scope.asOf);
}

type Of = (bucket: number) => Gathered;

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

/** Single durations of a month of which days belong to several buckets, or to none. */
function addEnded(reader: ByteReader, { days: buckets, starts }: Cut, of: Of): void {
  const { ended, days } = readEnded(reader, true);
  const lists = new Map<number, number[]>();
  for (let i = 0; i < ended.length; i += 1) {
    listOf(lists, buckets[days[i] ?? 0] ?? -1).push(ended[i] ?? 0);
  }
  for (const [bucket, list] of lists) {
    if (bucket >= 0) of(bucket).ended.push(Float64Array.from(list));
  }
  const open = new Map<number, number[]>();
  for (const at of readMoments(reader)) {
    listOf(open, buckets[dayOf(starts, at)] ?? -1).push(at);
  }
  for (const [bucket, list] of open) {
    if (bucket >= 0) of(bucket).open.push(Float64Array.from(list));
  }
}

function listOf(lists: Map<number, number[]>, bucket: number): number[] {
  const known = lists.get(bucket);
  if (known !== undefined) return known;
  const list: number[] = [];
  lists.set(bucket, list);
  return list;
}

/** The facts of small cells, those that pass the filters, each for its day and group. */
function addSplit(cells: FoundCells, plan: MonthPlan, into: Into): void {
  if (cells.run === null) return;
  const reader = new ByteReader(cells.run);
  while (!reader.done) {
    const isTimed = into.timed.has(cells.counted) || isEntry(cells.counted);
    if (isTimed) reader.byte();
    const ended = isTimed ? readEnded(reader, false).ended : NONE;
    const open = isTimed ? readMoments(reader) : NONE;
    addLeaf(cells, plan, into, { leaf: readLeaf(reader, into.leaf), ended, open });
  }
}

const NONE = new Float64Array();
type Told = { leaf: Leaf; ended: Float64Array; open: Float64Array };

function addLeaf(cells: FoundCells, plan: MonthPlan, into: Into, told: Told): void {
  const { leaf, ended, open } = told;
  const wantsTimes = into.timed.has(cells.counted);
  const names = leaf.groups.map((values) => nameOf(cells, values, into.scope));
  const parts = new Map<number, { gathered: Gathered; ended: number[]; open: number[] }>();
  for (let row = 0; row < leaf.size; row += 1) {
    const group = leaf.group[row] ?? -1;
    if (group < 0) continue;
    const bucket = plan.cut === null ? plan.bucket : (plan.cut.days[leaf.day(row)] ?? -1);
    if (bucket < 0) continue;
    const key = bucket * names.length + group;
    let part = parts.get(key);
    if (part === undefined) {
      const gathered = into.of(cells.counted, bucket, names[group] ?? '');
      part = { gathered, ended: [], open: [] };
      parts.set(key, part);
    }
    const weight = leaf.weight(row);
    const cents = leaf.cents(row);
    const signed = weight < 0 ? -cents : cents;
    const { gathered } = part;
    gathered.addSums(weight, weight * leaf.implied(row), weight * leaf.unconverted(row), signed);
    if (!wantsTimes) continue;
    if (row < ended.length) part.ended.push(ended[row] ?? 0);
    else part.open.push(open[row - ended.length] ?? 0);
  }
  for (const part of parts.values()) {
    if (part.ended.length > 0) part.gathered.ended.push(Float64Array.from(part.ended));
    if (part.open.length > 0) part.gathered.open.push(Float64Array.from(part.open));
  }
}

/** A motion is a cell's own; the other values are those of the fact. */
function nameOf(cells: FoundCells, values: readonly string[], scope: QuestionScope): string {
  const rest = [...values];
  const one = scope.by === 'motion' ? cells.one : (rest.shift() ?? '');
  const two = scope.and === 'motion' ? cells.two : (rest.shift() ?? '');
  return groupName([one, two], scope);
}
