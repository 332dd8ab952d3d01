import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import type { PlanPaper } from '#lib/contract/planPaper.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import { paperText } from '#lib/paper/paperText.ts';
import { planSheets } from '#lib/paper/plan/planSheets.ts';
import { writeWorkbook } from '#lib/paper/sheet/writeWorkbook.ts';
import { openWorkbook } from '#tests/support/formulas.ts';

const role = { ramp: [0, 0.5, 1], attrition: 0.3, cost: '90000' };
const plan: PlanInput = {
  ...{ start: '2027-01-01', months: 12, target_arr: '6000000', rounding: 'none' },
  segments: [
    {
      ...{ key: 'small', opening_arr: '800000', nrr: 0.9, share: 0.4, acv: '12000', discount: 0.1 },
      conversions: {
        ...{ 'prospect>mql': 0.2, 'mql>sql': 0.25, 'sql>sal': 0.9, 'sal>won': 0.2 },
        'won>onboarded': 0.95,
      },
      lags: {
        ...{ 'sal>won': [0.2, 0.5, 0.3], 'mql>sql': [0.6, 0.4], 'prospect>mql': [0, 0, 1] },
        'won>onboarded': [0, 0.5, 0.5],
      },
      seasonality: [...new Array(11).fill(0.05), 0.45],
    },
    {
      ...{ key: "=mid's [A]", opening_arr: '1200000', nrr: 1.1, share: 0.6, acv: '50000' },
      ...{ discount: 0, conversions: { 'sql>sal': 0.8, 'sal>won': 0.3 } },
      lags: { 'sal>won': [0, 0, 0.5, 0.5] },
    },
  ],
  capacity: [
    { role: 'SDR', stage: 'sal', per_month: 20, heads: 3, ...role },
    { role: 'MDR', stage: 'sal', per_month: 10, heads: 1, ...role, cost: undefined },
    {
      ...{ role: 'AE', stage: 'won', per_month: 4, heads: 2, ...role },
      hires: [{ start: '2027-03', heads: 2 }],
    },
  ],
};

function paperOf(own: PlanInput): PlanPaper {
  const whole = decomposePlan({ ...own, rounding: 'display' });
  const about = { org: 'Acme', currency: 'USD', madeOn: '2026-11-23', assumptions: [] };
  return { ...about, plan: own, exact: decomposePlan(own), whole };
}

const english = await paperText('en');

function mismatches(sheets: ReturnType<typeof planSheets>, book: ReturnType<typeof openWorkbook>) {
  const wanted = openWorkbook(sheets).cells;
  return [...wanted].flatMap(([key, cell]) => {
    const found = book.valueAt(key);
    const near =
      typeof cell.value === 'number' && typeof found === 'number'
        ? Math.abs(found - cell.value) <= 1e-7 * Math.max(1, Math.abs(cell.value))
        : found === cell.value;
    return near ? [] : [{ key, wanted: cell.value, found, formula: cell.formula }];
  });
}

it('writes beside every formula what it comes to', () => {
  const sheets = planSheets(paperOf(plan), english);
  const formulas = sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => cell?.formula);
  expect(formulas.length).toBeGreaterThan(300);
  expect(mismatches(sheets, openWorkbook(sheets))).toEqual([]);
});

it('follows a changed target, share, rate and price like the plan itself', () => {
  const book = openWorkbook(planSheets(paperOf(plan), english));
  const [small, mid] = plan.segments;
  if (small === undefined || mid === undefined) throw new Error('two tiers');
  book.type('Plan!B4', 9_000_000);
  book.type('Plan!D12', 0.7);
  book.type('Plan!F12', 15_000);
  book.type('small!B5', 0.25);
  const changed: PlanInput = {
    ...plan,
    target_arr: '9000000',
    segments: [
      {
        ...small,
        share: 0.7,
        acv: '15000',
        conversions: { ...small.conversions, 'sal>won': 0.25 },
      },
      mid,
    ],
  };
  const wanted = planSheets(paperOf(changed), english);
  const live = wanted.filter(({ name }) => name !== 'Targets');
  expect(mismatches(live, book)).toEqual([]);
});

it('keeps names out of formulas and sheets apart', () => {
  const sheets = planSheets(paperOf(plan), english);
  expect(sheets.map(({ name }) => name)).toEqual([
    ...['Plan', 'Targets', 'small', "=mid's  A", 'Departments', 'Capacity', 'Assumptions'],
  ]);
  const parts = unzipSync(writeWorkbook(sheets));
  const first = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(first).toContain(`t="inlineStr"><is><t xml:space="preserve">=mid's [A]</t>`);
  expect(Object.keys(parts)).toHaveLength(5 + sheets.length);
});

it.each(LOCALES)('is the same plan in %s', async (locale) => {
  const sheets = planSheets(paperOf(plan), await paperText(locale));
  expect(mismatches(sheets, openWorkbook(sheets))).toEqual([]);
  for (const part of Object.values(unzipSync(writeWorkbook(sheets)))) {
    expect(strFromU8(part)).not.toMatch(/NaN|Infinity|undefined/);
  }
});

it('says nothing of heads when no role is given', () => {
  const names = planSheets(paperOf({ ...plan, capacity: [] }), english).map(({ name }) => name);
  expect(names).not.toContain('Capacity');
});
