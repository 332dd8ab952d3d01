import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { availablePipeline } from '#lib/bowtie/plan/availablePipeline.ts';
import { gapWorth, landedShare, retentionWorth } from '#lib/bowtie/plan/gapWorth.ts';
import { lagShares, stillOpenShares } from '#lib/bowtie/plan/lagShares.ts';
import { expectedToDate, paceAt, paceCurve } from '#lib/bowtie/plan/pacing.ts';
import { planChain } from '#lib/bowtie/plan/planChain.ts';

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('the live pipeline', () => {
  test('entries that keep coming as the plan needs are worth what the plan locks', () => {
    // Ten a month, all open for their first month and ended in the second: of those that came in
    // the month before, all can still win; the plan locks the same ten.
    const conversions = { 'sal>won': 0.5 };
    const lags = { 'sal>won': [0, 1] };
    const pipeline = { months_to_start: 1, elapsed: 1, open: { sal: [10] } };
    const bare = { key: 'a', opening_arr: '0', nrr: 1, share: 1, acv: '1', discount: 0 };
    const segment = { ...bare, conversions, lags, pipeline };
    const chain = planChain(conversions);
    expect(availablePipeline({ chain, segment }, 12).get('sal')).toBeCloseTo(10, 9);
  });
});

describe('what a gap is worth', () => {
  const gap = {
    entries: 400,
    rate: 0.55,
    target: 0.85,
    downstream: [{ rate: 0.25, lags: [0, 0.5, 0.5] }],
    value_per_win: 26_000,
    nrr: 1,
    months: 12,
  };

  test('400 x 0.3 x 0.25 are 30 wins a year; those of the last months land later', () => {
    const told = gapWorth(gap);
    expect(told.wins_a_year).toBeCloseTo(30, 9);
    expect(landedShare([{}, ...gap.downstream], 12)).toBeCloseTo((11 * 0.5 + 10 * 0.5) / 12, 9);
    expect(told.in_year).toBeCloseTo(30 * 26_000 * (10.5 / 12), 4);
    expect(told.three_years).toBeCloseTo(told.in_year + 2 * 30 * 26_000, 4);
  });

  test('heads hold it back: 120 more, and only 60 can be handled', () => {
    const told = gapWorth({ ...gap, headroom: [60] });
    expect(told.within).toBeCloseTo(0.5, 9);
    expect(told.wins_a_year).toBeCloseTo(15, 9);
    expect(gapWorth({ ...gap, headroom: [0] }).in_year).toBe(0);
  });

  test('keeping customers grows with the years', () => {
    const told = retentionWorth({ opening: 100, nrr: 0.9, target: 1, new_a_year: 0 });
    expect(told.in_year).toBeCloseTo(10, 9);
    expect(told.three_years).toBeCloseTo(100 - 72.9, 9);
    const same = retentionWorth({ opening: 100, nrr: 1, target: 0.9, new_a_year: 9 });
    expect(same).toEqual({ in_year: 0, three_years: 0 });
  });
});

describe('curves', () => {
  test('of pace rise from 0 to 1', () => {
    const spans = fc.array(fc.array(fc.nat(50), { minLength: 1, maxLength: 40 }), { minLength: 1 });
    fc.assert(
      fc.property(spans, (given) => {
        const curve = paceCurve(given);
        if (curve === null) return expect(given.flat().every((one) => one === 0)).toBe(true);
        const shares = curve.map(({ share }) => share);
        expect(shares[0]).toBe(0);
        expect(shares.at(-1)).toBeCloseTo(1, 9);
        for (const [i, one] of shares.entries()) {
          expect(one).toBeGreaterThanOrEqual((shares[i - 1] ?? 0) - 1e-12);
        }
        expect(paceAt(curve, 1)).toBeCloseTo(1, 9);
      }),
    );
  });

  test('of steady counts are the straight line', () => {
    const curve = paceCurve([new Array(90).fill(2), new Array(92).fill(3)]);
    const told = expectedToDate(curve, { target: 100, elapsed: 0.37 });
    expect(told.onCurve).toBeCloseTo(told.onLine, 6);
  });
});

describe('lags by calendar month', () => {
  const kind = fc.constantFrom('advanced', 'lost', 'no_decision', 'open');
  const row = fc
    .record({ kind, timed: fc.boolean(), months: fc.nat(9), more: fc.nat(9), entries: fc.nat(20) })
    .map(({ more, ...one }) => {
      return { ...one, age: one.kind === 'open' ? one.months : one.months + more };
    });

  test('sum to 1; what is still open only falls', () => {
    fc.assert(
      fc.property(fc.array(row), fc.nat(6), (rows, settled) => {
        const lags = lagShares(rows, { settled, enough: 20 });
        if (lags !== null) expect(sum(lags.shares)).toBeCloseTo(1, 9);
        const open = stillOpenShares(rows) ?? [];
        for (const [i, share] of open.entries()) {
          expect(share).toBeLessThanOrEqual((open[i - 1] ?? 1) + 1e-12);
          expect(share).toBeGreaterThanOrEqual(-1e-12);
        }
      }),
    );
  });
});
