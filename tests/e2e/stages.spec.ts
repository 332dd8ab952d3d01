import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import type { BottlenecksAnswer, GroupsAnswer } from '#lib/contract/stages.ts';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import { expect, test } from '#tests/support/browser.ts';

for (const locale of LOCALES) {
  test(`an analyst finds which hand-off broke, when, and what it costs: ${locale}`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const { stages, shell, terms, home } = await loadMessages(locale);
    const cookie = { name: 'locale', value: locale, domain: 'localhost', path: '/' };
    await page.context().addCookies([cookie]);
    await page.goto('/');
    await page.getByRole('link', { name: shell.nav.stages, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: stages.title })).toBeVisible();
    const costs = page.getByRole('region', { name: stages.bottlenecks.title });
    const story = costs.getByText(terms.value.mid).filter({ hasText: terms.stage.sal }).first();
    await expect(story).toBeVisible();

    await test.step('the product says what the API says', async () => {
      const { data } = await ask<BottlenecksAnswer>(page, 'bottlenecks', 'by=segment');
      const broken = data.rows.find(({ from, key }) => from === 'sql' && key.segment === 'mid');
      expect(broken?.changed?.after.rate).toBeLessThan(broken?.changed?.before.rate ?? 0);
      const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
      await expect(costs).toContainText(number.format(Number(broken?.changed?.arr_a_year)));
      await expectClean(page);
    });

    await test.step('looking into it asks about that hand-off', async () => {
      await costs.getByRole('button', { name: stages.bottlenecks.show }).click();
      await expect(page).toHaveURL(/segment=mid/);
      await expect(page).toHaveURL(/trend=sql(>|%3E)sal/);
      await expect(
        page
          .getByRole('button', { name: terms.stage.sal })
          .and(page.locator('[aria-pressed=true]')),
      ).toBeVisible();
    });

    await test.step('a number opens exactly its records', async () => {
      const { data } = await ask<GroupsAnswer>(
        page,
        'groups',
        'by=segment&conversion=sql>sal&segment=mid',
      );
      const groups = page.getByRole('region', { name: stages.groups.title });
      await groups.getByRole('row', { name: terms.value.mid }).getByRole('button').nth(1).click();
      const panel = page.getByRole('dialog');
      await expectCount(panel, data.total.advanced);
      await expectClean(page);
      await page.keyboard.press('Escape');
      await expect(panel).toBeHidden();
    });

    await test.step('the file is the table', async () => {
      const part = page.getByRole('region', { name: stages.change.title });
      await part.getByRole('button', { name: home.figure.export }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: home.figure.csv }).click();
      const lines = (await readFile(await (await download).path(), 'utf8')).trim().split('\r\n');
      expect(lines[0]).toContain('mix,rate');
      expect(lines[1]).toMatch(/^mid,/);
    });
  });
}

test('every part has a table, fits a phone, and is legible in the dark', async ({ page }) => {
  test.setTimeout(180_000);
  await page.goto('/');
  const home = new URL(page.url()).pathname;
  const tables = 'agesShow=table&stayShow=table&trendShow=table&level=owner&by=pod&and=segment';
  for (const [width, scheme] of [
    [1440, 'dark'],
    [390, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    for (const search of ['', `?${tables}&trend=sql%3Esal&against=benchmark`]) {
      await page.goto(`${home}/stages${search}`, { waitUntil: 'networkidle' });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, `${width} ${search}`).toBeLessThanOrEqual(width);
      await expectClean(page);
    }
  }
});

test('a benchmark is changed with its source, and goes back to the default', async ({ page }) => {
  await page.goto('/');
  await page.goto(`${new URL(page.url()).pathname}/stages?against=benchmark`);
  const costs = page.getByRole('region', { name: 'Where a gap costs most' });
  await costs.getByRole('button', { name: 'Benchmarks…' }).click();
  const form = page.getByRole('form', { name: 'Change SAL to Won' });
  await expect(form).toContainText('published default');
  await form.getByLabel('Rate in %').fill('44');
  await form.getByLabel('Source').fill('our board');
  await expectClean(page);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toContainText('own value');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(costs.getByText(/our board/).first()).toBeVisible();
  await costs.getByRole('button', { name: 'Benchmarks…' }).click();
  await form.getByRole('button', { name: 'Use the default' }).click();
  await expect(form).toContainText('published default');
});

test('a period without entries says where the data is', async ({ page }) => {
  await page.goto('/');
  const path = new URL(page.url()).pathname;
  await page.goto(`${path}/stages?period=custom&from=2001-01-01&to=2001-02-01`);
  await expect(page.getByRole('button', { name: 'Show everything' })).toBeVisible();
  await expectClean(page);
});

/** The API's answer to the page's question, asked as the page asks. */
async function ask<T>(page: Page, question: string, query: string): Promise<T> {
  const slug = new URL(page.url()).pathname.split('/')[1] ?? '';
  return page.evaluate(
    async ([org, path]) => {
      const own = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
      const asked = own.findLast(({ pathname }) => pathname.startsWith('/api/v1/stages/'));
      const span = `from=${asked?.searchParams.get('from')}&to=${asked?.searchParams.get('to')}`;
      const response = await fetch(`/api/v1/stages/${path}&${span}`, {
        headers: { 'x-bowtie-org': org ?? '' },
      });
      return response.json();
    },
    [slug, `${question}?${query.replace('>', '%3E')}`],
  );
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

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
