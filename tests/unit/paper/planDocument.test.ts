import { expect, it, test } from 'vitest';
import { LOCALES } from '#lib/i18n/locales.ts';
import { paperText } from '#lib/paper/paperText.ts';
import type { PaperDocument, PaperTable } from '#lib/paper/pdf/paperModel.ts';
import { planDocument } from '#lib/paper/pdf/planDocument.ts';
import { PRINTED_PLAN, planPrint } from '#tests/support/planPrint.ts';

function tablesOf({ pages }: PaperDocument): PaperTable[] {
  return pages.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'));
}

function pageOf({ pages }: PaperDocument, title: string) {
  const found = pages.find((page) => page.title === title);
  if (found === undefined) throw new Error(`${title} is no page of it`);
  return found;
}

const number = (text = '') => Number(text.replace(/[^\d.-]/g, '')) || 0;
const english = await paperText('en');

it.each(LOCALES)('says everything in words and fills every column: %s', async (locale) => {
  const told = planDocument(planPrint(), await paperText(locale));
  const texts = JSON.stringify(told.pages);
  expect(texts).not.toMatch(/"(?:paper|plan|terms)\.\w+/);
  expect(texts).not.toMatch(/\{\w+\}|NaN|undefined|Infinity/);
  for (const { columns, rows } of tablesOf(told)) {
    for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
  }
  expect(new Set(told.pages.map(({ title }) => title)).size).toBe(told.pages.length);
});

it('has months and locked part that add up to the total, over several years too', () => {
  for (const months of [5, 12, 30]) {
    const segments = PRINTED_PLAN.segments.map((one) => ({ ...one, seasonality: undefined }));
    const told = planDocument(planPrint({ ...PRINTED_PLAN, segments, months }), english);
    const { blocks } = pageOf(told, 'Month by month');
    const tables = blocks.filter((block) => block.kind === 'table');
    const years = Math.ceil(months / 12);
    expect(tables).toHaveLength(3 * years);
    for (let from = 0; from < tables.length; from += years) {
      const own = tables.slice(from, from + years);
      for (const [row, { cells = [] } = {}] of own[0]?.rows.entries() ?? []) {
        const all = own.flatMap((table) => table.rows[row]?.cells.slice(1) ?? []);
        const parts = all.slice(0, -1).reduce((sum, cell) => sum + number(cell), 0);
        expect([cells[0], parts]).toEqual([cells[0], number(all.at(-1))]);
      }
    }
  }
});

it('gives every department a page with its people, its months and the reason', () => {
  const print = planPrint();
  const told = planDocument(print, english);
  for (const title of ['Marketing', 'MDR · SDR · ADR', 'Sales', 'Onboarding', 'Success']) {
    const texts = JSON.stringify(pageOf(told, title));
    expect(texts).toContain('Why these numbers');
  }
  const sales = JSON.stringify(pageOf(told, 'Sales').blocks);
  expect(sales).toContain('Li Na 李娜');
  const wins = print.whole.segments.reduce((sum, one) => sum + one.wins, 0);
  expect(sales).toContain(`"${english.locale === 'en' ? wins.toLocaleString('en') : ''}"`);
});

it('names source, base and maturity of what was measured, and what was typed in', () => {
  const { blocks } = pageOf(planDocument(planPrint(), english), 'Assumptions');
  const [table] = blocks.filter((block) => block.kind === 'table');
  const rows = table?.rows.map(({ cells }) => cells) ?? [];
  const measured = rows.find(([group, name]) => group === 'Small' && name === 'SAL → Won');
  expect(measured?.slice(2)).toEqual([
    ...['20.0%', 'own data, this tier', '30 of 150', 'Nov 24, 2025 – Nov 23, 2026'],
    'mature after 90 days; 7 still open',
  ]);
  expect(rows.find(([, name]) => name === 'NRR')?.[3]).toBe('typed in');
  const cost = rows.find(([group, name]) => group?.startsWith('AE') && name?.includes('ost'));
  expect(cost?.slice(2, 4)).toEqual(['—', '']);
});

test('an organization without history gets no odds, and is told of the benchmarks', () => {
  const plain = planPrint();
  const known = { ...plain.known, evidence: {}, actual: {}, history: {} };
  const about = 'public, $5-15k';
  const assumptions = plain.assumptions.map((one) => {
    return { ...one, source: 'benchmark' as const, base: null, n: null, maturity: null, about };
  });
  const plan = { ...PRINTED_PLAN, capacity: [] };
  const told = planDocument(planPrint(plan, { known, assumptions }), english);
  expect(told.pages.some(({ title }) => title === 'The odds')).toBe(false);
  expect(told.pages.some(({ title }) => title === 'Who carries it')).toBe(false);
  const cover = JSON.stringify(told.pages[0]);
  expect(cover).toContain('Too little history for odds');
  expect(cover).toContain('published benchmarks stand in for it');
});

test('a plan that is only a problem is said, not broken', () => {
  const [small] = PRINTED_PLAN.segments;
  if (small === undefined) throw new Error('a tier');
  const none = { ...small, share: 1, conversions: { 'sql>sal': 0.5, 'sal>won': 0 }, lags: {} };
  const plan = { ...PRINTED_PLAN, segments: [none] };
  const told = planDocument(planPrint(plan), english);
  expect(JSON.stringify(told.pages[0])).toContain('nothing has passed SAL → Won');
  const low = planDocument(planPrint({ ...PRINTED_PLAN, target_arr: '1000' }), english);
  expect(JSON.stringify(low.pages[0])).toContain('Nothing to win');
});

test('the sample says so on its sheets, others do not', () => {
  expect(planDocument(planPrint(), english).mark).toBeNull();
  const sample = planDocument(planPrint(PRINTED_PLAN, { isSample: true }), english);
  expect(sample.mark).toBe('Sample organization: invented data');
});

test('names that are too long for a sheet are cut, and people counted', () => {
  const [small, other] = PRINTED_PLAN.segments;
  if (small === undefined || other === undefined) throw new Error('two tiers');
  const segments = [{ ...small, key: 'W'.repeat(500) }, other];
  const people = Array.from({ length: 75 }, (_, i) => ({ name: `P${i}`, role: 'AE' }));
  const told = planDocument(planPrint({ ...PRINTED_PLAN, segments }, { people }), english);
  const cells = tablesOf(told).flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThan(120);
  expect(JSON.stringify(pageOf(told, 'Sales'))).toContain('P59 and 15 more');
});
