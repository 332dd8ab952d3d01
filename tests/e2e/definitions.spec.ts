import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import { expect, test } from '#tests/support/browser.ts';

for (const locale of LOCALES) {
  test(`a number leads to its definition, and a team writes its own: ${locale}`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const { definitions, home, terms } = await loadMessages(locale);
    const cookie = { name: 'locale', value: locale, domain: 'localhost', path: '/' };
    await page.context().addCookies([cookie]);

    await page.goto('/');
    const explain = home.figure.explainStage.replace('{stage}', terms.stage.sal);
    const asked = page.getByRole('button', { name: explain, exact: true });
    await asked.filter({ visible: true }).first().click();
    await page.getByRole('link', { name: definitions.link, exact: true }).click();
    await expect(page).toHaveURL(/definitions\?on=\d{4}-\d\d-\d\d#stage-sal$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(definitions.pageTitle);
    await expect(page.locator('#stage-sal')).toBeInViewport();
    await expectClean(page);

    const own = `A meeting was held: ${locale}`;
    await page.goto(new URL(page.url()).pathname);
    const stage = page.locator('#stage-sal');
    await stage.getByRole('button').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(definitions.text).fill(own);
    await expectClean(page);
    await dialog.getByRole('button', { name: definitions.save, exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(stage.getByText(own).first()).toBeVisible();

    await stage.locator('summary').click();
    await expect(stage.getByRole('listitem').first()).toContainText(own);
    await page.getByLabel(definitions.on, { exact: true }).fill('2020-01-01');
    await expect(page).toHaveURL(/on=2020-01-01/);
    await expect(stage.getByText(definitions.common, { exact: true })).toBeVisible();
  });
}

test('reads on a phone, in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await page.goto(`${new URL(page.url()).pathname}/definitions`, { waitUntil: 'networkidle' });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await expectClean(page);
});

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
