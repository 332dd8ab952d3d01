import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/browser.ts';

async function openPlan(page: Page) {
  await page.goto('/');
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await page.waitForURL(/\/plan$/);
  await page.goto(`${page.url()}?target=50000000&tier=mid`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\d/);
}

const unfold = (page: Page, title: string) =>
  page.locator('summary', { hasText: title }).first().press('Enter');

test('everything that a plan rests on is moved, explained and mended by keyboard', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openPlan(page);

  const kept = page.getByRole('slider', { name: 'Kept (GRR)' });
  for (let i = 0; i < 5; i += 1) await kept.press('ArrowRight');
  await expect(page).toHaveURL(/s:mid:grr:/);
  const fewer = page.getByText(/fewer than with retention as measured/);
  await expect(fewer).toBeVisible();
  await page.getByRole('button', { name: 'As measured' }).press('Enter');
  await expect(fewer).toHaveCount(0);

  await unfold(page, 'What it rests on');
  const rate = page.getByRole('textbox', { name: 'SAL → Won', exact: true });
  await rate.fill('0');
  await rate.press('Enter');
  const wrong = page.getByRole('status').filter({ hasText: 'nothing has passed SAL → Won' });
  await wrong.getByRole('button', { name: /^Take/ }).press('Enter');
  await expect(wrong).toHaveCount(0);
  await page.getByRole('button', { name: 'Reset SAL → Won' }).press('Enter');
  await expect(page).not.toHaveURL(/sal%3Ewon|sal>won/);

  await unfold(page, 'Season of the wins');
  const march = page.getByRole('slider', { name: 'Mar 2027' });
  await march.press('ArrowUp');
  await expect(page).toHaveURL(/s:mid:season:/);
  // Whoever moves a bar keeps it in hand.
  await expect(march).toBeFocused();
  await page.locator('summary', { hasText: 'How long SAL → Won takes' }).press('Enter');
  const mean = page.getByRole('textbox', { name: 'How long SAL → Won takes: On average' });
  await mean.fill('4');
  await mean.press('Enter');
  await expect(page.getByText('takes 4.0 months on average')).toBeVisible();

  const about = page.getByRole('button', { name: /^SAL → Won: own data/ });
  const [, base = ''] = /of ([\d,]+)/.exec((await about.textContent()) ?? '') ?? [];
  await about.press('Enter');
  await page.getByRole('button', { name: 'Show the records' }).press('Enter');
  await expect(page.getByText(`${base} records`)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/open=/);

  await unfold(page, 'Who does the work');
  await page.locator('summary').filter({ hasText: /^AE/ }).press('Enter');
  const tier = page.getByRole('group', { name: 'Works on' }).getByRole('checkbox').first();
  await tier.press('Space');
  await expect(page).toHaveURL(/r:AE:tier/);
  await expect(tier).toHaveAttribute('aria-checked', 'false');
  await tier.press('Space');
  await expect(page).not.toHaveURL(/r:AE:tier/);
  await page.getByRole('button', { name: 'Add a hire' }).press('Enter');
  const heads = page.getByRole('textbox', { name: 'AE, hire 1: heads' });
  await heads.fill('3');
  await heads.press('Enter');
  await expect(page.getByText('3 from Jan 2027, decided')).toBeVisible();
  await page.getByRole('textbox', { name: 'New role' }).fill('Partner');
  await page.getByRole('button', { name: 'Add the role' }).press('Enter');
  const added = page.locator('summary').filter({ hasText: /^Partner/ });
  await added.press('Enter');
  await expect(page.getByText(/^Partner: a head handles nothing/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Remove Partner' }).press('Enter');
  await expect(added).toHaveCount(0);

  // Odds that are drawn anew are dimmed until they are there.
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
