import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Day } from '#lib/bowtie/localDay.ts';
import { parseCents } from '#lib/bowtie/money.ts';
import type { Tx } from '../inOrg.ts';
import { rows } from '../rows.ts';
import { readChanges } from './readChanges.ts';

const sumRow = z.strictObject({
  name: z.string(),
  entries: z.int(),
  implied: z.int(),
  unconverted: z.int(),
  cents: z.string().transform(parseCents),
});
const factsRow = z.strictObject({ facts: z.instanceof(Buffer) });

const ALL = { where: {}, groups: ['motion'], counted: null, rule: null } as const;

/** One value for what a month adds up to, changes included: equal sums, equal values. */
export async function sumCells(tx: Tx, month: Day): Promise<string> {
  const sums = new Map<string, bigint[]>();
  const add = (name: string, more: readonly (number | bigint)[]) => {
    const known = sums.get(name) ?? [];
    const total = more.map((value, at) => (known[at] ?? 0n) + BigInt(value));
    sums.set(name, total);
  };
  const cells = await rows(
    tx,
    sumRow,
    sql`select concat_ws(' ', counted, motion, rule) as name, sum(entries)::int as entries,
        sum(implied)::int as implied, sum(unconverted)::int as unconverted,
        sum(amount)::text as cents
      from count_cell
      where org_id = ${tx.orgId}::uuid and month = ${month}::date and pair = 0 group by 1`,
  );
  for (const { name, entries, implied, unconverted, cents } of cells) {
    add(name, [entries, implied, unconverted, cents]);
  }
  const packed = await rows(
    tx,
    factsRow,
    sql`select facts from count_delta
      where org_id = ${tx.orgId}::uuid and month = ${month}::date`,
  );
  for (const { facts } of packed) {
    for (const { counted, rule, weight, cents, values, ...is } of readChanges(facts, ALL)) {
      const [implied, unconverted] = [is.implied ? weight : 0, is.unconverted ? weight : 0];
      const more = [weight, implied, unconverted, BigInt(weight) * BigInt(cents)];
      add(`${counted} ${values.join()} ${rule}`, more);
    }
  }
  const lines = [...sums].filter(([, total]) => total.some((sum) => sum !== 0n));
  return lines
    .map(([name, total]) => `${name} ${total.join(' ')}`)
    .sort()
    .join('\n');
}
