import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import type { PlanInput, PlanRole } from '#lib/bowtie/plan/planTypes.ts';

const sales: PlanRole = {
  ...{ role: 'AE', stage: 'won', per_month: 2, ramp: [0, 0.5], heads: 1, attrition: 0 },
  cost: '12000',
};
const planWith = (role: PlanRole): PlanInput => ({
  ...{ start: '2027-01-01', months: 12, target_arr: '480000', rounding: 'none' },
  segments: [
    {
      ...{ key: 'all', opening_arr: '0', nrr: 1, share: 1, acv: '10000', discount: 0 },
      ...{ conversions: {}, lags: {} },
    },
  ],
  capacity: [role],
});

describe('hires that are decided', () => {
  it('carry what a ramped head does, and are paid from their first day', () => {
    // 4 wins a month; one head does 2, another is there from the start and ramps for two months.
    const told = decomposePlan(planWith({ ...sales, hires: [{ start: '2027-01', heads: 1 }] }));
    const [role] = told.capacity;
    expect(role?.months.slice(0, 4).map(({ capacity }) => capacity)).toEqual([2, 3, 4, 4]);
    // What they leave open in January and February takes one more, who would have to be there.
    expect(role?.hires).toEqual([{ start: '2026-11', needed: '2027-01', heads: 1, late: true }]);
    expect(role?.hire_cost).toBe('24000.00');
  });

  it('leave nothing to hire where they started early enough', () => {
    const told = decomposePlan(planWith({ ...sales, hires: [{ start: '2026-11', heads: 1 }] }));
    expect(told.capacity[0]?.hires).toEqual([]);
    expect(told.gaps).toEqual([]);
    expect(told.reach.within_capacity).toBe('480000.00');
    expect(told.problems).toEqual([]);
  });

  it('are somebody: a role without heads at the start is not without capacity', () => {
    const hires = [{ start: '2026-11', heads: 1 }];
    const { problems } = decomposePlan(planWith({ ...sales, heads: 0, hires }));
    expect(problems.map(({ code }) => code)).toEqual(['capacity_short']);
    const [heads] = problems[0]?.nearest ?? [];
    expect(heads).toEqual({ path: 'capacity.0.heads', value: 1 });
    const mended = decomposePlan(planWith({ ...sales, heads: 1, hires }));
    expect(mended.problems).toEqual([]);
  });

  it('never make a plan reach less', () => {
    const hire = fc.record({
      start: fc.integer({ min: 1, max: 12 }).map((m) => `2027-${String(m).padStart(2, '0')}`),
      heads: fc.nat(5),
    });
    fc.assert(
      fc.property(
        fc.array(hire, { maxLength: 4 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (hires, a) => {
          const role = { ...sales, attrition: a };
          const reach = (one: PlanRole) =>
            Number(decomposePlan(planWith(one)).reach.within_capacity);
          expect(reach({ ...role, hires })).toBeGreaterThanOrEqual(reach(role) - 0.01);
        },
      ),
    );
  });
});
