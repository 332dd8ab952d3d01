import { readFile } from 'node:fs/promises';
import { expect, test } from '#tests/support/browser.ts';
import { openPdf } from '#tests/support/pdfText.ts';

test('the plan of the page is taken along on paper', async ({ page }) => {
  test.setTimeout(150_000);
  await page.goto('/');
  await page.getByRole('link', { name: 'Plan', exact: true }).click();
  await page.waitForURL(/\/plan$/);
  await page.goto(`${page.url()}?target=50000000`);
  const wins = await page.getByRole('heading', { level: 1, name: /wins/ }).textContent();
  await page.getByRole('button', { name: 'Take along' }).click();
  const waiting = page.waitForEvent('download', { timeout: 100_000 });
  await page.getByRole('menuitem', { name: 'Paper, Letter (PDF)' }).click();
  await expect(page.getByText('The PDF is being made')).toBeVisible();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/-plan-\d{4}-\d{2}-01\.pdf$/);
  const { text, sheets, fontFiles } = openPdf(await readFile(await file.path()));
  expect(text).toContain((wins ?? '').replace(/\s/g, ''));
  expect(new Set(sheets)).toEqual(new Set(['792 612']));
  expect(fontFiles).toBeGreaterThan(1);
});
