import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationHistogram, EMPTY_CELL } from '#lib/bowtie/durationHistogram.ts';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import { customersAhead } from '#lib/bowtie/forecast/customersAhead.ts';
import { customersChange } from '#lib/bowtie/forecast/customersChange.ts';
import { type DayCurve, dayCurve } from '#lib/bowtie/forecast/dayCurve.ts';
import { drawBinomial } from '#lib/bowtie/forecast/drawBinomial.ts';
import { FATES } from '#lib/bowtie/forecast/fates.ts';
import { forecastOdds } from '#lib/bowtie/forecast/forecastOdds.ts';
import { landing } from '#lib/bowtie/forecast/landing.ts';
import { salesAhead } from '#lib/bowtie/forecast/salesAhead.ts';
import { type SalesMoment, salesChange } from '#lib/bowtie/forecast/salesChange.ts';
import { splitChange } from '#lib/bowtie/forecast/splitChange.ts';
import { wholeCents } from '#lib/bowtie/forecast/wholeCents.ts';
import { maturedRate } from '#lib/bowtie/maturedRate.ts';
import { sumMoney } from '#lib/bowtie/money.ts';
import { createRandom } from '#lib/bowtie/plan/random.ts';

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const near = (a: number, b: number) =>
  expect(Math.abs(a - b)).toBeLessThan(1e-6 * (1 + Math.abs(b)));

const histogram = fc
  .array(
    fc.record({
      ms: fc.integer({ min: 0, max: 60 * 24 }).map((hours) => (hours * DAY_MS) / 24),
      advanced: fc.nat(9),
      lost: fc.nat(9),
      open: fc.nat(3),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((cells) => durationHistogram(cells.map((one) => ({ ...EMPTY_CELL, ...one }))));
const curve: fc.Arbitrary<DayCurve> = histogram.map((one) => dayCurve(one, 60));
const rates = fc
  .array(curve, { minLength: 1, maxLength: 3 })
  .map((steps) => ({ steps, toWin: steps.length }));
const amount = fc.integer({ min: 0, max: 99_999 });
const daysLeft = fc.double({ min: 0.1, max: 90, noNaN: true });
const open = fc.array(
  fc.record({
    step: fc.nat(2),
    age: fc.nat(70),
    count: fc.nat(30),
    fate: fc.constantFrom(...FATES),
  }),
  { maxLength: 12 },
);
const moment: fc.Arbitrary<SalesMoment> = fc.record({
  facts: fc.record({ daysLeft, open, signed: fc.constant([]), booked: amount }),
  rates,
  value: amount,
  daily: fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { maxLength: 40 }),
});
const totalOf = (one: SalesMoment) => {
  const { pipeline, signed, inflow } = salesAhead(one);
  return sum(pipeline.map(({ arr }) => arr)) + signed.arr + inflow.arr + one.facts.booked;
};

describe('who arrives in time', () => {
  test('is the matured rate where time is no limit, and never more with less time', () => {
    fc.assert(
      fc.property(histogram, daysLeft, daysLeft, (told, a, b) => {
        const steps = [dayCurve(told, 60)];
        const rate = maturedRate(told, { horizonDays: 60 })?.rate ?? 0;
        near(landing(steps, 1000).coming(0, 0), rate);
        const [less, more] = [landing(steps, Math.min(a, b)), landing(steps, Math.max(a, b))];
        for (const age of [0, 1, 7, 30, 59, 80]) {
          expect(less.open(0, age)).toBeLessThanOrEqual(more.open(0, age) + 1e-9);
          expect(more.open(0, age)).toBeLessThanOrEqual(1 + 1e-9);
          expect(less.open(0, age)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  test('goes through every step: rates multiply', () => {
    fc.assert(
      fc.property(fc.array(curve, { minLength: 1, maxLength: 3 }), (steps) => {
        const product = steps.reduce((all, { rate }) => all * rate, 1);
        near(landing(steps, 1000).coming(0, 0), product);
      }),
    );
  });
});

describe('why a projection moved', () => {
  test('sums to the change, whatever changed', () => {
    fc.assert(
      fc.property(moment, moment, (before, after) => {
        const within = (one: SalesMoment): SalesMoment => {
          const known = Math.min(before.rates.toWin, after.rates.toWin);
          const own = one.facts.open.filter(({ step }) => step < known);
          return { ...one, facts: { ...one.facts, open: own } };
        };
        const [a, b] = [within(before), within(after)];
        near(sum(Object.values(salesChange(a, b))), totalOf(b) - totalOf(a));
      }),
    );
  });

  test('is only the waiting where nothing happened', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 1, max: 7 }), (one, days) => {
        const stay = one.facts.open.map((each) => ({ ...each, fate: 'waited' as const }));
        const facts = { ...one.facts, open: stay, booked: 0 };
        const before = { ...one, facts: { ...facts, daysLeft: one.facts.daysLeft + days } };
        const older = stay.map((each) => ({ ...each, age: each.age + days }));
        const told = salesChange(
          { ...before, daily: [] },
          {
            ...one,
            ...{ facts: { ...facts, open: older }, daily: [] },
          },
        );
        const { waited: _, ...rest } = told;
        expect(Object.values(rest).every((value) => Math.abs(value) < 1e-9)).toBe(true);
      }),
    );
  });

  test('of customers sums too', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const customer = fc.record({
      facts: fc.record({ daysLeft, arr: amount, due: amount, expansion: amount, fell: amount }),
      rates: fc.record({ kept: share, grown: share, shed: share }),
    });
    fc.assert(
      fc.property(customer, customer, (before, after) => {
        const total = (one: typeof before) => {
          const { due, grown, shed } = customersAhead(one);
          return due + grown + shed + one.facts.expansion - one.facts.fell;
        };
        near(sum(Object.values(customersChange(before, after))), total(after) - total(before));
      }),
    );
  });

  test('does not depend on the order of the inputs, and owes nothing to what stayed', () => {
    const inputs = fc.record({ a: amount, b: amount, c: amount, d: amount });
    fc.assert(
      fc.property(inputs, inputs, (before, after) => {
        const project = ({ a, b, c, d }: typeof before) => [a * b + c, Math.max(c, d)];
        const turned = (one: typeof before) => ({ d: one.d, c: one.c, b: one.b, a: one.a });
        const told = splitChange(before, after, project);
        const other = splitChange(turned(before), turned(after), project);
        for (const name of ['a', 'b', 'c', 'd'] as const) {
          for (const [i, share] of told[name].entries()) near(share, other[name][i] ?? Number.NaN);
        }
        const held = splitChange(before, { ...after, b: before.b }, project);
        expect(held.b.map((share) => share + 0)).toEqual([0, 0]);
      }),
    );
  });

  test('is told in whole cents that sum to the total', () => {
    const cents = fc.integer({ min: -1e9, max: 1e9 }).map((one) => (one / 100).toFixed(2));
    const amounts = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(amounts, cents, (all, total) => {
        expect(sumMoney(wholeCents(all, total))).toBe(total);
      }),
    );
  });
});

describe('the odds of a projection', () => {
  const value = { value: 100, spread: 40 };
  const signed = { count: 3, chance: 0.9, arr: 300 };
  const due = { count: 20, arr: 2000, kept: 0.8, seen: 60 };
  const coming = { count: 40, chance: 0.1, over: ['sal>won'], dispersion: 8 };
  const groups = [{ count: 50, chance: 0.2, over: ['sal>won'] }];
  const inputs = {
    ...{ runs: 20_000, seed: 1, base: 10_000, target: 10_900 },
    rates: { 'sal>won': { rate: 0.25, seen: 200 } },
    segments: [{ groups, coming, ...value, signed, due }],
    drift: { mean: 50, spread: 80 },
  };
  const expected = 10_000 + 50 + 50 * 0.2 * 100 + 40 * 0.1 * 100 + 0.9 * 300 - 0.2 * 2000;

  test('have the projection as their mean, and lie in order', () => {
    const told = forecastOdds(inputs);
    expect(Math.abs(Number(told.mean) - expected)).toBeLessThan(20);
    const ends = [told.p10, told.p50, told.p90].map(Number);
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    expect(forecastOdds(inputs)).toEqual(told);
    expect(forecastOdds({ ...inputs, target: null }).p_hit).toBeNull();
  });

  test('draw counts between none and all, at their mean', () => {
    for (const [trials, chance] of [
      ...[[10, 0.3] as const, [400, 0.01] as const, [400, 0.5] as const, [400, 0.99] as const],
    ]) {
      const random = createRandom(7);
      const drawn = Array.from({ length: 4000 }, () => drawBinomial(random, trials, chance));
      expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...drawn)).toBeLessThanOrEqual(trials);
      const error = 5 * Math.sqrt((trials * chance * (1 - chance)) / 4000);
      expect(Math.abs(sum(drawn) / 4000 - trials * chance)).toBeLessThan(error + 0.05);
    }
  });
});
