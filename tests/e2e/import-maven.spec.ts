import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import { expect, test } from '#tests/support/browser.ts';
import { type CrmFiles, mavenFiles } from '#tests/support/mavenFiles.ts';

type Words = Awaited<ReturnType<typeof loadMessages>>;

for (const locale of LOCALES) {
  test(`a stranger imports a CRM export and reads the bowtie: ${locale}`, async ({
    page,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    const words = await loadMessages(locale);
    const files = await mavenFiles();
    const number = (value: number) => new Intl.NumberFormat(locale).format(value);
    const slug = `maven-${locale.toLowerCase()}`;
    await page.context().addCookies([{ name: 'locale', value: locale, url: baseURL ?? '' }]);

    await removeOrg(page, slug);
    await test.step('an organization from a name', () => createOrg(page, words, slug));

    await test.step('deals: understood at once, checked, imported', async () => {
      await page.goto(`/${slug}/data/imports`);
      await page.getByRole('link', { name: words.imports.empty.start }).click();
      await chooseFile(page, words, files.deals);
      const check = page.getByRole('region', { name: words.imports.new.step.check });
      const preview = page.getByRole('region', { name: words.imports.check.label });
      await expect(preview.getByRole('row')).toHaveCount(21);
      await expectClean(page);
      await check.getByRole('button', { name: words.imports.check.whole }).click();
      await expectEquation(page, words, number, files, 'check');
      await startImport(page, words);
      await expectEquation(page, words, number, files, 'result');
      await expect(page.getByText(words.imports.code.no_events)).toBeVisible();
      await expectRejects(page, words, files.undated);
      await expectClean(page);
    });

    await test.step('only stages with data are shown', async () => {
      await page.getByRole('button', { name: words.imports.stagesOff.action }).click();
      await expect(page.getByText(words.imports.stagesOff.done)).toBeVisible();
    });

    await test.step('accounts: segment and region without a decision', async () => {
      await page.getByRole('link', { name: words.imports.result.another }).click();
      await chooseFile(page, words, files.accounts);
      await startImport(page, words);
      await expect(definition(page, words.imports.part.accepted)).toHaveText(
        number(files.accountRows),
      );
    });

    await test.step('the bowtie, and the records behind the wins', async () => {
      await page.getByRole('link', { name: words.imports.result.bowtie }).click();
      await expect(page.getByText(number(files.won)).first()).toBeVisible();
      const figure = page.getByRole('group', { name: words.home.figure.label });
      await figure
        .getByRole('button', { name: opens(words, number(files.won)) })
        .first()
        .press('Enter');
      const panel = page.getByRole('dialog');
      await expect(panel).toContainText(number(files.won));
      await expect(panel.getByRole('rowheader').first()).toBeVisible();
      await expectClean(page);
      await page.goto(`/${slug}?period=all&open=sal%3Ewon`);
      for (const count of [files.won, files.lost, files.open]) {
        await expect(panel.getByRole('group')).toContainText(number(count));
      }
    });
    await removeOrg(page, slug);
  });
}

/** An aborted run may have left it; nobody else uses these names. */
async function removeOrg(page: Page, slug: string): Promise<void> {
  const headers = { 'x-bowtie-org': slug };
  const { data } = await (await page.request.get('/api/v1/orgs', { headers })).json();
  const left = data.some((org: { slug: string }) => org.slug === slug);
  if (left) await page.request.delete(`/api/v1/orgs/${slug}`, { headers });
}

async function createOrg(page: Page, words: Words, slug: string): Promise<void> {
  await page.goto('/orgs/new');
  await page.getByLabel(words.orgs.field.name, { exact: true }).fill(slug);
  await expect(page.getByLabel(words.orgs.field.slug)).toHaveValue(slug);
  await expectClean(page);
  await page.getByRole('button', { name: words.orgs.new.create }).click();
  await page.waitForURL(`/${slug}`);
}

async function chooseFile(page: Page, words: Words, file: CrmFiles['deals']): Promise<void> {
  await expect(page.getByText(words.imports.upload.drop)).toBeVisible();
  await page.getByLabel(words.imports.upload.choose).setInputFiles(file);
  await expect(page.getByRole('region', { name: words.imports.check.label })).toBeVisible();
}

async function startImport(page: Page, words: Words): Promise<void> {
  const run = page.getByRole('region', { name: words.imports.new.step.run });
  await run.getByRole('button', { name: words.imports.run.start }).click();
  await page.waitForURL(/\/data\/imports\/[0-9a-f-]{36}$/);
  await expect(page.getByText(words.imports.status.done, { exact: true })).toBeVisible({
    timeout: 60_000,
  });
}

function definition(page: Page, part: string) {
  const term = page.getByRole('term').filter({ hasText: new RegExp(`^${literally(part)}`) });
  return page.locator('dl > div').filter({ has: term }).getByRole('definition');
}

async function expectEquation(
  page: Page,
  words: Words,
  number: (value: number) => string,
  files: CrmFiles,
  where: string,
): Promise<void> {
  const counts = {
    received: files.rows,
    accepted: files.rows - files.undated,
    duplicates: 0,
    quarantined: files.undated,
    ignored: 0,
  };
  for (const [part, count] of Object.entries(counts)) {
    const word = words.imports.part[part as keyof typeof counts];
    await expect(definition(page, word), `${where}: ${part}`).toHaveText(number(count));
  }
}

async function expectRejects(page: Page, words: Words, count: number): Promise<void> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: words.imports.result.download }).click();
  const lines = (await readFile(await (await waiting).path(), 'utf8')).trim().split('\r\n');
  expect(lines[0]).toMatch(/,line,code,message$/);
  expect(lines.filter((line) => line.includes(',no_events,'))).toHaveLength(count);
}

/** The name of a figure's button that says this many. */
function opens(words: Words, count: string): RegExp {
  const won = words.terms.stage.won;
  return new RegExp(`^${literally(won)}.*${literally(count)}`);
}

function literally(text: string): string {
  return text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}
