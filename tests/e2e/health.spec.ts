import AxeBuilder from '@axe-core/playwright';
import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from '#tests/support/browser.ts';

const SLUG = `health-${Math.random().toString(36).slice(2, 8)}`;
const HEALTH = `/${SLUG}/data/health`;
const OWN = { 'sec-fetch-site': 'same-origin', 'x-bowtie-org': SLUG };

async function call(request: APIRequestContext, path: string, data: object) {
  const told = await request.post(`/api/v1${path}`, { headers: OWN, data });
  expect(told.ok(), await told.text()).toBe(true);
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
const event = (event_id: string, record_id: string, stage: string, days: number, more = {}) => ({
  ...{ event_id, record_id, stage, occurred_at: daysAgo(days) },
  ...more,
});

async function noViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
}

test.describe.configure({ mode: 'serial' });

test('says how to begin where nothing came, and what one record tells', async ({ page }) => {
  const org = { slug: SLUG, name: 'Health', time_zone: 'UTC', currency: 'USD' };
  await call(page.request, '/orgs', org);
  await page.goto(HEALTH);
  await expect(page.getByRole('heading', { name: 'No data yet' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Import a file' })).toBeVisible();
  await call(page.request, '/events', { source: 'crm', events: [event('0', 'r', 'mql', 20)] });
  await page.reload();
  await expect(page.getByText('Nothing is held back')).toBeVisible();
  await expect(page.getByRole('row', { name: /^MQL/ }).first()).toContainText('Too few to say');
  await noViolations(page);
});

test('accounts for every row, and opens the records behind a fault', async ({ page }) => {
  const events = Array.from({ length: 30 }, (_, at) => [
    event(`m${at}`, `r${at}`, 'mql', 40, at < 12 ? {} : { owner: 'ann' }),
    event(`s${at}`, `r${at}`, 'sal', 30, { amount: '1000', currency: 'USD' }),
  ]).flat();
  const held = [
    event('h1', 'q1', 'Angebot', 25, { owner: 'ann' }),
    event('h2', 'q2', 'Angebot', 25, { owner: 'ann' }),
    event('h3', 'q3', 'mql', 25, { occurred_at: 'gestern' }),
  ];
  await call(page.request, '/events', { source: 'crm', events: [...events, ...held] });
  await page.goto('/');
  await page.goto(`/${SLUG}/data/imports`);
  await page.getByRole('link', { name: 'Health' }).click();
  await expect(page.getByText('3 of 64 rows are held back.')).toBeVisible();
  await expect(page.getByText('no event of Prospects ever arrives')).toBeVisible();
  const source = page.getByRole('row', { name: /^crm Deals/ });
  await expect(source).toContainText('64');
  await expect(source).toContainText('95.3%');
  await expect(source).toContainText('4.7%');
  await noViolations(page);

  await page.getByRole('button', { name: 'No owner: show 13 records of MQL' }).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('heading', { name: 'MQL: No owner' })).toBeVisible();
  await expect(panel.getByText('Entries of which nobody is the owner')).toBeVisible();
  await expect(panel.getByText(/^13\b/).first()).toBeVisible();
  await expect(page).toHaveURL(/open=mql%3Aownerless|open=mql:ownerless/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'What does Backdated mean?' }).click();
  await expect(page.getByText('dated before the first event of this one')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('takes held rows by the map and by hand, and keeps what came', async ({ page }) => {
  await page.goto(HEALTH);
  await page.getByRole('combobox', { name: 'Stage for Angebot' }).click();
  await page.getByRole('option', { name: /^SQL/ }).click();
  await page.getByRole('button', { name: 'Map and try again' }).click();
  await expect(page.getByText('2 rows tried: 2 accepted')).toBeVisible();
  await expect(page.getByText('1 of 64 rows is held back.')).toBeVisible();

  const mend = page.getByRole('button', { name: /^Mend row/ });
  await expect(mend).toHaveCount(1);
  await mend.click();
  const panel = page.getByRole('dialog');
  await noViolations(page);
  await panel.getByRole('button', { name: 'Save and try again' }).click();
  await expect(panel.getByText('Still held: Not a date')).toBeVisible();
  await panel.getByLabel('occurred_at').fill(daysAgo(25).slice(0, 10));
  await panel.getByRole('button', { name: 'Save and try again' }).click();
  await expect(panel).toBeHidden();
  await expect(page.getByText('Nothing is held back')).toBeVisible();

  await page.getByRole('button', { name: 'Taken later' }).click();
  await expect(page.getByRole('cell', { name: /gestern|mended/ }).first()).toBeVisible();
  await expect(page).toHaveURL(/state=released/);
});

test('tells what past weeks say now, and at the next look at home', async ({ page }) => {
  const since = daysAgo(0);
  const looked = JSON.stringify({ before: Date.parse(since), last: Date.now() });
  await page.addInitScript(
    ([key = '', value = '']) => localStorage.setItem(key, value),
    [`bowtie-looked:${SLUG}`, looked],
  );
  await call(page.request, '/events', { source: 'late', events: [event('l1', 'late', 'mql', 21)] });
  await page.goto(`${HEALTH}?since=${since}`);
  await expect(page.getByText(/^2 figures of past weeks have changed since/)).toBeVisible();
  await expect(page.getByText('API calls of late').first()).toBeVisible();
  await noViolations(page);
  await page.goto(`/${SLUG}?period=all`);
  const line = page.getByRole('link', { name: /^2 numbers of past weeks have changed since you/ });
  await line.click();
  await expect(page.getByRole('heading', { name: 'What past weeks say now' })).toBeVisible();
});

test('shows the old numbers while settings change, and says so', async ({ page }) => {
  test.setTimeout(180_000);
  const events = Array.from({ length: 3200 }, (_, at) => event(`b${at}`, `b${at}`, 'sal', 50));
  await call(page.request, '/events', { source: 'bulk', events });
  await page.goto(`/${SLUG}/settings`);
  await page.getByRole('checkbox', { name: /^Prospects/ }).click();
  await page.getByRole('button', { name: 'Add a line' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Name a segment.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Segment from 0' }).fill('small');
  await page.getByRole('button', { name: 'Save changes' }).click();
  const dialog = page.getByRole('dialog', { name: 'What will change' });
  await expect(dialog.getByText('The stage “Prospects” disappears')).toBeVisible();
  await expect(dialog.getByText(/the amount a year tells it: from \S+ “small”/)).toBeVisible();
  await expect(dialog.getByText(/records are derived anew/)).toBeVisible();
  await noViolations(page);
  await dialog.getByRole('button', { name: 'Apply' }).click();
  const banner = page.getByRole('complementary', { name: 'Changed settings' });
  await expect(banner).toBeVisible();
  await expect(banner).toBeHidden({ timeout: 120_000 });
  await page.goto(HEALTH);
  await expect(page.getByRole('row', { name: /^MQL/ }).first()).toBeVisible();
  await expect(page.getByRole('row', { name: /^Prospects/ })).toHaveCount(0);
});

for (const [locale, title] of [
  ['zh-Hans', '数据健康'],
  ['zh-Hant', '資料健康'],
] as const) {
  test(`reads in ${locale}, dark, on a phone`, async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: 'locale', value: locale, url: baseURL ?? '' }]);
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(HEALTH);
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await noViolations(page);
  });
}
