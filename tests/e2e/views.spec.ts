import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import { expect, test } from '#tests/support/browser.ts';

// What a test leaves would be in the way of the next.
test.afterEach(({ page }) => clear(page));

for (const locale of LOCALES) {
  test(`a reader saves a view, opens the page with it, and lets it go: ${locale}`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const { views, terms, ui } = await loadMessages(locale);
    const { button, item } = byRole(page);
    await speak(page, locale);
    await openPage(page, '?segment=mid&period=thisYear&open=sal');
    const panel = page.getByRole('dialog');
    await expect(panel).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();

    await test.step('by a name that must be one', async () => {
      await button(views.menu).click();
      await item(views.save).click();
      await button(views.keep).click();
      await expect(page.getByText(views.fault.empty)).toBeVisible();
      await expectClean(page);
      await page.getByLabel(views.name, { exact: true }).fill('Board 板');
      await page.keyboard.press('Enter');
      await expect(button(views.open.replace('{name}', 'Board 板'))).toBeVisible();
      await expect(page).toHaveURL(/view=[0-9a-f-]{36}/);
      await expect(page).not.toHaveURL(/open=/);
    });

    await test.step('that no other view has', async () => {
      await button(views.open.replace('{name}', 'Board 板')).click();
      await item(views.save).click();
      await page.getByLabel(views.name, { exact: true }).fill(' board  板');
      await button(views.keep).click();
      await expect(page.getByText(/board {1,2}板/).last()).toBeVisible();
      await button(ui.cancel).click();
    });

    await test.step('which the page then opens with, in this browser', async () => {
      await button(views.open.replace('{name}', 'Board 板')).click();
      await item(views.setDefault).click();
      await expect(page.getByRole('status')).toContainText('Board 板');
      await openPage(page);
      await expect(page).toHaveURL(/view=.*segment=mid/);
      await expect(page.getByRole('combobox', { name: terms.dimension.segment })).toContainText(
        terms.value.mid,
      );
      await button(views.open.replace('{name}', 'Board 板')).click();
      await expect(page.getByRole('menuitemradio', { checked: true })).toContainText(
        views.isDefault,
      );
      await expectClean(page);
      await item(views.unsetDefault).click();
      await expect(page.getByRole('status')).toContainText(views.isUnset.slice(0, 5));
      await openPage(page);
      await expect(button(views.menu)).toBeVisible();
    });

    await test.step('until it is deleted for everybody', async () => {
      await button(views.menu).click();
      await page.getByRole('menuitemradio', { name: 'Board 板' }).click();
      await expect(page).toHaveURL(/segment=mid/);
      await button(views.open.replace('{name}', 'Board 板')).click();
      await item(views.remove).click();
      await expectClean(page);
      await button(views.removeNow).click();
      await expect(button(views.menu)).toBeVisible();
      await expect(page).toHaveURL(/segment=mid/);
      await expect(page).not.toHaveURL(/view=/);
    });
  });

  test(`a note is on every chart over time, in its table and its file: ${locale}`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    const { notes, home, loop, stages } = await loadMessages(locale);
    await speak(page, locale);
    const path = await openPage(page);
    const trend = page.getByRole('region', { name: home.trend.title, exact: true });
    const flag = () => page.getByRole('button', { name: /新价|新價|New pricing/ });

    await test.step('added beside the chart', async () => {
      await trend.getByRole('button', { name: notes.add }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: notes.save }).click();
      await expect(dialog.getByText(notes.fault.text)).toBeVisible();
      await expectClean(page);
      await dialog.getByLabel(notes.text).fill('New pricing 新价格');
      await dialog.getByLabel(notes.through).fill('2001-01-01');
      await dialog.getByRole('button', { name: notes.save }).click();
      await expect(dialog.getByText(notes.fault.through)).toBeVisible();
      await dialog.getByLabel(notes.through).fill('');
      await dialog.getByRole('button', { name: notes.save }).click();
      await expect(dialog).toBeHidden();
    });

    await test.step('its words come with the keyboard', async () => {
      const one = trend.locator('svg').getByRole('button');
      await one.focus();
      // A focus that the keyboard brought.
      await page.keyboard.press('Shift+Tab');
      await page.keyboard.press('Tab');
      await expect(page.getByText(/: New pricing 新价格$|：New pricing 新价格$/)).toBeVisible();
      await expectClean(page);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog', { name: notes.editTitle })).toBeVisible();
      await page.keyboard.press('Escape');
    });

    await test.step('in the table and the file', async () => {
      await openPage(page, '?trendShow=table');
      const table = trend.getByRole('table');
      await expect(table.getByRole('columnheader', { name: notes.column })).toBeVisible();
      await expect(table.getByRole('cell', { name: /New pricing/ })).toHaveCount(1);
      await trend.getByRole('button', { name: home.figure.export }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: home.figure.csv }).click();
      const text = await readFile(await (await download).path(), 'utf8');
      expect(text.split('\r\n')[0]).toMatch(/,notes$/);
      expect(text).toMatch(/,\d{4}-\d\d-\d\d: New pricing 新价格\r\n/);
    });

    await test.step('on the charts of Loop and Stages', async () => {
      await page.goto(`${path}/loop`, { waitUntil: 'networkidle' });
      for (const name of [loop.bridge.title, loop.growth.title, loop.retention.title]) {
        const part = page.getByRole('region', { name, exact: true });
        await expect(
          part.locator('svg').getByRole('button', { name: /New pricing/ }),
        ).toBeVisible();
      }
      await expectClean(page);
      await page.goto(`${path}/stages`, { waitUntil: 'networkidle' });
      const ages = page.getByRole('region', { name: stages.ages.title, exact: true });
      await expect(ages.getByRole('button', { name: /New pricing/ }).first()).toBeVisible();
    });

    await test.step('until it is taken away from the list', async () => {
      await page
        .getByRole('button', { name: notes.all.replace('{n}', '1') })
        .first()
        .click();
      await expectClean(page);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /New pricing/ })
        .last()
        .click();
      await page.getByRole('button', { name: notes.removeNow }).click();
      await expect(flag()).toHaveCount(0);
    });
  });
}

test('a view follows what is shown when it is updated, renamed and linked to', async ({ page }) => {
  const { button, item } = byRole(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const path = await openPage(page, '', '/loop');
  await saveView(page, 'ARR');
  await page.getByRole('button', { name: 'Quarter', exact: true }).click();
  await button('View: ARR, changed').click();
  await item('Update “ARR” to what is shown').click();
  await expect(button('View: ARR')).toBeVisible();
  await button('View: ARR').click();
  await item('Rename…').click();
  await page.getByLabel('Name', { exact: true }).fill('ARR by quarter');
  await page.keyboard.press('Enter');
  await button('View: ARR by quarter').click();
  await item('Copy link').click();
  await expect(page.getByRole('status')).toHaveText('The link is copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).pathname).toBe(`${path}/loop`);
  await page.goto(link);
  await expect(page).toHaveURL(/view=.*grain=quarter/);
  await expect(button('View: ARR by quarter')).toBeVisible();
  // another page has none of it
  await page.goto(`${path}/stages`);
  await button('Views').click();
  await expect(page.getByRole('menuitemradio')).toHaveCount(0);
});

test('a view opens with what still holds, and says what is left out', async ({ page }) => {
  const path = await openPage(page);
  const id = await page.evaluate(async (slug) => {
    const headers = { 'x-bowtie-org': slug, 'content-type': 'application/json' };
    const query = 'segment=mid,vanished&clock=sundial&channel=gone';
    const body = JSON.stringify({ page: 'home', name: 'Old', query });
    const told = await fetch('/api/v1/views', { method: 'POST', headers, body });
    return (await told.json()).data.id as string;
  }, path.slice(1));
  await page.goto(`${path}?view=${id}`);
  await expect(page).toHaveURL(new RegExp(`view=${id}&segment=mid$`));
  const said = page.getByText('“Old” also asks for what is no longer there');
  await expect(said).toContainText('Channel “gone”, Clock “sundial”, Segment “vanished”');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expectClean(page);
  await page.getByRole('button', { name: 'Take it out of the view' }).click();
  await expect(said).toBeHidden();
  await page.goto(`${path}?view=00000000-0000-4000-8000-000000000000`);
  await expect(page.getByText('The view of this link has been deleted.')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page).not.toHaveURL(/view=/);
});

test('views and notes fit a phone, in light and in dark', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 390, height: 844 });
  const path = await openPage(page);
  await saveView(page, 'A name that is long enough to need more room than there is on a phone');
  await page.evaluate(async (slug) => {
    const headers = { 'x-bowtie-org': slug, 'content-type': 'application/json' };
    const on = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10);
    const body = JSON.stringify({ on, text: 'A long story '.repeat(12), author: 'Somebody' });
    await fetch('/api/v1/annotations', { method: 'POST', headers, body });
  }, path.slice(1));
  const search = new URL(page.url()).search;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const at of [`${path}${search}&trendShow=table`, `${path}/loop`, `${path}/stages`]) {
      await page.goto(at, { waitUntil: 'networkidle' });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, at).toBeLessThanOrEqual(390);
      await expectClean(page);
    }
  }
});

function byRole(page: Page) {
  return {
    button: (name: string) => page.getByRole('button', { name, exact: true }),
    item: (name: string | RegExp) => page.getByRole('menuitem', { name }),
  };
}

async function saveView(page: Page, name: string): Promise<void> {
  const { button, item } = byRole(page);
  await button('Views').click();
  await item('Save what is shown as a view…').click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.keyboard.press('Enter');
  await expect(button(`View: ${name}`)).toBeVisible();
}

async function speak(page: Page, locale: string): Promise<void> {
  await page
    .context()
    .addCookies([{ name: 'locale', value: locale, domain: 'localhost', path: '/' }]);
}

/** Opens a page of the first organization and tells the organization's path. */
async function openPage(page: Page, search = '', below = ''): Promise<string> {
  await page.goto('/');
  const path = `/${new URL(page.url()).pathname.split('/')[1]}`;
  await page.goto(`${path}${below}${search}`, { waitUntil: 'networkidle' });
  return path;
}

async function clear(page: Page): Promise<void> {
  await page.goto('/');
  const slug = new URL(page.url()).pathname.slice(1);
  await page.evaluate(async (org) => {
    const headers = { 'x-bowtie-org': org };
    const { views } = (await (await fetch('/api/v1/views', { headers })).json()).data;
    const { annotations } = (await (await fetch('/api/v1/annotations', { headers })).json()).data;
    for (const { id } of views) await fetch(`/api/v1/views/${id}`, { method: 'DELETE', headers });
    for (const { id } of annotations) {
      await fetch(`/api/v1/annotations/${id}`, { method: 'DELETE', headers });
    }
  }, slug);
}

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
