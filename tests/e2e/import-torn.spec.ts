import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/support/browser.ts';

// A refusal is a 400, which the browser writes to its console.
test.use({ expected: [/status of 400/] });

const HEAD = 'Deal ID,Stage,Entered on,Owner\n';

async function newImport(page: Page, slug: string): Promise<void> {
  await page.goto('/');
  const org = { slug, name: slug, time_zone: 'Europe/Berlin', currency: 'EUR' };
  await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' };
    await fetch('/api/v1/orgs', { method: 'POST', headers, body: JSON.stringify(body) });
  }, org);
  await page.goto(`/${slug}/data/imports/new`, { waitUntil: 'networkidle' });
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
}

test('a file that no encoding fits is read by somebody who knows it', async ({ page }) => {
  await newImport(page, 'torn-encoding');
  const odd = Buffer.from([0x98, 0xae, 0x98, 0xae, 0xae, 0x98, 0x98]);
  const rows = Array.from({ length: 40 }, (_, at) =>
    Buffer.concat([Buffer.from(`${at},mql,2026-01-05,`), odd, Buffer.from('\n')]),
  );
  await choose(page, 'odd.csv', Buffer.concat([Buffer.from(HEAD), ...rows]));
  await expect(page.getByText('The text fits no encoding')).toBeVisible();
  await expectClean(page);
  await page.getByRole('combobox', { name: 'Its encoding, if you know it' }).click();
  await page.getByRole('option', { name: 'WINDOWS-1252' }).click();
  await page.getByRole('button', { name: 'Read it with this encoding' }).click();
  await expect(page.getByText('WINDOWS-1252 · comma', { exact: false })).toBeVisible();
  await expect(page.getByText('all can be taken')).toBeVisible();
});

test('a file that breaks behind its head is told before anything is written', async ({ page }) => {
  await newImport(page, 'torn-behind');
  const wide = `b,mql,2026-01-05,x${',x'.repeat(10_000)}\n`;
  await choose(
    page,
    'behind.csv',
    Buffer.from(HEAD + 'a,mql,2026-01-05,x\n'.repeat(20_000) + wide),
  );
  const check = page.getByRole('region', { name: 'Check' });
  await expect(check.getByText('The file has more than 10,000 columns')).toBeVisible();
  await expect(check.getByText('line 20002')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await expectClean(page);
});

test('of a torn file the good rows come in, the others are named', async ({ page }) => {
  await newImport(page, 'torn-rows');
  const broken = Buffer.concat([
    Buffer.from('ü2,SQL,2026-01-06,J'),
    Buffer.from([0xe9]),
    Buffer.from('n\n'),
  ]);
  const good = Buffer.from('é1,MQL,2026-03-29 02:30,=1+1\nö3,Won,2026-02-07,\u202eBob\n');
  await choose(page, 'torn.csv', Buffer.concat([Buffer.from(HEAD), good, broken]));
  await expect(page.getByText('1 of the first 3 rows would be held back')).toBeVisible();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('that the clocks skipped')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Broken row')).toBeVisible();
  await expectClean(page);
  await page.getByRole('link', { name: 'All imports' }).click();
  await expect(page.getByText('mapping “torn”')).toBeVisible();
});
