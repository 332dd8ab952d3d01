import { expect, test } from 'vitest';
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
