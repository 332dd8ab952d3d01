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

test('hire, or mend the hand-off: from the sentence to a published plan', async ({ page }) => {
  test.setTimeout(180_000);
  await openPlan(page, '?target=50000000');
  await expect(page.getByText(/SQL → SAL in the tier Mid, back at what it has been/)).toBeVisible();
  await page.getByRole('button', { name: 'Make a scenario of the fix' }).click();
  const made = page.getByRole('status').filter({ hasText: 'stands side by side' });
  await expect(made).toContainText('Fix SQL → SAL, Mid');
  const fix = (await made.textContent())?.match(/“(.+)”/)?.[1] ?? '';
  await page.getByRole('button', { name: 'Hire instead' }).click();
  await page.getByRole('menuitem', { name: /all whom the plan names/ }).click();
  await expect(made).toContainText('Hire ');

  const table = page.getByRole('region', { name: 'Scenarios line by line' });
  await expect(table.getByRole('columnheader')).toHaveCount(4);
  const differs = table.getByRole('row', { name: /^SQL → SAL Mid/ });
  await expect(differs.getByRole('cell')).toHaveCount(3);
  await expect(
    table.getByRole('row', { name: /^If only last year’s volumes come: ARR/ }),
  ).toContainText('+');
  await expect(table.getByRole('row', { name: /^P\(hit\) with its people/ })).toContainText('%');
  await expectClean(page);

  const card = page.getByRole('region', { name: 'Scenarios', exact: true });
  await card.getByRole('combobox', { name: 'Scenario' }).click();
  await page.getByRole('option', { name: fix, exact: true }).click();
  await expect(page).toHaveURL(/scenario=/);
  for (const department of DEPARTMENTS) await expectSums(page, department);
  await card.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ann');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(card.getByText(/The plan of the fiscal year/)).toBeVisible();
  await card.getByRole('button', { name: `More for ${fix}` }).click();
  await expect(page.getByRole('menuitem', { name: 'Delete…' })).toHaveCount(0);
});

test.describe('two who save one scenario', () => {
  // The status of the refusal that it is about.
  test.use({ expected: [/409/] });
  test('are both told, and nothing is lost', async ({ page }) => {
    test.setTimeout(120_000);
    await openPlan(page, '?target=40000000');
    const card = page.getByRole('region', { name: 'Scenarios', exact: true });
    await card.getByRole('button', { name: 'Save' }).click();
    const { project, repeatEachIndex, retry } = test.info();
    const name = `Shared ${project.name} ${repeatEachIndex} ${retry}`;
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(page).toHaveURL(/scenario=/);
    await changeElsewhere(page);

    const goal = page.getByRole('textbox', { name: 'Target ARR', exact: true });
    await goal.fill('42M');
    await goal.press('Enter');
    await card.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const conflict = page.getByRole('dialog', { name: `“${name}” was saved by somebody else` });
    await expect(conflict).toContainText('Bo saved version 2');
    await expect(conflict.getByRole('row', { name: 'Target ARR' })).toContainText('$42,000,000');
    await expectClean(page);
    await conflict.getByRole('button', { name: 'Keep mine' }).click();
    await expect(card.getByText(/^Version 3/)).toBeVisible();
    await expect(goal).toHaveValue('$42M');

    await card.getByRole('button', { name: `More for ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Versions (3)' }).click();
    const versions = page.getByRole('dialog', { name: `Versions of “${name}”` });
    await versions.getByRole('button', { name: 'Take 1 back' }).click();
    await expect(versions.getByText('Version 1 taken back')).toBeVisible();
    await expectClean(page);
    await page.keyboard.press('Escape');
    await card.getByRole('button', { name: `More for ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page).not.toHaveURL(/scenario=/);
  });
});

/** Another browser saves the scenario of the page meanwhile. */
async function changeElsewhere(page: Page) {
  const [, slug = ''] = new URL(page.url()).pathname.split('/');
  const id = new URL(page.url()).searchParams.get('scenario') ?? '';
  const version = await page.evaluate(
    async ({ org, scenario }) => {
      const headers = { 'x-bowtie-org': org, 'content-type': 'application/json' };
      const list = await (await fetch('/api/v1/scenarios', { headers })).json();
      const all: { id: string; inputs: { plan: object } }[] = list.data.scenarios;
      const plan = {
        ...all.find((one) => one.id === scenario)?.inputs.plan,
        target_arr: '41000000',
      };
      const body = JSON.stringify({ version: 1, author: 'Bo', inputs: { plan } });
      const path = `/api/v1/scenarios/${scenario}`;
      const told = await (await fetch(path, { method: 'PATCH', headers, body })).json();
      return told.data.version;
    },
    { org: slug, scenario: id },
  );
  expect(version).toBe(2);
}

/** On the page of a department locked, months and later are the total, stage by stage. */
async function expectSums(page: Page, department: (typeof DEPARTMENTS)[number]) {
  const { plan } = await loadMessages('en');
  await page.getByRole('button', { name: plan.department.name[department] }).click();
  await expect(page.getByRole('heading', { name: plan.department.why })).toBeVisible();
  const table = page.getByRole('region', { name: plan.department.table });
  const lines = await table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('td')].map((cell) =>
          Number((cell.textContent ?? '').replace(/[^\d]/g, '') || 0),
        ),
      ),
    );
  for (const line of lines) {
    expect(line.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(line.at(-1));
  }
}

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
