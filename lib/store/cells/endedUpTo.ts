import sql, { type Sql } from 'sql-template-tag';
import { ByteReader } from './ByteReader.ts';
import type { SlotMonth } from './pickStretches.ts';

/** Numbers of four bytes, which the database can read. */
const WIDTH = 4;
const DAYS = 32;

/** How many ended entries of a month's run are of days up to each. */
export function endedUpTo(run: Uint8Array): Buffer {
  const reader = new ByteReader(run);
  reader.byte();
  const size = reader.number();
  reader.number();
  const counts = new Uint32Array(DAYS);
  for (let i = 0; i < size; i += 1) {
    reader.number();
    const day = reader.byte() >> 3;
    counts[day] = (counts[day] ?? 0) + 1;
  }
  const told = Buffer.alloc(DAYS * WIDTH);
  let sum = 0;
  for (const [day, count] of counts.entries()) {
    sum += count;
    told.writeUInt32BE(sum, day * WIDTH);
  }
  return told;
}

/** How many of them are of the days that are asked, of the cells of these months. */
export function endedOf(months: readonly SlotMonth[]): Sql {
  const cuts = months.map(({ plan }) => plan.cut?.days ?? new Int32Array());
  const isAsked = (bucket: number) => bucket >= 0;
  const last = cuts.map((days) => Math.max(0, days.findLastIndex(isAsked)));
  const before = cuts.map((days) => Math.max(0, days.findIndex(isAsked) - 1));
  const place = sql`array_position(${months.map(({ plan }) => plan.month)}::date[], c.month)`;
  const upTo = (days: readonly number[]): Sql => {
    const byte = (i: number) =>
      sql`get_byte(c.columns, (${[...days]}::int[])[${place}] * ${WIDTH}::int + ${i}::int)`;
    return sql`(${byte(0)} << 24) + (${byte(1)} << 16) + (${byte(2)} << 8) + ${byte(3)}`;
  };
  return sql`(${upTo(last)}) - (${upTo(before)})`;
}
