import type { Gathered } from './Gathered.ts';
import type { MonthPlan } from './planMonths.ts';
import type { Leaf } from './readLeaf.ts';

/** A small cell with the durations of its entries; of what comes to no end these are empty. */
export type TimedLeaf = { leaf: Leaf; ended: Float64Array; open: Float64Array };

/** The facts that pass the filters, each for the bucket of its day and for its group. */
export function addLeaf(
  { leaf, ended, open }: TimedLeaf,
  { bucket, cut }: MonthPlan,
  of: (bucket: number, group: number) => Gathered,
): void {
  const { size, days, group, groups } = leaf;
  const parts = new Int32Array(size);
  const counts = new Map<number, { ended: number; open: number }>();
  for (let row = 0; row < size; row += 1) {
    const own = group[row] ?? -1;
    const at = cut === null ? bucket : (cut.days[days[row] ?? 0] ?? -1);
    const part = own < 0 || at < 0 ? -1 : at * groups.length + own;
    parts[row] = part;
    if (part < 0) continue;
    let count = counts.get(part);
    if (count === undefined) {
      count = { ended: 0, open: 0 };
      counts.set(part, count);
    }
    if (row < ended.length) count.ended += 1;
    else if (open.length > 0) count.open += 1;
  }
  const found = new Map<number, Gathered>();
  for (const [part, count] of counts) {
    const gathered = of(Math.floor(part / groups.length), part % groups.length);
    found.set(part, gathered);
    gathered.ended.begin(count.ended);
    gathered.open.begin(count.open);
  }
  for (let row = 0; row < size; row += 1) {
    const gathered = found.get(parts[row] ?? -1);
    if (gathered === undefined) continue;
    addFact(gathered, leaf, row);
    if (row < ended.length) gathered.ended.add(ended[row] ?? 0);
    else if (open.length > 0) gathered.open.add(open[row - ended.length] ?? 0);
  }
}

function addFact(gathered: Gathered, { flags, cents, huge }: Leaf, row: number): void {
  const flag = flags[row] ?? 0;
  const weight = flag & 8 ? -1 : 1;
  gathered.entries += weight;
  if (flag & 1) gathered.implied += weight;
  if (flag & 2) gathered.unconverted += weight;
  if ((flag & 4) === 0) return;
  const value = (huge.size > 0 ? huge.get(row) : undefined) ?? cents[row] ?? 0;
  gathered.cents.add(weight < 0 ? -value : value);
}
