import { describe, expect, test } from 'vitest';
import {
  annualFromMonthly,
  grossChurn,
  impliedNrr,
  lifetime,
  lifetimeValue,
  netChurn,
  quickRatio,
  recurringShare,
} from '#lib/bowtie/churnFigures.ts';
import {
  burnMultiple,
  customerCost,
  magicNumber,
  paybackMonths,
  ruleOf40,
  valueToCost,
} from '#lib/bowtie/costFigures.ts';
import {
  coverage,
  coverageToGo,
  linearity,
  salesVelocity,
  winRates,
} from '#lib/bowtie/pipelineFigures.ts';
import { retention } from '#lib/bowtie/retention.ts';
import { workedExample } from '#tests/support/workedExamples.ts';

const STILL = { start: 0, new: 0, reactivation: 0, expansion: 0, contraction: 0, churn: 0 };

/** Equal to the published exact value within 1e-6, relative to its size. */
function expectExact(found: number | null, exact: number) {
  expect(found).not.toBeNull();
  expect(Math.abs((found ?? Number.NaN) - exact)).toBeLessThanOrEqual(1e-6 * Math.max(1, exact));
}

describe('revenue', () => {
  test('RM-01: gross churn', () => {
    const { inputs, exact } = workedExample('RM-01');
    const { start_mrr: start, churn, contraction, expansion } = inputs;
    const found = grossChurn({ ...STILL, start, churn, contraction, expansion });
    expectExact(found.value, exact.gross_mrr_churn_rate);
  });

  test('RM-06: GRR and NRR of a portfolio', () => {
    const { inputs, exact } = workedExample('RM-06');
    const cents = (millions: number) => BigInt(Math.round(millions * 1e8));
    const lost = { from: cents(inputs.churn_m), to: 0n };
    const smaller = { from: cents(2), to: cents(2 - inputs.contraction_m) };
    const larger = { from: cents(3), to: cents(3 + inputs.expansion_m) };
    const still = cents(inputs.start_arr_m - inputs.churn_m - 5);
    const units = [lost, smaller, larger, { from: still, to: still }].map(({ from, to }) => [
      { day: '2025-01-01', arr: from },
      { day: '2025-06-01', arr: to },
    ]);
    const found = retention(units, { from: '2025-02-01', to: '2026-02-01' });
    expectExact(found.grr, exact.grr);
    expectExact(found.nrr, exact.nrr);
  });

  test('RM-12, RM-13, RM-15, BT-14: lifetime and its value', () => {
    const lives = workedExample('RM-12');
    lives.inputs.churn.forEach((churn: number, i: number) => {
      expectExact(lifetime(churn).value, lives.exact.lifetime[i]);
    });
    const simple = workedExample('RM-13');
    const { arpa, customer_churn: churn } = simple.inputs;
    expectExact(lifetimeValue({ revenue: arpa, churn }).value, simple.exact.ltv);
    const margin = workedExample('RM-15');
    const { gross_margin: grossMargin, annual_churn } = margin.inputs;
    const input = { revenue: margin.inputs.arpa, churn: annual_churn, grossMargin };
    expectExact(lifetimeValue(input).value, margin.exact.ltv);
    const monthly = workedExample('BT-14');
    monthly.inputs.monthly_retention.forEach((kept: number, i: number) => {
      const revenue = monthly.inputs.annual_revenue_per_unit / 12;
      expectExact(lifetime(1 - kept).value, monthly.exact.lifetime_months[i]);
      expectExact(lifetimeValue({ revenue, churn: 1 - kept }).value, monthly.exact.ltv[i]);
    });
  });

  test('RM-16: value to cost', () => {
    const { inputs, exact } = workedExample('RM-16');
    const value = lifetimeValue({ revenue: inputs.average_arr, churn: inputs.annual_churn });
    expectExact(valueToCost(value.value ?? 0, inputs.cac).value, exact.ltv_to_cac);
  });

  test.each(['RM-18a', 'RM-18c'])('%s: quick ratio', (id) => {
    const { inputs, exact } = workedExample(id);
    const found = quickRatio({
      ...STILL,
      new: inputs.new_mrr,
      expansion: inputs.expansion_mrr,
      churn: inputs.churned_mrr,
      contraction: inputs.contraction_mrr,
    });
    expectExact(found.value, exact.quick_ratio);
  });

  test('RM-19: magic number', () => {
    const { inputs, exact } = workedExample('RM-19');
    const found = magicNumber({
      revenue: inputs.qoq_recurring_revenue_increase,
      revenueBefore: 0,
      spendBefore: inputs.prior_quarter_s_and_m,
    });
    expectExact(found.value, exact.magic_number);
  });

  test.each(['RM-21a', 'RM-21b', 'RM-21d'])('%s: burn multiple', (id) => {
    const { inputs, exact } = workedExample(id);
    const found = burnMultiple(inputs.net_burn_m, inputs.net_new_arr_m);
    expectExact(found.value, exact.burn_multiple);
  });

  test('RM-22, BT-15: rule of 40, implied NRR, and a year of 3 % a month', () => {
    const { inputs, exact } = workedExample('RM-22');
    inputs.growth_pct.forEach((growth: number, i: number) => {
      expectExact(ruleOf40(growth, inputs.margin_pct[i]), exact.score[i]);
    });
    const implied = workedExample('BT-15');
    const { cr7_grr, cr8_expansion } = implied.inputs;
    expectExact(impliedNrr(cr7_grr, cr8_expansion), implied.exact.implied_nrr);
    expect(annualFromMonthly(0.03)).toBeCloseTo(0.3062, 4);
  });
});

test('undefined is null with its reason, never 0 and never infinity', () => {
  const reasons = [
    grossChurn(STILL),
    netChurn(STILL),
    recurringShare(0, 0),
    lifetime(0),
    lifetimeValue({ revenue: 100, churn: 0 }),
    quickRatio({ ...STILL, new: 5 }),
    customerCost(100, 0),
    valueToCost(100, 0),
    paybackMonths({ spend: 100, monthlyNewRevenue: 0, grossMargin: 0.8 }),
    paybackMonths({ spend: 100, monthlyNewRevenue: 9, grossMargin: -0.2 }),
    magicNumber({ revenue: 2, revenueBefore: 1, spendBefore: 0 }),
    burnMultiple(3, 0),
    burnMultiple(-3, 5),
    coverage(3, 0),
    coverageToGo({ openPipeline: 3, target: 5, won: 6 }),
    salesVelocity({ opportunities: 1, winRate: 1, averageDeal: 1, cycleDays: 0 }),
  ];
  expect(reasons.every(({ value }) => value === null)).toBe(true);
  expect(reasons.map(({ reason }) => reason)).toEqual([
    ...['empty_base', 'empty_base', 'empty_base', 'no_churn', 'no_churn', 'no_losses'],
    ...['empty_base', 'no_spend', 'empty_base', 'not_profitable', 'no_spend', 'no_growth'],
    ...['self_funding', 'empty_base', 'target_met', 'empty_base'],
  ]);
});

describe('pipeline', () => {
  test('PL-01, PL-02, PL-04: one set of deals, several win rates', () => {
    const narrow = workedExample('PL-01');
    const { won, lost, derailed_no_decision: noDecision } = narrow.inputs;
    const found = winRates({ won, lost, noDecision, open: 0 });
    expectExact(found.narrow.value, narrow.exact.narrow);
    expectExact(found.broad.value, narrow.exact.broad);

    const created = workedExample('PL-02');
    const january = { ...created.inputs, noDecision: 0 };
    const rates = winRates({
      won: january.won,
      lost: january.lost,
      noDecision: 0,
      open: january.open,
    });
    expectExact(rates.created.value, created.exact.created_win_rate);
    expectExact(rates.narrow.value, created.exact.closed_win_rate);

    const decided = workedExample('PL-04');
    const { lost_or_rejected, still_open, won: wins } = decided.inputs;
    const leads = winRates({ won: wins, lost: lost_or_rejected, noDecision: 0, open: still_open });
    expectExact(leads.narrow.value, decided.exact.decided_only_rate);
    expectExact(leads.created.value, decided.exact.all_leads_rate);
  });

  test('PL-08, PL-09: velocity', () => {
    const one = workedExample('PL-08');
    const { opportunities, average_deal, win_rate, cycle_days } = one.inputs;
    const input = { averageDeal: average_deal, winRate: win_rate, cycleDays: cycle_days };
    expectExact(salesVelocity({ opportunities, ...input }).value, one.exact.per_day);
    const two = workedExample('PL-09');
    two.inputs.opportunities.forEach((count: number, i: number) => {
      const found = salesVelocity({
        opportunities: count,
        averageDeal: two.inputs.average_deal,
        winRate: two.inputs.win_rate,
        cycleDays: two.inputs.cycle_days,
      });
      expectExact(found.value, two.exact.per_day[i]);
    });
  });

  test('PL-12, PL-15: coverage, linearity', () => {
    const cover = workedExample('PL-12');
    const { open_pipeline_closing_in_quarter_m: open, new_arr_target_m: target } = cover.inputs;
    expectExact(coverage(open, target).value, cover.exact.coverage);
    const linear = workedExample('PL-15');
    linearity(linear.inputs.month_bookings_m).forEach((share, i) => {
      expectExact(share.value, linear.exact.month_share[i]);
    });
  });
});
