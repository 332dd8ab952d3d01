import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orgInput } from '#lib/contract/orgInput.ts';
import { changedFields, EMPTY_ORG, faultyFields, toggleStage } from '#lib/view/orgs/orgForm.ts';

test('an empty form lacks a name and an address', () => {
  expect(faultyFields(EMPTY_ORG, true).sort()).toEqual(['name', 'slug']);
});

test('a changed organization keeps its address, whatever it is', () => {
  const draft = { ...EMPTY_ORG, name: 'Acme', slug: 'orgs' };
  expect(faultyFields(draft, true)).toEqual(['slug']);
  expect(faultyFields(draft, false)).toEqual([]);
});

test('no stage at all is a fault', () => {
  const draft = { ...EMPTY_ORG, name: 'Acme', slug: 'acme', stages: [] };
  expect(faultyFields(draft, true)).toEqual(['stages']);
});

test('stages keep the order of the ladder', () => {
  const without = toggleStage(EMPTY_ORG.stages, 'mql');
  expect(without).toEqual(['prospect', 'sql', 'sal', 'won', 'onboarded', 'adopted']);
  expect(toggleStage(without, 'mql')).toEqual(EMPTY_ORG.stages);
});

test('only what changed is sent', () => {
  const after = { ...EMPTY_ORG, currency: 'EUR', stages: toggleStage(EMPTY_ORG.stages, 'mql') };
  expect(Object.keys(changedFields(EMPTY_ORG, after)).sort()).toEqual(['currency', 'stages']);
  expect(changedFields(EMPTY_ORG, { ...EMPTY_ORG, stages: [...EMPTY_ORG.stages] })).toEqual({});
});

test('the form finds a fault exactly where the API would', () => {
  const text = fc.oneof(fc.string({ maxLength: 70 }), fc.stringMatching(/^[a-z0-9-]{1,64}$/));
  fc.assert(
    fc.property(text, fc.constantFrom('', ' ', 'Acme'), fc.boolean(), (slug, name, staged) => {
      const draft = { ...EMPTY_ORG, slug, name, stages: staged ? EMPTY_ORG.stages : [] };
      const refused = orgInput.safeParse(draft).error?.issues.map((issue) => issue.path[0]) ?? [];
      expect([...new Set(refused)].sort()).toEqual(faultyFields(draft, true).sort());
    }),
  );
});
