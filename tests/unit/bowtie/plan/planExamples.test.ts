import { describe, expect, test } from 'vitest';
import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import { leverTest } from '#lib/bowtie/plan/leverTest.ts';
import { newArr, valuePerWin } from '#lib/bowtie/plan/newArr.ts';
import { expectedToDate, requiredRunRate } from '#lib/bowtie/plan/pacing.ts';
import { planCapacity } from '#lib/bowtie/plan/planCapacity.ts';
import { planStatus } from '#lib/bowtie/plan/planStatus.ts';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import { workedExample } from '#tests/support/workedExamples.ts';

type Rates = Record<string, number>;
type Change = { opening?: number; target: number; acv: number; discount?: number };

/** A plan of one segment, counted back. */
function wholePlan(conversions: Rates, change: Change): PlanInput {
  const { opening = 0, target, acv, discount = 0 } = change;
  const segment = {
    key: 'all',
    opening_arr: String(opening),
    nrr: 1,
    share: 1,
    acv: String(acv),
    discount,
    conversions,
    lags: {},
  };
  const plan = { start: '2027-01-01', months: 12, target_arr: String(target) };
  return { ...plan, rounding: 'none', segments: [segment], capacity: [] };
}

describe('published targets', () => {
  test('TG-03: from 2 to 6 million takes 80 deals of 50,000 and 400 discoveries', () => {
    const { inputs, exact } = workedExample('TG-03');
    const told = decomposePlan(
      wholePlan(
        { 'sal>won': inputs.discovery_to_close },
        { opening: inputs.start_arr, target: inputs.target_arr, acv: inputs.asp },
      ),
    );
    expect(Number(told.new_arr)).toBe(exact.new_arr_needed);
    expect(told.segments[0]?.wins).toBe(exact.deals);
    expect(told.segments[0]?.entries.sal).toBe(exact.discoveries);
  });

  test('TG-05: deals, opportunities and meetings of an outbound plan', () => {
    const { inputs, exact } = workedExample('TG-05');
    const conversions = { 'sal>won': inputs.win_rate, 'sql>sal': inputs.qualification_rate };
    const change = { target: inputs.arr_goal, acv: inputs.average_deal };
    const [one] = decomposePlan(wholePlan(conversions, change)).segments;
    expect([one?.wins, one?.entries.sal, one?.entries.sql]).toEqual([
      exact.deals,
      exact.opportunities,
      exact.meetings,
    ]);
  });

  test('BT-01, BT-10: the growth formula forwards is the plan backwards', () => {
    const { inputs, exact } = workedExample('BT-01');
    const conversions = {
      'prospect>mql': inputs.cr1,
      'mql>sql': inputs.cr2,
      'sql>sal': inputs.cr3,
      'sal>won': inputs.cr4,
    };
    const price = { acv: inputs.list_acv, discount: inputs.cr5_discount };
    const plan = wholePlan(conversions, { target: exact.new_arr, ...price });
    expect(plan.segments[0] && valuePerWin(plan.segments[0])).toBe(16_000);
    const [one] = decomposePlan(plan).segments;
    expect(one?.wins).toBeCloseTo(exact.wins, 9);
    expect(one?.entries.prospect).toBeCloseTo(inputs.vm1, 6);
  });

  test('BT-02: leads for one win, rounded up', () => {
    const { inputs, exact } = workedExample('BT-02');
    const { cr1, cr2, cr3, cr4 } = inputs;
    const rates = { 'prospect>mql': cr1, 'mql>sql': cr2, 'sql>sal': cr3, 'sal>won': cr4 };
    const plan = wholePlan(rates, { target: 10, acv: 10 });
    const [one] = decomposePlan({ ...plan, rounding: 'display' }).segments;
    expect(one?.entries.prospect).toBe(exact.leads_required_ceiled);
  });

  test('BT-03, BT-04: what a discount has to win back', () => {
    for (const id of ['BT-03a', 'BT-03b', 'BT-03e', 'BT-03g']) {
      const { inputs, exact } = workedExample(id);
      const price = { acv: inputs.list_acv, discount: inputs.discount_cr5 };
      const plan = wholePlan(
        { 'sal>won': inputs.win_rate_cr4 },
        { target: exact.new_arr, ...price },
      );
      expect(decomposePlan(plan).segments[0]?.entries.sal).toBeCloseTo(inputs.sal_vm4, 6);
    }
    const { inputs, exact } = workedExample('BT-04');
    const win = (discount: number, rate: number) => rate * (1 - discount);
    expect(win(inputs.discount, exact.required_win_rate)).toBeCloseTo(inputs.base_win_rate, 12);
  });

  test('TG-09: the curve says ahead where the straight line says behind', () => {
    const { inputs, exact } = workedExample('TG-09');
    const curve = Object.entries(inputs.shape_pct_by_day as Record<string, number>).map(
      ([day, percent]) => ({ elapsed: Number(day) / 31, share: percent / 100 }),
    );
    const now = { target: inputs.month_target, elapsed: inputs.day / 31 };
    const told = expectedToDate(curve, now);
    expect(told.onCurve).toBeCloseTo(exact.expected_to_date, 6);
    expect(told.onLine).toBeCloseTo(exact.linear_expected_day10_of_31, 6);
    expect(planStatus(inputs.actual_to_date, told.onCurve)).toBe('ahead');
    expect(planStatus(inputs.actual_to_date, told.onLine)).toBe('behind');
    expect(requiredRunRate({ target: 1000, actual: 240, left: 20 })).toBe(38);
  });
});

describe('published levers', () => {
  test('BT-05, BT-07: +10 % at seven points, +15 % at five', () => {
    const at = (id: string) => {
      const { inputs, exact } = workedExample(id);
      const names = ['cr1', 'cr2', 'cr3', 'cr4', 'price_realisation', 'cr6', 'cr7'] as const;
      const given = names.slice(0, inputs.number_of_conversion_points).map((one) => [one, 0.1]);
      const told = leverTest(Object.fromEntries(given), inputs.relative_gain, 1);
      expect(told.multiplier).toBeCloseTo(exact.multiplier, 9);
      expect(told.uncapped_multiplier).toBeCloseTo(exact.multiplier, 9);
    };
    at('BT-05');
    at('BT-07');
  });

  test('BT-18: capped at 100 % it is 1.80, and the caps are named', () => {
    const { inputs, exact } = workedExample('BT-18');
    const told = leverTest(inputs.factors, inputs.relative_gain, inputs.cap);
    expect(told.multiplier).toBeCloseTo(exact.multiplier_price_lever, 9);
    expect(told.capped).toEqual(['sql>sal', 'won>onboarded']);
  });
});

describe('published capacity', () => {
  test('CP-02: ramped equivalents are what hires of each age count', () => {
    const { inputs, exact } = workedExample('CP-02');
    const rre = inputs.headcount.reduce((sum: number, heads: number, i: number) => {
      return sum + heads * inputs.ramp[i];
    }, 0);
    expect(rre).toBeCloseTo(exact.rre, 9);
    // Five heads are missing in the third month: whoever starts in the first is ramped by then.
    const role = { role: 'AE', stage: 'won' as const, per_month: 1, heads: 15, attrition: 0 };
    const ramp = inputs.ramp.slice(0, 2);
    const [plan] = planCapacity(
      [{ ...role, ramp, cost: '120000' }],
      { start: '2027-01-01', months: 4 },
      [{ stage: 'won', segment: 'all', months: [15, 15, 20, 20] }],
      false,
    );
    expect(plan?.hires).toEqual([{ start: '2027-01', needed: '2027-03', heads: 5, late: false }]);
    expect(plan?.hire_cost).toBe('200000.00');
  });

  test('BT-17: ahead, near, behind at the boundaries', () => {
    const { inputs, expected } = workedExample('BT-17');
    type Pair = { value: number; benchmark: number };
    const told = (pairs: Pair[], better: 'higher' | 'lower') =>
      pairs.map(({ value, benchmark }) => planStatus(value, benchmark, better));
    expect(told(inputs.higher_is_better, 'higher')).toEqual(expected.higher);
    expect(told(inputs.lower_is_better, 'lower')).toEqual(expected.lower);
  });

  test('retention moves the gap by what it says: 4.0, 3.9 and 4.2 million', () => {
    const gap = (nrr: number) => newArr('6000000', [{ opening_arr: '2000000', nrr }]);
    expect([1, 1.05, 0.9].map(gap)).toEqual(['4000000.00', '3900000.00', '4200000.00']);
  });
});
