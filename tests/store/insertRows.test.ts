import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { type Cell, columns, insertRows } from '#lib/store/insertRows.ts';
import { textList } from '#lib/store/textList.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';

const ORG = '00000000-0000-4000-8000-000000000001';

const COLUMNS = [
  ...columns('integer', 'place'),
  ...columns('text', 'words'),
  ...columns('instant', 'at'),
  ...columns('boolean', 'yes'),
  ...columns('bigint', 'large'),
  ...columns('numeric', 'amount'),
  ...columns('date', 'day'),
  ...columns('uuid', 'id'),
  ...columns('bytea', 'bytes'),
  ...columns('jsonb', 'told'),
  ...columns('date[]', 'days'),
  ...columns('numeric[]', 'sums'),
];

const READ = `select place, words, (extract(epoch from at) * 1000)::float8 as at, yes,
  large::text as large, amount::text as amount, day::text as day, id, bytes, told,
  days::text as days, sums::text as sums from given_rows order by place`;

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

async function roundTrip(rows: readonly Cell[][]): Promise<unknown[][]> {
  return inOrg(db.pool, ORG, 'write', async (tx: Tx) => {
    await tx.client.query(`create temp table given_rows (org_id uuid, place integer, words text,
      at timestamptz, yes boolean, large bigint, amount numeric, day date, id uuid, bytes bytea,
      told jsonb, days date[], sums numeric[]) on commit drop`);
    tx.shadowed = true;
    await insertRows(tx, 'given_rows', COLUMNS, rows);
    const found = await tx.client.query<unknown[]>({ text: READ, rowMode: 'array' });
    return found.rows;
  });
}

const maybe = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(one, { freq: 4 });
const text = fc
  .string({ unit: 'grapheme', maxLength: 80 })
  .map((one) => one.toWellFormed().replaceAll('\0', ''));
/** The years 1 to 9999. */
const instant = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_999 });
const row = fc.tuple(
  maybe(text),
  maybe(instant),
  maybe(fc.boolean()),
  maybe(fc.oneof(fc.maxSafeInteger(), fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n).map(String))),
  maybe(fc.bigInt().map((one) => `${one}.25`)),
  maybe(fc.constantFrom('2026-02-28', '0001-01-01', '9999-12-31')),
  maybe(fc.uuid()),
  maybe(fc.uint8Array({ maxLength: 70 }).map((bytes) => Buffer.from(bytes))),
  maybe(text.map((one) => JSON.stringify(one))),
  fc.constantFrom(null, '{}', '{2026-01-01,2026-02-01}'),
  fc.constantFrom(null, '{}', '{1.50,NULL,-2}'),
);

describe('rows that are sent as lists', () => {
  it('arrive as they are, whatever is in them', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (rows) => {
        const sent = rows.map((cells, place): Cell[] => [place, ...cells]);
        const found = await roundTrip(sent);
        const asRead = (cell: Cell, at: number): unknown => {
          if (cell === null) return null;
          if (at === 4) return String(cell);
          return at === 9 ? JSON.parse(String(cell)) : cell;
        };
        expect(JSON.stringify(found)).toBe(JSON.stringify(sent.map((one) => one.map(asRead))));
      }),
      { numRuns: 60 },
    );
  });

  it('are forgotten when one of them cannot be sent', async () => {
    const good: Cell[] = [0, 'a', 0, true, 1, '1', null, null, null, null, null, null];
    const bad = good.with(4, 'no number');
    await expect(roundTrip([good, good, bad])).rejects.toThrow(SyntaxError);
    expect(await roundTrip([good])).toHaveLength(1);
    expect(await roundTrip([])).toEqual([]);
  });

  it('are lists of names too, also of none', async () => {
    const names = ['a', '', '"quoted", {braced}', 'é 😀 '.repeat(20), 'NULL'];
    for (const asked of [[], names]) {
      const found = await db.pool.query('select $1::text[] as names', [textList(asked)]);
      expect(found.rows).toEqual([{ names: asked }]);
    }
  });
});
