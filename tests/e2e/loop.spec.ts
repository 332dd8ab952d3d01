import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { LoopPageAnswer } from '#lib/contract/loop.ts';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import { expect, test } from '#tests/support/browser.ts';

for (const locale of LOCALES) {
  test(`a reader follows ARR from the bridge to one customer: ${locale}`, async ({ page }) => {
    test.setTimeout(120_000);
    const { loop, shell, ui } = await loadMessages(locale);
    const cookie = { name: 'locale', value: locale, domain: 'localhost', path: '/' };
    await page.context().addCookies([cookie]);
    await page.goto('/');
    await page.getByRole('link', { name: shell.nav.loop, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/ARR.*\d/);
    await expectClean(page);

    await test.step('the file has what the API has', async () => expectBridgeFile(page));

    await test.step('a step opens by keyboard and says its amounts', async () => {
      const steps = page.getByRole('group', { name: loop.bridge.label }).getByRole('button');
      await steps.nth(2).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByText(loop.bridge.identity)).toBeVisible();
      await expectClean(page);
    });

    await test.step('a movement opens its customers, and one of them its story', async () => {
      // The first one opens who paid at the start.
      await page.getByRole('dialog').getByRole('button').nth(1).click();
      await expect(page).toHaveURL(/open=new\.\d{4}/);
      const panel = page.getByRole('dialog');
      await panel.getByRole('rowheader').first().getByRole('button').click();
      await expect(page).toHaveURL(/account=/);
      await expect(panel.getByText(loop.account.contracts, { exact: true })).toBeVisible();
      await expect(panel.getByRole('listitem').first()).toBeVisible();
      await expectClean(page);
      await panel.getByRole('button', { name: ui.close }).click();
      await expect(panel).toBeHidden();
    });
  });
}

test('as many contracts open as the renewal book says', async ({ page }) => {
  await openLoop(page);
  const book = page.getByRole('region', { name: 'Renewals by due date' });
  const open = book
    .getByRole('row', { name: /In the next 30 days/ })
    .getByRole('button')
    .first();
  const count = Number(await open.innerText());
  expect(count).toBeGreaterThan(0);
  await open.click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('status')).toHaveText(new RegExp(`^${count} records?$`));
});

test('tables, splits and filters live in the address', async ({ page }) => {
  await openLoop(page, '?bridge=table&growth=table&retention=table&by=product&grain=quarter');
  await expect(page.getByRole('table')).toHaveCount(7);
  await expectClean(page);
  await test.step('a base has as many customers as its list', async () => {
    const retention = page.getByRole('region', { name: 'Retention over time' });
    const base = retention.getByRole('row').last().getByRole('button').first();
    const count = Number(/(\d+)$/.exec((await base.innerText()).replaceAll(',', ''))?.[1]);
    expect(count).toBeGreaterThan(0);
    await base.click();
    const panel = page.getByRole('dialog', { name: 'Customers in the base' });
    await expect(panel.getByRole('status')).toHaveText(new RegExp(`^${count} records?$`));
    await expectClean(page);
    await panel.getByRole('button', { name: 'Close' }).click();
  });
  const split = page.getByRole('region', { name: /ARR by Product/ });
  await split.getByRole('rowheader').first().getByRole('button').click();
  await expect(page).toHaveURL(/product=/);
  await expect(page).not.toHaveURL(/by=product/);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page).not.toHaveURL(/product=/);
});

test('a period before the first contract says so instead of a rate', async ({ page }) => {
  await openLoop(page, '?period=custom&from=2001-01-01&to=2001-04-01');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'No recurring revenue in this period.',
  );
  await expectClean(page);
});

test('the right side turns into money and back; the left side stays', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  const figure = page.getByRole('group', { name: 'The bowtie' }).filter({ visible: true });
  const left = await figure
    .getByRole('button', { name: /^MQL Marketing/ })
    .getAttribute('aria-label');
  await page.getByRole('button', { name: 'Money', exact: true }).click();
  await expect(page).toHaveURL(/right=money/);
  const live = figure.getByRole('button', { name: /^Onboarded ONB \$/ });
  await expect(live).toBeVisible();
  await expect(page.getByRole('region', { name: 'The right side in money' })).toContainText('NRR');
  await expect(figure.getByText(/flows back: \$/)).toBeVisible();
  await expect(figure.getByRole('button', { name: left ?? '' })).toBeVisible();
  await expectClean(page);
  await page.getByRole('button', { name: 'Counts', exact: true }).click();
  await expect(live).toHaveCount(0);
});

test('nothing runs over the edge of a phone, in light and in dark', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await openLoop(page, '?by=segment');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await expectClean(page);
  }
});

async function openLoop(page: Page, search = ''): Promise<void> {
  await page.goto('/');
  await page.goto(`${new URL(page.url()).pathname}/loop${search}`, { waitUntil: 'networkidle' });
}

/** Compares the exported bridge with the API's answer to the same question. */
async function expectBridgeFile(page: Page): Promise<void> {
  const section = page.locator('section[aria-labelledby="bridge"]');
  await section.locator('button[aria-haspopup="menu"]').click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem').first().click();
  const file = await download;
  const [, org = '', from, to] =
    /^(.+)-arr-(\d{4}-\d\d-\d\d)-(\d{4}-\d\d-\d\d)\.csv$/.exec(file.suggestedFilename()) ?? [];
  const answer = await page.evaluate(
    async ([slug, query]) => {
      const headers = { 'x-bowtie-org': slug ?? '' };
      return (await fetch(`/api/v1/loop?${query}`, { headers })).json();
    },
    [org, `from=${from}&to=${to}&grain=month`],
  );
  const { periods } = (answer as LoopPageAnswer).data.total;
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n').slice(1);
  expect(lines).toEqual(
    periods.map((one) =>
      [
        ...[one.from, one.to, one.start, one.new, one.reactivation, one.expansion],
        ...[one.contraction, one.churn, one.end, one.customers_start, one.customers_end],
        one.final ? 'yes' : 'no',
      ].join(','),
    ),
  );
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
