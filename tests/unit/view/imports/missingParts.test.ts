import { expect, test } from 'vitest';
import { missingParts } from '#lib/view/imports/missingParts.ts';
import { assign } from '#lib/view/imports/targets.ts';
import { LONG, mapping, WIDE } from './mappings.ts';

test('complete mappings lack nothing', () => {
  expect(missingParts('events', WIDE)).toEqual([]);
  expect(missingParts('events', LONG)).toEqual([]);
  expect(missingParts('accounts', mapping({ columns: { account_id: 'a' } }))).toEqual([]);
});

test('a long file needs record, stage and time; a fixed value will do', () => {
  expect(missingParts('events', mapping())).toEqual(['record_id', 'stage', 'occurred_at']);
  const fixed = mapping({
    columns: { record_id: 'a', occurred_at: 'b' },
    constants: { stage: 'mql' },
  });
  expect(missingParts('events', fixed)).toEqual([]);
});

test('a wide file needs a record and a date, an outcome both its parts', () => {
  const bare = mapping({ wide: { record_id: '', stages: {} } });
  expect(missingParts('events', bare)).toEqual(['record_id', 'stage_dates']);
  expect(missingParts('events', assign(bare, 'outcome:date', 'x'))).toEqual([
    'record_id',
    'outcome_column',
  ]);
});

test('a contract needs its value in one of three ways', () => {
  const key = { contract_id: 'a', account_id: 'b', starts_on: 'c' };
  expect(missingParts('contracts', mapping({ columns: key }))).toEqual(['revenue']);
  expect(missingParts('contracts', mapping({ columns: { ...key, mrr: 'd' } }))).toEqual([]);
  const total = mapping({ columns: { ...key, total_value: 'd' } });
  expect(missingParts('contracts', total)).toEqual(['months']);
});
