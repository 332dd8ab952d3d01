import { expect, test } from '#tests/support/browser.ts';

test('a rate added by hand converts everything and stands in the list', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/');
  await page.goto(`${new URL(page.url()).pathname}/data/imports`);
  await page.getByRole('link', { name: 'Exchange rates' }).click();
  await page.getByLabel('From').fill('2026-01-15');
  await page.getByLabel('Currency').fill('chf');
  await page.getByRole('textbox', { name: 'Rate in USD' }).fill('1.125');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByText('1 rate is taken')).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('row', { name: /Jan 15, 2026 CHF 1\.125/ })).toBeVisible();
});

test.describe('a file that cannot be taken', () => {
  test.use({ expected: [/status of 400/] });

  test('says which line', async ({ page }) => {
    await page.goto('/');
    await page.goto(`${new URL(page.url()).pathname}/data/rates`, { waitUntil: 'networkidle' });
    await page.getByLabel('Upload a CSV').setInputFiles({
      ...{ name: 'rates.csv', mimeType: 'text/csv' },
      buffer: Buffer.from('date,currency,rate\n2026-01-01,EUR,0\n'),
    });
    await expect(page.getByRole('alert').filter({ hasText: 'line 2' })).toBeVisible();
  });
});
