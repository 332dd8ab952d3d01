import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orgInput } from '#lib/contract/orgInput.ts';
import { slugOf } from '#lib/view/orgs/slugOf.ts';

test.each([
  ['Acme GmbH & Co. KG', 'acme-gmbh-co-kg'],
  ['Café Zürich', 'cafe-zurich'],
  ["Sam's Shop", 'sams-shop'],
  ['北极星 Cloud', 'cloud'],
  ['北极星', ''],
  ['  --  ', ''],
])('%s becomes %s', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('what is not empty has the form of a slug', () => {
  const form = orgInput.shape.slug;
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
      const slug = slugOf(name);
      const faults = form.safeParse(slug).error?.issues.map((issue) => issue.message) ?? [];
      const formal = faults.filter((message) => !message.includes('reserved'));
      return slug === '' || formal.length === 0;
    }),
  );
});
