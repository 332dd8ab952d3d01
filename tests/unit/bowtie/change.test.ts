import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { breakPoint } from '#lib/bowtie/breakPoint.ts';
import { closeGap } from '#lib/bowtie/closeGap.ts';
import { dayBins } from '#lib/bowtie/dayBins.ts';
import { durationHistogram, EMPTY_CELL } from '#lib/bowtie/durationHistogram.ts';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import { splitProduct } from '#lib/bowtie/logMean.ts';
import { mixRate } from '#lib/bowtie/mixRate.ts';

const parts = fc
  .tuple(fc.nat(500), fc.nat(500))
  .map(([a, b]) => ({ base: Math.max(a, b), advanced: Math.min(a, b) }));
const groups = fc.array(fc.record({ key: fc.string(), before: parts, after: parts }), {
  maxLength: 8,
});

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('mix and rate', () => {
  test('sum to the change, group by group', () => {
    fc.assert(
      fc.property(groups, (given) => {
        const told = mixRate(given);
        if (told === null) return;
        expect(told.change).toBeCloseTo(told.after - told.before, 12);
        expect(told.mix + told.rate).toBeCloseTo(told.change, 12);
        expect(sum(told.parts.map(({ mix }) => mix))).toBeCloseTo(told.mix, 10);
        expect(sum(told.parts.map(({ rate }) => rate))).toBeCloseTo(told.rate, 10);
      }),
    );
  });

  test('only rates move: no mix; only weights move: no rate; reversed: the opposite', () => {
    fc.assert(
      fc.property(groups, fc.integer({ min: 2, max: 9 }), (given, times) => {
        const grown = given.map(({ key, before }) => ({
          key,
          before,
          after: { base: before.base * times, advanced: before.advanced },
        }));
        expect(mixRate(grown)?.mix ?? 0).toBeCloseTo(0, 10);
        const shifted = given.map(({ key, before }, i) => ({
          key,
          before,
          after: { base: before.base * (i + 1), advanced: before.advanced * (i + 1) },
        }));
        expect(mixRate(shifted)?.rate ?? 0).toBeCloseTo(0, 10);
        const back = mixRate(
          given.map(({ key, before, after }) => ({ key, before: after, after: before })),
        );
        expect(back?.mix ?? 0).toBeCloseTo(-(mixRate(given)?.mix ?? 0), 10);
      }),
    );
  });

  test('one group is all rate; an empty period has no change', () => {
    const one = { key: 'a', before: { base: 10, advanced: 5 }, after: { base: 20, advanced: 4 } };
    expect(mixRate([one])).toMatchObject({ mix: 0, before: 0.5, after: 0.2 });
    expect(mixRate([{ ...one, after: { base: 0, advanced: 0 } }])).toBeNull();
  });
});

describe('a product of factors', () => {
  const factors = (least: number) =>
    fc.array(
      fc.record({
        before: fc.double({ min: least, max: 50, noNaN: true }),
        after: fc.double({ min: least, max: 50, noNaN: true }),
      }),
      { maxLength: 7 },
    );
  const product = (values: readonly number[]) => values.reduce((a, b) => a * b, 1);

  test.each([
    ['log-mean', 0.01],
    ['Shapley', 0],
  ])('splits exactly: %s', (_, least) => {
    fc.assert(
      fc.property(factors(least), fc.boolean(), (given, empty) => {
        const asked = least === 0 && empty ? [...given, { before: 3, after: 0 }] : given;
        const before = product(asked.map((factor) => factor.before));
        const after = product(asked.map((factor) => factor.after));
        const told = sum(splitProduct(asked));
        const size = asked.reduce((all, one) => all * Math.max(one.before, one.after, 1), 1);
        expect(Math.abs(told - (after - before)) / size).toBeLessThan(1e-9);
      }),
    );
  });

  test('what does not change contributes nothing, whatever the others do', () => {
    const still = { before: 4, after: 4 };
    expect(splitProduct([still, { before: 2, after: 3 }])[0]).toBe(0);
    expect(splitProduct([still, { before: 2, after: 0 }])[0]).toBe(0);
    expect(splitProduct([still, { before: 0, after: 0 }])).toEqual([0, 0]);
  });

  test('Shapley of two zeros is half each', () => {
    const up = { before: 0, after: 6 };
    expect(splitProduct([up, up])).toEqual([18, 18]);
  });
});

describe('closing a gap', () => {
  const gap = { entries: 200, rate: 0.563, target: 0.865, downstream: [0.25], days: 168 };

  test('is linear in volume and amount, and nothing beyond the target', () => {
    const once = closeGap({ ...gap, amountPerWin: '1000.00' });
    const twice = closeGap({ ...gap, entries: 400, amountPerWin: '1000.00' });
    expect(once.wins).toBeCloseTo(15.1, 10);
    expect(once.arr).toBe('15100.00');
    expect(twice.wins).toBeCloseTo(2 * once.wins, 10);
    expect(once.winsAYear).toBeCloseTo((15.1 * 365) / 168, 10);
    expect(closeGap({ ...gap, target: 0.1, amountPerWin: '1000.00' })).toMatchObject({
      wins: 0,
      arr: '0.00',
      arrAYear: '0.00',
    });
  });
});

describe('a break', () => {
  test('is found where it is, and nowhere in a steady series', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 30 }), fc.integer({ min: 3, max: 30 }), (a, b) => {
        const good = Array.from({ length: a }, () => ({ base: 25, advanced: 22 }));
        const bad = Array.from({ length: b }, () => ({ base: 25, advanced: 12 }));
        const found = breakPoint([...good, ...bad]);
        expect(found?.index).toBe(a);
        expect(found?.before).toEqual({ base: 25 * a, advanced: 22 * a });
        expect(found?.after).toEqual({ base: 25 * b, advanced: 12 * b });
        expect(breakPoint(good)).toBeNull();
      }),
    );
  });

  test('needs enough on both sides', () => {
    const few = [
      { base: 19, advanced: 19 },
      { base: 400, advanced: 4 },
    ];
    expect(breakPoint(few)).toBeNull();
    expect(breakPoint([])).toBeNull();
  });
});

test('bins hold every ended entry once', () => {
  const cell = fc.record({
    ms: fc.integer({ min: 0, max: 900 * DAY_MS }),
    advanced: fc.nat(5),
    lost: fc.nat(5),
    noDecision: fc.nat(5),
    open: fc.nat(5),
  });
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const bins = dayBins(durationHistogram(cells.map((one) => ({ ...EMPTY_CELL, ...one }))));
      const ended = sum(cells.map((one) => one.advanced + one.lost + one.noDecision));
      expect(sum(bins.map((bin) => bin.advanced + bin.lost + bin.no_decision))).toBe(ended);
      expect(sum(bins.map((bin) => bin.lost))).toBe(
        ended === 0 ? 0 : sum(cells.map((c) => c.lost)),
      );
      expect(bins.length).toBe(ended === 0 ? 0 : 20);
    }),
  );
});
