import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import { growthMix, moveMix } from '#lib/view/plan/growthMix.ts';
import { meanLag, stretchLags } from '#lib/view/plan/lagShape.ts';
import { moveShare, roundShares } from '#lib/view/plan/moveShare.ts';
import {
  applyOverrides,
  type Override,
  readOverrides,
  writeOverrides,
} from '#lib/view/plan/overrides.ts';
import { seasonBars, yearOfBars } from '#lib/view/plan/season.ts';
import { evenRamp, looseTiers, tiersOf, writeHires, writeTiers } from '#lib/view/plan/setRole.ts';

const shares = fc
  .array(fc.nat(100), { minLength: 2, maxLength: 24 })
  .filter((all) => all.some((one) => one > 0))
  .map(roundShares);
const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
const whole = (all: readonly number[]) => sum(all.map((one) => Math.round(one * 10_000)));

const plan: PlanInput = {
  ...{ start: '2027-04-01', months: 12, target_arr: '6000000', rounding: 'none' },
  segments: [
    {
      ...{ key: 'small', opening_arr: '1000000', nrr: 0.99, grr: 0.9, share: 0.5 },
      ...{ acv: '10000', discount: 0, conversions: { 'sal>won': 0.2 }, lags: {} },
    },
    {
      ...{ key: 'mid', opening_arr: '3000000', nrr: 1.14, grr: 0.95, share: 0.5 },
      ...{ acv: '50000', discount: 0, conversions: { 'sal>won': 0.2 }, lags: {} },
    },
  ],
  capacity: [{ role: 'AE', stage: 'won', per_month: 2, ramp: [0, 0.5], heads: 3, attrition: 0 }],
};

describe('shares that are moved', () => {
  it('sum to 1 in ten-thousandths, none below 0, and the moved one is where it was put', () => {
    fc.assert(
      fc.property(shares, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (all, n, to) => {
        const at = n % all.length;
        const moved = moveShare(all, at, to);
        expect(whole(moved)).toBe(10_000);
        expect(Math.min(...moved)).toBeGreaterThanOrEqual(0);
        expect(moved[at]).toBe(Math.round(to * 10_000) / 10_000);
      }),
    );
  });
  it('remember their usual proportion when one had taken all', () => {
    const all = moveShare([0.2, 0.3, 0.5], 2, 1);
    expect(all).toEqual([0, 0, 1]);
    expect(moveShare(all, 2, 0.5, [0.2, 0.3, 0.5])).toEqual([0.2, 0.3, 0.5]);
  });
});

describe('lags that are stretched', () => {
  it('keep the sum and meet the mean, whatever the shape', () => {
    fc.assert(
      fc.property(shares, fc.double({ min: 0, max: 24, noNaN: true }), (lags, mean) => {
        const moved = stretchLags(lags, mean);
        expect(sum(moved)).toBeCloseTo(1, 9);
        expect(Math.min(...moved)).toBeGreaterThanOrEqual(0);
        expect(meanLag(moved)).toBeCloseTo(mean, 9);
      }),
    );
  });
  it('go both ways: twice as long is the same shape on every other month', () => {
    expect(stretchLags([0, 0.5, 0.5], 3)).toEqual([0, 0, 0.5, 0, 0.5]);
    expect(stretchLags([1], 1.5)).toEqual([0, 0.5, 0.5]);
    expect(stretchLags([0, 0.5, 0.5], 0)).toEqual([1]);
  });
});

describe('a season', () => {
  it('is kept by calendar month, so that a later start moves nothing', () => {
    const seasonality = roundShares([2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4]);
    const bars = seasonBars({ seasonality }, plan);
    expect(bars[0]).toEqual({ month: '2027-04-01', place: 3, share: seasonality[0] });
    const year = yearOfBars(bars, seasonality);
    const set: Override[] = [{ of: 's', key: 'mid', field: 'season', value: year }];
    const same = applyOverrides(plan, set).segments[1]?.seasonality ?? [];
    expect(same.map((one) => one.toFixed(4))).toEqual(seasonality.map((one) => one.toFixed(4)));
    const later = applyOverrides({ ...plan, start: '2027-05-01', months: 18 }, set);
    const moved = later.segments[1]?.seasonality ?? [];
    expect([moved.length, sum(moved).toFixed(9)]).toEqual([18, '1.000000000']);
    expect(moved[10]).toBe(Math.max(...moved));
    expect(moved[10]).toBe((moved[7] ?? 0) * 4);
  });
});

describe('growth taken apart', () => {
  const newOf = (input: PlanInput) => Number(decomposePlan(input).new_arr);
  it('adds up: opening - churn + expansion + new is the goal', () => {
    const mix = growthMix(plan, newOf(plan), null);
    expect(mix.churn).toBeCloseTo(250_000, 6);
    expect(mix.expansion).toBeCloseTo(660_000, 6);
    expect(mix.opening - mix.churn + mix.expansion + mix.newArr).toBeCloseTo(6_000_000, 6);
    expect(mix.growth).toBeCloseTo(mix.newArr + mix.expansion - mix.churn, 6);
  });
  it('comes to what it was moved to, for all tiers or one of them', () => {
    const rate = fc.double({ min: 0, max: 1, noNaN: true });
    const tier = fc.constantFrom(null, 'small', 'mid');
    fc.assert(
      fc.property(
        rate,
        tier,
        fc.constantFrom('grr' as const, 'expansion' as const),
        (to, one, part) => {
          const newArr = newOf(plan);
          const moved = applyOverrides(plan, moveMix(plan, { part, to, tier: one, newArr }));
          const mix = growthMix(moved, newOf(moved), one);
          expect(part === 'grr' ? mix.grr : mix.expansionRate).toBeCloseTo(to, 4);
          for (const { nrr, grr = 0 } of moved.segments) {
            expect(grr).toBeLessThanOrEqual(nrr + 1e-12);
            expect(grr).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });
  it('takes from expansion what new business is to bring', () => {
    const moved = applyOverrides(
      plan,
      moveMix(plan, { part: 'new', to: 1_000_000, tier: null, newArr: newOf(plan) }),
    );
    expect(newOf(moved)).toBeCloseTo(1_000_000, -2);
  });
});

describe('roles set by hand', () => {
  const hires = [{ start: '2027-06', heads: 2 }];
  const text = `r:AE:heads:5;r:AE:ramp:4;r:AE:hires:${writeHires(hires)};r:KA:stage:4;r:KA:heads:1`;
  it('come back from the address: changed, new and gone', () => {
    const [sales, key] = applyOverrides(plan, readOverrides(text)).capacity;
    expect(sales).toMatchObject({ heads: 5, ramp: evenRamp(4), hires });
    expect(key).toMatchObject({ role: 'KA', stage: 'won', heads: 1, per_month: 0 });
    expect(applyOverrides(plan, readOverrides('r:AE:gone:1')).capacity).toEqual([]);
  });
  it('ramp in even steps', () => {
    expect([evenRamp(2), evenRamp(0)]).toEqual([[0, 0.5], []]);
  });
  it('puts a role to the tiers that are chosen, and to all again', () => {
    const tiers = plan.segments.map(({ key }) => key);
    const [first = '', ...others] = tiers;
    expect(others.length).toBeGreaterThan(0);
    const set = (before: object, wanted: string[]) =>
      writeTiers(before, wanted, tiers).flatMap(({ field, value }) =>
        value === null ? [] : [{ of: 'r' as const, key: 'AE', field, value }],
      );
    const saved = (segments?: string[]) => ({
      ...plan,
      capacity: plan.capacity.map((role) => (role.role === 'AE' ? { ...role, segments } : role)),
    });
    for (const before of [undefined, [first], others]) {
      for (const wanted of [tiers, [first], others]) {
        const text = writeOverrides(set({ segments: before }, wanted));
        const { capacity } = applyOverrides(saved(before), readOverrides(text));
        const role = capacity.find((one) => one.role === 'AE');
        expect(role && tiersOf(role, tiers), text).toEqual(wanted);
      }
    }
    expect(set({}, tiers)).toEqual([]);
    expect(looseTiers(saved([first]), 'won')).toEqual(others);
    expect(looseTiers(plan, 'won')).toEqual([]);
    const alien = applyOverrides(saved(), readOverrides('r:AE:tier%3Anone:0')).capacity;
    expect(alien.find((one) => one.role === 'AE')?.segments).toBeUndefined();
  });

  it('leaves out hires that are in no month', () => {
    const [sales] = applyOverrides(plan, readOverrides('r:AE:hires:202713,2,202701,1')).capacity;
    expect(sales?.hires).toEqual([{ start: '2027-01', heads: 1 }]);
  });
});
