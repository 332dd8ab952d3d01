import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversionStats } from '#lib/bowtie/conversionStats.ts';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import { ByteReader } from '#lib/store/cells/ByteReader.ts';
import { ByteWriter } from '#lib/store/cells/ByteWriter.ts';
import { CentsSum } from '#lib/store/cells/CentsSum.ts';
import { type CellFact, KIND } from '#lib/store/cells/cellFact.ts';
import { encodeDaysRun } from '#lib/store/cells/daysRun.ts';
import { mergeDurations, toDurations } from '#lib/store/cells/durations.ts';
import { encodeCoarse } from '#lib/store/cells/encodeCoarse.ts';
import { encodeRun, runOrder } from '#lib/store/cells/encodeRun.ts';
import { FactColumns } from '#lib/store/cells/FactColumns.ts';
import { factChanges } from '#lib/store/cells/factChanges.ts';
import { Gathered } from '#lib/store/cells/Gathered.ts';
import { KINDS } from '#lib/store/cells/kinds.ts';
import { MergedRun } from '#lib/store/cells/MergedRun.ts';
import { readCutRun } from '#lib/store/cells/readCutRun.ts';
import { SortedRuns } from '#lib/store/cells/SortedRuns.ts';
import { toHistogram } from '#lib/store/cells/toHistogram.ts';

const START = Date.parse('2026-01-01T00:00:00Z');
const AS_OF = START + 400 * DAY_MS;
const dimensions = {
  ...{ segment: 'mid', channel: 'ads', owner: 'ann', pod: 'unknown', motion: 'new_business' },
  ...{ product: 'core', region: 'emea' },
};

type Short = { day: number; kind: number; ms: number };

function fact({ day, kind, ms }: Short): CellFact {
  return {
    ...{ counted: 'sal', rule: 'both', at: START + day * DAY_MS + (ms % 3_600_000), weight: 1 },
    ...{ dimensions, implied: false, unconverted: false, amount: '12.50', kind },
    ms: kind === KIND.open ? 0 : ms,
  };
}

function columnsOf(facts: readonly CellFact[]): FactColumns {
  const columns = new FactColumns();
  for (const one of facts) columns.add(one);
  return columns;
}

function read(facts: readonly CellFact[], form: 'run' | 'coarse'): Gathered {
  const columns = columnsOf(facts);
  const rows = runOrder(columns).subarray(0, columns.size);
  const out = new ByteWriter();
  if (form === 'coarse') encodeCoarse(out, columns, rows);
  else encodeRun(out, columns, rows, new Uint8Array(columns.size).fill(1));
  const gathered = new Gathered();
  gathered.packed.push(out.take());
  return gathered;
}

/** Duration and kind of every entry, as a plain list tells them. */
function keysOf(facts: readonly CellFact[]): number[] {
  return facts
    .map(({ at, kind, ms }) => (kind === KIND.open ? AS_OF - at : ms) * KINDS + kind)
    .sort((a, b) => a - b);
}

const anyFact = fc
  .record({
    day: fc.integer({ min: 0, max: 27 }),
    kind: fc.integer({ min: 0, max: KIND.open }),
    ms: fc.oneof(
      fc.integer({ min: 0, max: 300 }).map((days) => days * DAY_MS),
      fc.integer({ min: 0, max: 300 * DAY_MS }),
    ),
  })
  .map(fact);

describe('bytes', () => {
  it('come back as they were written', () => {
    const big = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
    const whole = fc.maxSafeNat();
    fc.assert(
      fc.property(whole, fc.integer(), big, fc.string(), (number, signed, cents, text) => {
        const out = new ByteWriter();
        out.number(number);
        out.signed(signed);
        out.big(cents);
        out.text(text);
        const reader = new ByteReader(out.take());
        expect([reader.number(), reader.signed()]).toEqual([number, signed]);
        expect(BigInt(reader.big())).toBe(cents);
        expect(reader.text()).toBe(Buffer.from(text, 'utf8').toString('utf8'));
        expect(reader.done).toBe(true);
      }),
    );
  });

  it('sum to the cent at any size', () => {
    const cents = fc.oneof(fc.maxSafeInteger(), fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }));
    fc.assert(
      fc.property(fc.array(cents), (list) => {
        const sum = new CentsSum();
        for (const one of list) sum.add(one);
        expect(sum.total).toBe(list.reduce<bigint>((total, one) => total + BigInt(one), 0n));
      }),
    );
  });
});

describe('a run', () => {
  it('tells every entry as it is', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 200 }), (facts) => {
        const { keys, bins } = toDurations(read(facts, 'run'), AS_OF);
        expect(bins).toBeNull();
        expect([...keys]).toEqual(keysOf(facts));
      }),
    );
  });

  it('loses exactly what changes take away', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 80 }), fc.array(anyFact), (was, is) => {
        const gathered = read(was, 'run');
        const added = { ended: [] as number[], open: [] as number[] };
        for (const { weight, kind, ms, at } of factChanges(was, is)) {
          const less = { ended: gathered.endedLess, open: gathered.openLess };
          const { ended, open } = weight > 0 ? added : less;
          if (kind === KIND.open) open.push(at);
          else ended.push(ms * KINDS + kind);
        }
        for (const name of ['ended', 'open'] as const) {
          gathered[name].begin(added[name].length);
          for (const value of added[name].sort((a, b) => a - b)) gathered[name].add(value);
        }
        expect([...toDurations(gathered, AS_OF).keys]).toEqual(keysOf(is));
      }),
    );
  });

  it('is merged with others into one order', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer(), { maxLength: 40 })), (lists) => {
        const runs = new SortedRuns();
        for (const list of lists) {
          runs.begin(list.length);
          for (const value of list.toSorted((a, b) => a - b)) runs.add(value);
        }
        expect([...runs.take()]).toEqual(lists.flat().sort((a, b) => a - b));
      }),
    );
  });
});

describe('a histogram', () => {
  const many = fc
    .array(anyFact, { minLength: 150, maxLength: 600, size: 'max' })
    .filter((facts) => facts.length >= 150);
  const statsOf = (gathered: Gathered, options: object) =>
    conversionStats(toHistogram(toDurations(gathered, AS_OF)), options);

  it('counts exactly, and is at most one percent off', () => {
    const options = fc.record({
      windowDays: fc.option(fc.integer({ min: 1, max: 90 }), { nil: null }),
    });
    fc.assert(
      fc.property(many, options, (facts, asked) => {
        const exact = statsOf(read(facts, 'run'), asked);
        const told = statsOf(read(facts, 'coarse'), asked);
        const { base, advanced, lost, no_decision, expired, open } = exact;
        expect(told).toMatchObject({ base, advanced, lost, no_decision, expired, open });
        expect(told.days).toMatchObject({ n: exact.days.n, out_of_order: exact.days.out_of_order });
        for (const name of ['p25', 'p50', 'p75'] as const) {
          const wanted = exact.days[name] ?? 0;
          expect(Math.abs((told.days[name] ?? 0) - wanted)).toBeLessThanOrEqual(0.01 * wanted);
        }
        expect(told.matured?.horizon_days).toBe(exact.matured?.horizon_days);
        const rate = exact.matured?.rate ?? 0;
        expect(Math.abs((told.matured?.rate ?? 0) - rate)).toBeLessThanOrEqual(0.01 * rate);
      }),
      { numRuns: 60 },
    );
  });

  it('of a stretch is one of its months, as little off as theirs', () => {
    const hours = { first: START / 3_600_000, end: START / 3_600_000 + 31 * 24 };
    const forms = fc.array(fc.constantFrom('run', 'coarse'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(many, forms, fc.option(fc.integer({ min: 1, max: 90 })), (facts, parts, days) => {
        const merged = new MergedRun();
        for (const [i, form] of parts.entries()) {
          const own = facts.filter((_, at) => at % parts.length === i);
          for (const bytes of read(own, form).packed) merged.add(bytes);
        }
        const out = new ByteWriter();
        merged.write(out, hours);
        const stretch = new Gathered();
        stretch.packed.push(out.take());
        const options = { windowDays: days };
        const exact = statsOf(read(facts, 'run'), options);
        const told = statsOf(stretch, options);
        const { base, advanced, lost, no_decision, expired, open } = exact;
        expect(told).toMatchObject({ base, advanced, lost, no_decision, expired, open });
        expect(told.days).toMatchObject({ n: exact.days.n, out_of_order: exact.days.out_of_order });
        const p50 = exact.days.p50 ?? 0;
        expect(Math.abs((told.days.p50 ?? 0) - p50)).toBeLessThanOrEqual(0.01 * p50);
        expect(told.matured?.horizon_days).toBe(exact.matured?.horizon_days);
        const rate = exact.matured?.rate ?? 0;
        expect(Math.abs((told.matured?.rate ?? 0) - rate)).toBeLessThanOrEqual(0.01 * rate);
      }),
      { numRuns: 60 },
    );
  });

  it('adds up with single durations', () => {
    fc.assert(
      fc.property(many, fc.array(anyFact), (facts, others) => {
        const parts = [read(facts, 'coarse'), read(others, 'run')];
        const told = mergeDurations(parts.map((part) => toDurations(part, AS_OF)));
        const { base, advanced } = conversionStats(toHistogram(told));
        const all = [...facts, ...others];
        expect(base).toBe(all.length);
        expect(advanced).toBe(all.filter(({ kind }) => kind < KIND.lost).length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a month that is cut', () => {
  const buckets = Int32Array.from({ length: 32 }, (_, day) => (day < 5 ? -1 : day < 12 ? 0 : 1));
  const only = buckets.map((bucket) => (bucket === 1 ? 0 : -1));
  const starts = Float64Array.from({ length: 31 }, (_, day) => START + day * DAY_MS);
  const dayOf = (one: CellFact) => Math.floor((one.at - START) / DAY_MS) + 1;

  function cut(facts: readonly CellFact[], days: Int32Array, form: 'exact' | 'binned' | 'by day') {
    const columns = columnsOf(facts);
    const rows = runOrder(columns).subarray(0, columns.size);
    const out = new ByteWriter();
    const own = Uint8Array.from(facts, dayOf);
    encodeRun(out, columns, rows, own);
    const run = out.take();
    if (form === 'by day') encodeDaysRun(out, run);
    const reader = new ByteReader(form === 'by day' ? out.take() : run);
    const parts = [new Gathered(), new Gathered()];
    const of = (bucket: number) => parts[bucket] as Gathered;
    readCutRun(reader, { days, starts }, of, form !== 'exact');
    expect(reader.done).toBe(true);
    return parts;
  }

  it('gives each bucket the entries of its days', () => {
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 200 }), (facts) => {
        for (const [bucket, part] of cut(facts, buckets, 'exact').entries()) {
          const { keys, bins } = toDurations(part, AS_OF);
          expect(bins).toBeNull();
          const own = facts.filter((one) => buckets[dayOf(one)] === bucket);
          expect([...keys]).toEqual(keysOf(own));
        }
      }),
    );
  });

  it.each(['binned', 'by day'] as const)('is %s: counts the same, less what is gone', (form) => {
    const many = fc.array(anyFact, { minLength: 150, maxLength: 900, size: 'max' });
    fc.assert(
      fc.property(many, fc.integer({ min: 1, max: 9 }), (facts, nth) => {
        const [part = new Gathered()] = cut(facts, only, form);
        const own = facts.filter((one) => only[dayOf(one)] === 0);
        const left = own.filter((one, i) => one.kind === KIND.open || i % nth !== 0);
        for (const one of own) {
          if (!left.includes(one)) part.endedLess.push(one.ms * KINDS + one.kind);
        }
        const told = conversionStats(toHistogram(toDurations(part, AS_OF)));
        const wanted = conversionStats(toHistogram(toDurations(read(left, 'run'), AS_OF)));
        const { base, advanced, lost, no_decision, open } = wanted;
        expect(told).toMatchObject({ base, advanced, lost, no_decision, open });
        const p50 = wanted.days.p50 ?? 0;
        expect(Math.abs((told.days.p50 ?? 0) - p50)).toBeLessThanOrEqual(0.01 * p50);
        expect(told.days.n).toBe(wanted.days.n);
      }),
      { numRuns: 60 },
    );
  });
});
