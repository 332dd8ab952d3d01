import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import { expect, test } from '#tests/support/browser.ts';

const DEPARTMENTS = ['Marketing', 'SDR', 'AE', 'ONB', 'CSM'] as const;

async function expectClean(page: Page) {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}

for (const locale of LOCALES) {
  test(`a goal becomes the pages of five departments: ${locale}`, async ({ page }) => {
    test.setTimeout(120_000);
    const { plan, shell } = await loadMessages(locale);
    const cookie = { name: 'locale', value: locale, domain: 'localhost', path: '/' };
    await page.context().addCookies([cookie]);
    await page.goto('/');
    await page.getByRole('link', { name: shell.nav.plan, exact: true }).click();
    const goal = page.getByRole('textbox', { name: plan.sentence.target, exact: true });
    await goal.fill('50M');
    await goal.press('Enter');
    await expect(page).toHaveURL(/target=50000000/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\d/);
    await expect(page.getByText('P50', { exact: true }).first()).toBeVisible();
    await expectClean(page);
    for (const department of DEPARTMENTS) {
      await page.getByRole('button', { name: plan.department.name[department] }).click();
      await expect(page).toHaveURL(new RegExp(`department=${department}`));
      await expect(page.getByRole('heading', { name: plan.department.why })).toBeVisible();
    }
    await expectClean(page);
  });
}

test('months, locked part and total of the grid add up', async ({ page }) => {
  await openPlan(page, '?target=50000000');
  const grid = page.getByRole('region', { name: 'Entries by month and stage' });
  const cells = await grid
    .locator('tbody tr')
    .evaluateAll((lines) =>
      lines.map((line) =>
        [...line.querySelectorAll('td')].map((cell) =>
          Number((cell.textContent ?? '').replace(/[^\d]/g, '') || 0),
        ),
      ),
    );
  expect(cells.length).toBeGreaterThan(3);
  for (const line of cells) {
    const total = line.at(-1);
    expect(line.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(total);
  }
});

test('the broken hand-off of the sample is worth more than a campaign', async ({ page }) => {
  await openPlan(page, '?target=50000000');
  await expect(page.getByText(/SQL → SAL in the tier Mid, back at what it has been/)).toBeVisible();
});

test('a plan is kept, held against another and published', async ({ page }) => {
  test.setTimeout(120_000);
  await openPlan(page, '?target=40000000');
  const card = page.getByRole('region', { name: 'Scenarios' });
  await card.getByRole('button', { name: 'Save' }).click();
  const { project, repeatEachIndex, retry } = test.info();
  const name = `Hire ${project.name} ${repeatEachIndex} ${retry}`;
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/scenario=/);
  await card.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(card.getByText(/The plan of the fiscal year/)).toBeVisible();
  await expect(card.getByRole('button', { name: 'Remove' })).toHaveCount(0);
  await expectClean(page);
});

test('stays inside a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPlan(page, '?target=50000000');
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await expectClean(page);
});

async function openPlan(page: Page, query: string) {
  await page.goto('/');
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await page.waitForURL(/\/plan$/);
  await page.goto(`${page.url()}${query}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\d/);
  await expect(page.getByText('P50', { exact: true }).first()).toBeVisible();
}
