import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import { expect, test } from '#tests/support/browser.ts';

async function expectClean(page: Page) {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

/** Publishes the plan of this fiscal year as the page would, from the organization's own data. */
async function publishPlan(page: Page, slug: string, year: number) {
  const told = await page.evaluate(
    async ({ org, start }) => {
      const headers = { 'x-bowtie-org': org, 'content-type': 'application/json' };
      const get = async (path: string) =>
        (await (await fetch(`/api/v1${path}`, { headers })).json()).data;
      const post = async (path: string, body: object) => {
        const init = { method: 'POST', headers, body: JSON.stringify(body) };
        return (await (await fetch(`/api/v1${path}`, init)).json()).data;
      };
      const { segments } = await get(`/plans/defaults?start=${start}`);
      const plan = { start, target_arr: '60000000', segments: segments.map(withoutPipeline) };
      const name = `Year ${start} ${(await get('/scenarios')).scenarios.length}`;
      const { id } = await post('/scenarios', { name, inputs: { plan } });
      const { fiscal_year } = await post(`/scenarios/${id}/publish`, { version: 1 });
      return { name, fiscal_year };

      function withoutPipeline({ pipeline: _, ...segment }: Record<string, unknown>) {
        return segment;
      }
    },
    { org: slug, start: `${year}-01-01` },
  );
  expect(told.fiscal_year).toMatch(/^\d{4}-\d{2}-01$/);
  return told.name;
}

test('the plan of the sample leads from its chips to the trend of a tier', async ({ page }) => {
  test.setTimeout(180_000);
  const { track, terms } = await loadMessages('en');
  await page.goto('/');
  await page.waitForURL(/\/[a-z]/);
  const home = new URL(page.url()).pathname;
  for (const path of ['', '/stages']) {
    await page.goto(`${home}${path}?segment=mid`);
    const chips = page.getByRole('button', { name: `${track.title}: ${terms.stage.sal}` });
    await expect(chips).toContainText(track.status.behind);
    if (path === '') continue;
    await chips.click();
    await page.getByRole('dialog').getByRole('link', { name: track.overTime }).click();
  }
  await expect(page).toHaveURL(/segment=mid/);
  const trend = page.getByRole('region', { name: 'Trend', exact: true });
  await expect(trend.getByRole('application')).toBeVisible();
  await expect(trend).toContainText(track.status.behind);
  await expectClean(page);
  await trend.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(trend.getByRole('row')).toHaveCount(13);
  await expectClean(page);
  await page.goto(`${home}/loop`);
  await expect(page.getByRole('button', { name: `${track.title}: ARR` })).toBeVisible();
  await expectClean(page);
});

for (const locale of LOCALES) {
  test(`a published plan stands beside what came: ${locale}`, async ({ page }) => {
    test.setTimeout(120_000);
    const { track, plan, terms } = await loadMessages(locale);
    const cookie = { name: 'locale', value: locale, domain: 'localhost', path: '/' };
    await page.context().addCookies([cookie]);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const slug = new URL(page.url()).pathname.split('/')[1] ?? '';
    const year = await page.evaluate(() => new Date().getFullYear());
    const name = await publishPlan(page, slug, year);

    await page.reload();
    const chips = page.getByRole('region', { name: track.title });
    await expect(chips).toContainText(name);
    await chips.getByRole('button', { name: terms.stage.won }).click();
    await expect(page.getByRole('dialog')).toContainText(track.expected);
    await expectClean(page);
    await page.getByRole('dialog').getByRole('link', { name: track.open }).click();

    const table = page.getByRole('region', { name: track.table });
    await expect(table.getByRole('row')).toHaveCount(await rowsOf(page, slug));
    await expect(page.getByRole('img', { name: track.forecast.weeks.label })).toBeVisible();
    await expect(page.getByRole('group', { name: track.forecast.why.label })).toBeVisible();
    await expectClean(page);
    await page.getByRole('button', { name: plan.department.name.AE }).click();
    await expect(table.getByRole('row')).toHaveCount(2);
    await expectClean(page);
  });
}

test('the year ends where its parts say, and the records behind them are a click away', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const { forecast } = (await loadMessages('en')).track;
  await page.goto('/');
  // From the line on home to the reasons.
  await page.getByRole('link', { name: forecast.homeWhy, exact: true }).click();
  const why = page.getByRole('region', { name: forecast.why.title });
  const steps = why.getByRole('group', { name: forecast.why.label });
  await steps.getByRole('button').first().press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await why.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(why.getByRole('row').first()).toContainText(forecast.why.cause);
  const parts = page.getByRole('region', { name: forecast.parts.title });
  const open = parts.getByRole('button', { name: 'open records in SAL' });
  const count = await open.textContent();
  await open.click();
  const panel = page.getByRole('dialog');
  await expect(panel).toContainText(`${count} `);
  await expect(panel.getByRole('row').nth(1)).toBeVisible();
  await expectClean(page);
});

/** A head, ARR, NRR and GRR, and each stage of the plan. */
async function rowsOf(page: Page, org: string): Promise<number> {
  return page.evaluate(async (slug) => {
    const headers = { 'x-bowtie-org': slug };
    const told = await (await fetch('/api/v1/plans/track', { headers })).json();
    const { grr, stages } = told.data.track;
    return 3 + (grr === null ? 0 : 1) + stages.length;
  }, org);
}

test('stays inside a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(`${page.url().replace(/\/$/, '')}/plan`);
  const { track } = await loadMessages('en');
  await expect(page.getByRole('heading', { name: track.title })).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
});
