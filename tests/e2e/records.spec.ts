import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '#tests/support/browser.ts';
import { MANY, manyRecords } from '#tests/support/manyRecords.ts';

const SPAN = 'period=custom&from=2025-01-01&to=2026-01-01';

test.describe('a very long list', () => {
  const slug = 'many-records';
  const address = `/${slug}?${SPAN}&open=sql%3Ewon&sort=record_id`;

  test.beforeAll(async ({ playwright, baseURL }) => {
    test.setTimeout(240_000);
    const origin = baseURL ?? '';
    const extraHTTPHeaders = { 'sec-fetch-site': 'same-origin' };
    const request = await playwright.request.newContext({ baseURL: origin, extraHTTPHeaders });
    await manyRecords(request, slug);
    await request.dispose();
  });

  test('scrolls smoothly from the first of 100,000 rows to the last', async ({ page }) => {
    test.setTimeout(120_000);
    const asked: string[] = [];
    page.on('request', (one) => {
      if (one.url().includes('/records?')) asked.push(one.url());
    });
    await page.goto(address);
    const panel = page.getByRole('dialog');
    await expect(panel.getByRole('status')).toHaveText('100,000 records');
    await expect(panel.getByRole('table')).toHaveAttribute('aria-rowcount', String(MANY + 1));
    await expect(panel.getByText('B-000000', { exact: true })).toBeVisible();
    const list = panel.getByRole('region', { name: 'Records' });
    const { longest, rows } = await glide(list);
    // A browser that shares two cores with a database; a blocked page stops for seconds.
    expect(longest, 'milliseconds between two frames').toBeLessThan(400);
    expect(rows, 'rows that exist at once').toBeLessThan(80);
    await list.evaluate((box) => box.scrollTo(0, box.scrollHeight / 2));
    await expect(panel.getByText('B-050000', { exact: true })).toBeVisible();
    await list.evaluate((box) => box.scrollTo(0, box.scrollHeight));
    await expect(panel.getByText('B-099999', { exact: true })).toBeVisible();
    expect(asked.length, 'pages that were asked for').toBeLessThan(80);
  });

  test('is found in, filtered, sorted and saved as a whole', async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto(address);
    const panel = page.getByRole('dialog');
    await panel.getByRole('searchbox').fill('b-0999');
    await expect(panel.getByRole('status')).toHaveText('100 records match the filter');
    await panel.getByRole('button', { name: 'Filter', exact: true }).click();
    const advanced = page.getByRole('option', { name: 'Advanced' });
    // The list of a filter arrives a moment after its button.
    await expect(async () => {
      await panel.getByLabel('Outcome: All').click();
      await expect(advanced).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await advanced.click();
    await expect(page.getByText('25 records match the filter')).toBeVisible();
    await expect(page).toHaveURL(/match=/);
    await page.reload();
    await expect(panel.getByRole('status')).toHaveText('25 records match the filter');
    const download = page.waitForEvent('download');
    await panel.getByRole('button', { name: 'All of these records as CSV' }).click();
    const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(26);
    await panel.getByRole('button', { name: 'Amount' }).click();
    await expect(page).toHaveURL(/sort=-amount/);
    const first = panel.getByRole('row').nth(1);
    await expect(first).toContainText('B-099996');
    await expectClean(page);
  });

  test('shows the columns that this browser chose', async ({ page }) => {
    await page.goto(address);
    const panel = page.getByRole('dialog');
    await panel.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Account' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Owner' }).click();
    await page.keyboard.press('Escape');
    await expect(panel.getByRole('columnheader', { name: 'Account' })).toBeVisible();
    await page.reload();
    await expect(panel.getByRole('columnheader', { name: 'Account' })).toBeVisible();
    await expect(panel.getByRole('columnheader', { name: 'Owner' })).toBeHidden();
  });
});

test('every movement of the home page opens as many rows as it counts', async ({ page }) => {
  await page.goto('/');
  const home = new URL(page.url()).pathname;
  await page.goto(`${home}?show=table`);
  const table = page.getByRole('region', { name: 'Movement' });
  for (const name of ['Renewed', 'Expanded', 'Contracted', 'Churned']) {
    const number = table.getByRole('row', { name }).getByRole('button').nth(1);
    await expectRows(page, number);
  }
  await page.goto(`${home}?right=money`);
  await page
    .getByRole('button', { name: /Expanded\. Open the records/ })
    .first()
    .click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('status')).toHaveText(/^\d+ records$/);
  await panel.getByRole('rowheader').first().getByRole('button').click();
  await expect(panel.getByText('Contracts', { exact: true })).toBeVisible();
  await expectClean(page);
});

test('every count of the page Stages opens as many rows, and its address opens it again', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.goto('/');
  const home = new URL(page.url()).pathname;
  const shown = 'stayShow=table&trendShow=table&agesShow=table&trend=sql%3Esal';
  await page.goto(`${home}/stages?${shown}`, { waitUntil: 'networkidle' });
  const part = (name: string) => page.getByRole('region', { name, exact: true });
  await expectRows(
    page,
    part('Days in stage')
      .getByRole('button', { name: /^Measured|^\d/ })
      .last(),
  );
  const bins = part('Days from SQL to the end of the stay').getByRole('row').nth(1);
  for (const place of [0, 1, 2]) await expectRows(page, bins.getByRole('button').nth(place));
  for (const column of [0, 2, 3]) {
    const givers = part('Givers with their accept rate').getByRole('row').nth(1);
    await expectRows(page, givers.getByRole('button').nth(column));
  }
  const pairs = part('Pairs of giver and taker').getByRole('row').nth(1);
  await expectRows(page, pairs.getByRole('button').first());
  const groups = part('SQL to SAL by group').getByRole('row').nth(1);
  for (const column of [0, 1, 5]) await expectRows(page, groups.getByRole('button').nth(column));

  await page.getByRole('button', { name: /^All \d/ }).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('heading')).toHaveText('Stuck: SQL → SAL');
  await expect(panel.getByRole('link', { name: 'Definition' })).toHaveAttribute('href', /stuck/);
  await panel.getByRole('rowheader').first().getByRole('button').click();
  await expect(page).toHaveURL(/record=/);
  await page.reload();
  await expect(panel.getByText('Events as received')).toBeVisible();
  await panel.getByRole('button', { name: 'Back to the list' }).click();
  await expect(panel.getByRole('status')).toHaveText(/^\d+ records$/);
  await expectClean(page);
});

/** Opens what a number counted: the list says the same number, and has its definition. */
async function expectRows(page: Page, number: Locator): Promise<void> {
  const said = (await number.textContent()) ?? '';
  const count = said.match(/[\d,]+$/)?.[0] ?? '';
  expect(count, said).not.toBe('');
  await number.click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('status')).toHaveText(
    count === '1' ? '1 record' : `${count} records`,
  );
  await expect(panel.getByRole('link', { name: 'Definition' })).toBeVisible();
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
}

/** Scrolls a screen per frame, and says the longest time between two frames. */
async function glide(list: Locator): Promise<{ longest: number; rows: number }> {
  return list.evaluate(async (box) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    let [longest, rows] = [0, 0];
    let before = await frame();
    for (let step = 0; step < 120; step += 1) {
      box.scrollBy(0, box.clientHeight * 0.7);
      const now = await frame();
      longest = Math.max(longest, now - before);
      rows = Math.max(rows, box.querySelectorAll('tbody tr').length);
      before = now;
    }
    return { longest, rows };
  });
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
