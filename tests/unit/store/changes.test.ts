import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { parseCents } from '#lib/bowtie/money.ts';
import { ByteWriter } from '#lib/store/cells/ByteWriter.ts';
import type { CellFact } from '#lib/store/cells/cellFact.ts';
import { encodeChanges } from '#lib/store/cells/encodeChanges.ts';
import { factChanges } from '#lib/store/cells/factChanges.ts';
import { type ChangeQuestion, readChanges } from '#lib/store/cells/readChanges.ts';

const value = fc.constantFrom('unknown', 'a', 'ein wort', '客户', '');
const dimensions = fc.record({
  ...{ segment: value, channel: value, owner: value, pod: value, motion: value },
  ...{ product: value, region: value },
});
const amount = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map((cents) => {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
});
const anyFact: fc.Arbitrary<CellFact> = fc.record({
  counted: fc.constantFrom('sal', 'won', '>won', '=mql', 'renewed'),
  rule: fc.constantFrom('both', 'implied', 'actual'),
  at: fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2090, 0, 1) }),
  weight: fc.constantFrom(1, -1),
  dimensions,
  implied: fc.boolean(),
  unconverted: fc.boolean(),
  amount: fc.option(fc.oneof(fc.constantFrom('0.00', '12.50', '-0.01'), amount), { nil: null }),
  kind: fc.integer({ min: 0, max: 7 }),
  ms: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40_000 * 86_400_000 })),
});

function pack(facts: readonly CellFact[]): Buffer {
  const out = new ByteWriter();
  encodeChanges(out, facts);
  return out.take();
}

const ALL: ChangeQuestion = { where: {}, groups: [...DIMENSIONS], counted: null, rule: null };

const plain = ({ amount: money, dimensions: own, ...fact }: CellFact, groups = ALL.groups) => ({
  ...fact,
  cents: money === null ? 0n : parseCents(money),
  values: groups.map((name) => own[name]),
});
const read = (bytes: Buffer, question: ChangeQuestion) =>
  [...readChanges(bytes, question)].map((change) => ({ ...change, cents: BigInt(change.cents) }));

describe('packed changes', () => {
  const some = fc.array(anyFact, { minLength: 1, maxLength: 40 });

  it('come back as they were', () => {
    fc.assert(
      fc.property(some, (facts) => {
        expect(read(pack(facts), ALL)).toEqual(facts.map((fact) => plain(fact)));
      }),
    );
  });

  it('answer what is asked of them', () => {
    const question = fc.record({
      where: fc.record(
        { segment: fc.array(value, { maxLength: 2 }), motion: fc.constant(['a', 'unknown']) },
        { requiredKeys: [] },
      ),
      groups: fc.constantFrom([], ['owner'], ['region', 'segment'], ['motion', 'channel']),
      counted: fc.constantFrom(null, new Set(['sal']), new Set(['won', '=mql'])),
      rule: fc.constantFrom(null, 'implied', 'actual'),
    }) as fc.Arbitrary<ChangeQuestion>;
    fc.assert(
      fc.property(some, question, (facts, asked) => {
        const { where, groups, counted, rule } = asked;
        const wanted = facts.filter(
          (fact) =>
            (counted === null || counted.has(fact.counted)) &&
            (rule === null || fact.rule === 'both' || fact.rule === rule) &&
            DIMENSIONS.every((name) => where[name]?.includes(fact.dimensions[name]) ?? true),
        );
        expect(read(pack(facts), asked)).toEqual(wanted.map((fact) => plain(fact, groups)));
      }),
    );
  });
});

describe('what changed', () => {
  const few = fc.array(anyFact, { maxLength: 8 });
  const sums = (facts: readonly CellFact[], sign: 1 | -1, into: Map<string, number>) => {
    for (const { weight, ...fact } of facts) {
      const key = JSON.stringify(fact);
      into.set(key, (into.get(key) ?? 0) + sign * weight);
    }
    return into;
  };

  it('makes facts of before those of now, and of equal facts nothing', () => {
    fc.assert(
      fc.property(few, few, few, (same, before, now) => {
        const changes = factChanges([...same, ...before], [...now, ...same]);
        const left = sums(changes, 1, sums(now, -1, sums(before, 1, new Map())));
        expect([...left.values()].every((sum) => sum === 0)).toBe(true);
        expect(changes.length).toBeLessThanOrEqual(before.length + now.length);
      }),
    );
    expect(factChanges([], [])).toEqual([]);
  });
});
