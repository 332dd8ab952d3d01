import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { BowtieAnswer } from '#lib/contract/bowtie.ts';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { LOCALES, type Locale } from '#lib/i18n/locales.ts';
import { expect, test } from '#tests/support/browser.ts';

type Words = Awaited<ReturnType<typeof loadMessages>>;

for (const locale of LOCALES) {
  test(`a reader opens the sample and follows a number to its records: ${locale}`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const words = await loadMessages(locale);
    await speak(page, locale);
    await page.goto('/');
    await expect(page.getByText(words.shell.sample.text)).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\d/);
    await expectClean(page);

    const answer = await test.step('page, file and API agree', () => agree(page, words));
    const sale = answer.data.total.conversions.find(({ to }) => to === 'won');
    if (!sale) throw new Error('the sample has no sale');
    const number = (value: number) => new Intl.NumberFormat(locale).format(value);

    await test.step('a rate explains itself', async () => {
      const names = [words.terms.stage[sale.from], words.terms.stage[sale.to]] as const;
      const explain = words.home.figure.explainRate.replace('{from}', names[0]);
      await shown(page, explain.replace('{to}', names[1])).click();
      await expect(page.getByText(words.home.explain.winRateClosed)).toBeVisible();
      await expectClean(page);
      await page.keyboard.press('Escape');
    });

    await test.step('Enter opens exactly the records behind it', async () => {
      const pair = `${words.terms.stage[sale.from]} → ${words.terms.stage[sale.to]}:`;
      await shown(page, pair).focus();
      await page.keyboard.press('Enter');
      const panel = page.getByRole('dialog');
      await expect(panel).toContainText(number(sale.base));
      const won = panel.getByRole('button', { name: words.terms.outcome.advanced });
      await expect(won).toContainText(number(sale.advanced));
      await won.click();
      await expect(page).toHaveURL(/outcome=advanced/);
      await expectCount(panel, sale.advanced);
      await expectClean(page);
    });

    await test.step('a click anywhere on a stage opens its records', async () => {
      const panel = page.getByRole('dialog');
      await page.keyboard.press('Escape');
      await expect(panel).toBeHidden();
      const won = answer.data.total.stages.find(({ stage }) => stage === 'won');
      const name = new RegExp(`^${words.terms.stage.won}[^→]*$`);
      await page.getByRole('button', { name }).filter({ visible: true }).first().click();
      await expect(panel).toContainText(number(won?.entries ?? -1));
    });

    await test.step('a record shows its timeline', async () => {
      const panel = page.getByRole('dialog');
      await panel.getByRole('rowheader').first().getByRole('button').click();
      await expect(panel.getByText(words.records.events)).toBeVisible();
      await expect(panel.getByRole('listitem').first()).toBeVisible();
      await expectClean(page);
      await page.keyboard.press('Escape');
      await expect(panel).toBeHidden();
    });
  });
}

test('every clock draws, on a screen and on a phone, and nothing runs over the edge', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto('/');
  const home = new URL(page.url()).pathname;
  for (const width of [1440, 1024, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const search of ['', '?clock=period', '?clock=snapshot', '?show=table&trendShow=table']) {
      await page.goto(`${home}${search}`, { waitUntil: 'networkidle' });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${width} ${search}`).toBeLessThanOrEqual(width);
      await expectClean(page);
    }
  }
});

test('dark and light both have enough contrast', async ({ page }) => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/', { waitUntil: 'networkidle' });
    await expectClean(page);
  }
});

/** Compares the exported table with the API's answer to the same question. */
async function agree(page: Page, words: Words): Promise<BowtieAnswer> {
  await page.getByRole('button', { name: words.home.figure.export }).first().click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: words.home.figure.csv }).click();
  const file = await download;
  const [, org = '', from, to] =
    /^(.+)-bowtie-(\d{4}-\d\d-\d\d)-(\d{4}-\d\d-\d\d)\.csv$/.exec(file.suggestedFilename()) ?? [];
  const answer = await page.evaluate(
    async ([slug, query]) => {
      const response = await fetch(`/api/v1/bowtie?${query}`, {
        headers: { 'x-bowtie-org': slug ?? '' },
      });
      return response.json();
    },
    [org, `from=${from}&to=${to}`],
  );
  const { total } = (answer as BowtieAnswer).data;
  const lines = (await readFile(await file.path(), 'utf8')).split('\r\n');
  const cells = lines.map((line) => line.split(','));
  for (const { stage, entries } of total.stages) {
    expect(cells.find(([part, name]) => part === 'stage' && name === stage)?.[3]).toBe(
      String(entries),
    );
    await expect(
      page.getByText(new Intl.NumberFormat('en').format(entries)).first(),
    ).toBeAttached();
  }
  for (const { from: first, to: next, advanced } of total.conversions) {
    const row = cells.find((each) => each[1] === first && each[2] === next);
    expect(row?.[7]).toBe(String(advanced));
  }
  return answer as BowtieAnswer;
}

/** The visible one of the two forms of the figure. */
function shown(page: Page, name: string): Locator {
  return page.getByRole('button', { name }).filter({ visible: true }).first();
}

async function expectCount(panel: Locator, count: number): Promise<void> {
  await expect(panel.getByRole('table')).toHaveAttribute('aria-rowcount', /\d+/);
  const region = panel.getByRole('region');
  await expect(async () => {
    await region.evaluate((box) => box.scrollTo(0, box.scrollHeight));
    const rows = Number(await panel.getByRole('table').getAttribute('aria-rowcount')) - 1;
    expect(rows).toBe(count);
  }).toPass();
}

async function speak(page: Page, locale: Locale): Promise<void> {
  await page
    .context()
    .addCookies([{ name: 'locale', value: locale, domain: 'localhost', path: '/' }]);
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
