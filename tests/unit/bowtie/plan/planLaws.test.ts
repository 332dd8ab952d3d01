import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apportion, wholeCount } from '#lib/bowtie/plan/apportion.ts';
import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import { exactNewArr, newArr } from '#lib/bowtie/plan/newArr.ts';
import type { PlanInput, PlanResult } from '#lib/bowtie/plan/planTypes.ts';
import { oraclePlan } from '#tests/support/plan/oraclePlan.ts';
import { anyPlan } from '#tests/support/plan/planArbitraries.ts';

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
const near = (a: number, b: number) =>
  expect(Math.abs(a - b)).toBeLessThan(1e-7 * (1 + Math.abs(b)));
const display = (plan: PlanInput): PlanInput => ({ ...plan, rounding: 'display' });

/** A stage of all segments: total, locked and months. */
function stageSums({ segments }: PlanResult, stage: string) {
  return {
    total: sum(segments.map(({ entries }) => entries[stage] ?? 0)),
    locked: sum(segments.map(({ locked }) => locked[stage] ?? 0)),
    months: sum(segments.flatMap((one) => one.months.map(({ entries }) => entries[stage] ?? 0))),
  };
}

describe('a plan counted back', () => {
  test('agrees with every win followed back along every path of lags', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const [told, slow] = [decomposePlan(plan), oraclePlan(plan)];
        expect(Math.abs(Number(told.new_arr) - slow.newArr)).toBeLessThan(0.006);
        told.segments.forEach((one, i) => {
          const own = slow.segments[i];
          near(one.wins, own?.wins ?? -1);
          for (const [stage, months] of own?.entries ?? []) {
            if (stage === 'won') continue;
            const early = [...months].filter(([month]) => month < 0).map(([, count]) => count);
            near(one.locked[stage] ?? -1, sum(early));
            near(one.entries[stage] ?? -1, sum([...months.values()]));
            one.months.forEach(({ entries }, m) => {
              near(entries[stage] ?? -1, months.get(m) ?? 0);
            });
          }
          expect(Object.keys(one.entries).length).toBe((own?.entries.size ?? 0) - 1);
        });
      }),
    );
  });

  test('keeps every total through the lags: months + locked = entries; nothing is negative', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const told = decomposePlan(plan);
        for (const one of told.segments) {
          near(sum(one.months.map(({ wins }) => wins)), one.wins);
          for (const [stage, total] of Object.entries(one.entries)) {
            const inPlan = sum(one.months.map(({ entries }) => entries[stage] ?? 0));
            near(inPlan + (one.locked[stage] ?? 0), total);
            for (const { entries } of one.months) expect(entries[stage]).toBeGreaterThanOrEqual(0);
          }
        }
        near(sum(told.segments.map((one) => Number(one.new_arr))), Number(told.new_arr));
      }),
    );
  });

  test('of twice as much to win asks twice the work of every stage and month', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const once = newArr(plan.target_arr, plan.segments);
        fc.pre(Number(once) > 0);
        const target = (
          Number(plan.target_arr) + exactNewArr(plan.target_arr, plan.segments)
        ).toFixed(9);
        const twice = decomposePlan({ ...plan, target_arr: target });
        const told = decomposePlan(plan);
        told.segments.forEach((one, i) => {
          near(twice.segments[i]?.wins ?? -1, 2 * one.wins);
          one.months.forEach(({ entries }, m) => {
            for (const [stage, count] of Object.entries(entries)) {
              near(twice.segments[i]?.months[m]?.entries[stage] ?? -1, 2 * count);
            }
          });
        });
      }),
    );
  });

  test('below what retention alone gives asks nothing, and says how much is too much', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const opening = plan.segments.map((one) => ({ ...one, opening_arr: '90000000' }));
        const told = decomposePlan({ ...plan, segments: opening });
        expect(Number(told.new_arr)).toBeLessThan(0);
        expect(told.segments.every(({ wins }) => wins === 0)).toBe(true);
        const all = told.segments.flatMap(({ entries }) => Object.values(entries));
        expect(all.every((count) => count === 0)).toBe(true);
        expect(told.problems.map(({ code }) => code)).toContain('target_below_retention');
      }),
    );
  });
});

describe('for display', () => {
  test('annual counts are rounded up; segments, months and locked sum exactly to them', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const [exact, shown] = [decomposePlan(plan), decomposePlan(display(plan))];
        const wins = sum(exact.segments.map((one) => one.wins));
        expect(sum(shown.segments.map((one) => one.wins))).toBe(wholeCount(wins));
        for (const row of shown.departments) {
          const [stage = ''] = row.stages;
          const parts = sum(row.months.map(({ value }) => value)) + row.locked + row.later;
          expect(parts, stage).toBe(row.total);
          expect(Number.isInteger(row.total)).toBe(true);
          if (stage === 'won' || stage === 'onboarded') continue;
          const [was, is] = [stageSums(exact, stage), stageSums(shown, stage)];
          expect(is.total).toBe(wholeCount(was.total));
          expect(is.locked + is.months).toBe(is.total);
          expect(row.total).toBe(is.total);
        }
        for (const one of shown.segments) {
          expect(sum(one.months.map((month) => month.wins))).toBe(one.wins);
          for (const [stage, total] of Object.entries(one.entries)) {
            const inPlan = sum(one.months.map(({ entries }) => entries[stage] ?? 0));
            expect(inPlan + (one.locked[stage] ?? 0)).toBe(total);
          }
        }
      }),
    );
  });

  test('the largest remainder gives every part its quota, rounded down or up', () => {
    const parts = fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(fc.nat(5000), parts, (total, weights) => {
        const all = sum(weights);
        fc.pre(all > 1e-6);
        const told = apportion(total, weights);
        expect(sum(told)).toBe(total);
        told.forEach((part, i) => {
          const quota = (total * (weights[i] ?? 0)) / all;
          expect(part).toBeGreaterThanOrEqual(Math.floor(quota - 1e-6));
          expect(part).toBeLessThanOrEqual(Math.ceil(quota + 1e-6));
        });
      }),
    );
  });
});

describe('capacity', () => {
  test('what is done is the smaller of load and capacity; hires cover what is missing', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const told = decomposePlan(plan);
        for (const [r, role] of told.capacity.entries()) {
          const given = plan.capacity[r];
          for (const month of role.months) {
            expect(month.done).toBe(Math.min(month.load, month.capacity));
            if (month.binds === 'demand') expect(month.capacity).toBeGreaterThan(month.load - 1e-6);
          }
          if (given === undefined || given.per_month === 0) continue;
          const short = role.months.some(({ load, capacity }) => load > capacity + 1e-6);
          expect(role.hires.length > 0).toBe(short);
        }
        expect(Number(told.reach.arr)).toBeLessThanOrEqual(Number(plan.target_arr) + 0.01);
        expect(told.feasible).toBe(told.gaps.length === 0);
      }),
    );
  });
});
