import { expect, test } from 'vitest';
import { draftOf, mappingOf, previewBodyOf, reread } from '#lib/view/imports/draft.ts';
import { hasStages, stepStates } from '#lib/view/imports/steps.ts';
import { column, LONG, mapping, upload } from './mappings.ts';

const zone = 'Europe/Berlin';
const saved = {
  id: '00000000-0000-4000-8000-000000000002',
  name: 'deals',
  kind: 'accounts' as const,
  mapping: mapping({ columns: { account_id: 'id', name: 'close_value' } }),
  header: ['id', 'close_value'],
  created_at: '2026-01-01T00:00:00Z',
};

test('the first draft is the likeliest suggestion', () => {
  const draft = draftOf(upload(), zone);
  expect(draft.kind).toBe('events');
  expect(previewBodyOf(draft)).toMatchObject({
    encoding: 'utf-8',
    delimiter: ',',
    kind: 'events',
    time_zone: 'Europe/Berlin',
  });
});

test('a mapping saved for the same header comes back, and can be put aside', () => {
  const draft = draftOf(upload({ saved }), zone);
  expect(draft).toMatchObject({ kind: 'accounts', savedUsed: true });
  expect(mappingOf(draft)).toEqual(saved.mapping);
  expect(draftOf(upload({ saved }), zone, false)).toMatchObject({
    kind: 'events',
    savedUsed: false,
  });
});

test('nothing is asked of the server while parts are missing', () => {
  const draft = { ...draftOf(upload(), zone), kind: 'contracts' as const };
  expect(previewBodyOf(draft)).toBeNull();
});

test('reading again keeps the choices as long as the columns are the same', () => {
  const draft = { ...draftOf(upload(), zone), kind: 'accounts' as const, timeZone: 'UTC' };
  const sniff = { ...draft.upload.sniff, encoding: 'gb18030' };
  expect(reread(draft, upload({ sniff }))).toMatchObject({ kind: 'accounts' });
  const other = { ...sniff, columns: [column('1')] };
  expect(reread(draft, upload({ sniff: other }))).toMatchObject({
    kind: 'events',
    timeZone: 'UTC',
  });
});

test('the steps say what is done and what still needs a person', () => {
  const draft = draftOf(upload(), zone);
  const preview = {
    rows: [{ line: 2, cells: [], status: 'accepted' as const, facts: [], problem: null }],
    stages: [{ name: 'Parked', count: 1, suggested: null }],
    rows_scanned: 1,
    complete: true,
  };
  const states = (part: object, shown = true) =>
    stepStates({ ...draft, ...part }, shown ? preview : undefined).map(
      ({ step, state }) => `${step} ${state}`,
    );
  expect(states({})).toEqual([
    'upload done',
    'read done',
    'columns done',
    'stages done',
    'check done',
    'run todo',
  ]);
  expect(states({ mappings: { ...draft.mappings, events: LONG } })).toContain('stages attention');
  expect(states({ kind: 'accounts' }, false)).toEqual([
    'upload done',
    'read done',
    'columns done',
    'check todo',
    'run todo',
  ]);
  expect(states({ kind: 'contracts' }, false)).toContain('columns attention');
  expect(hasStages({ ...draft, kind: 'accounts' })).toBe(false);
});

test('a file of which nothing was understood is taken for deals', () => {
  const kinds = ['accounts', 'events', 'contracts'] as const;
  const suggestions = kinds.map((kind) => ({ kind, missing: ['x'], mapping: mapping() }));
  expect(draftOf(upload({ suggestions }), zone).kind).toBe('events');
});
