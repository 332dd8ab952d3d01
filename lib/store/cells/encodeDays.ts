import type { ByteWriter } from './ByteWriter.ts';
import { CentsSum } from './CentsSum.ts';
import type { FactColumns } from './FactColumns.ts';

const LONGEST = 32;

/** What a month adds up to: counts by weight, so that the stock can shrink. */
export type Sums = { entries: number; implied: number; unconverted: number; cents: bigint };

/** The sums of every day that has any; the month's own are what it returns. */
export function encodeDays(
  out: ByteWriter,
  facts: FactColumns,
  rows: Int32Array,
  days: Uint8Array,
): Sums {
  const seen = new Uint8Array(LONGEST);
  const counts = Array.from({ length: 3 }, () => new Int32Array(LONGEST));
  const [entries, implied, unconverted] = counts as [Int32Array, Int32Array, Int32Array];
  const cents: CentsSum[] = Array.from({ length: LONGEST }, () => new CentsSum());
  for (const row of rows) {
    const day = days[row] ?? 0;
    const weight = facts.weight[row] ?? 0;
    const flags = facts.flags[row] ?? 0;
    seen[day] = 1;
    entries[day] = (entries[day] ?? 0) + weight;
    if (flags & 1) implied[day] = (implied[day] ?? 0) + weight;
    if (flags & 2) unconverted[day] = (unconverted[day] ?? 0) + weight;
    if (flags & 4) cents[day]?.add(signed(facts.centsOf(row), weight));
  }
  const total: Sums = { entries: 0, implied: 0, unconverted: 0, cents: 0n };
  out.number(seen.reduce((sum, one) => sum + one, 0));
  for (let day = 0; day < LONGEST; day += 1) {
    if (!seen[day]) continue;
    const money = cents[day]?.total ?? 0n;
    out.byte(day);
    out.signed(entries[day] ?? 0);
    out.signed(implied[day] ?? 0);
    out.signed(unconverted[day] ?? 0);
    out.big(money);
    total.entries += entries[day] ?? 0;
    total.implied += implied[day] ?? 0;
    total.unconverted += unconverted[day] ?? 0;
    total.cents += money;
  }
  return total;
}

function signed(cents: number | bigint, weight: number): number | bigint {
  return weight < 0 ? -cents : cents;
}
