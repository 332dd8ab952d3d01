import { expect, test } from 'vitest';
import { bytesText } from '#lib/view/imports/bytesText.ts';
import { equation } from '#lib/view/imports/equation.ts';
import { fitOf } from '#lib/view/imports/fitOf.ts';
import { fixableFields, fixedFields, setFixed } from '#lib/view/imports/fixedFields.ts';
import { hasTime } from '#lib/view/imports/hasTime.ts';
import { heldDetail } from '#lib/view/imports/heldDetail.ts';
import { reshape, shapeOf } from '#lib/view/imports/mappingShape.ts';
import { nameOfMapping } from '#lib/view/imports/nameOfMapping.ts';
import { previewTable } from '#lib/view/imports/previewRows.ts';
import { progressOf } from '#lib/view/imports/progressOf.ts';
import { nullsText, parseNulls } from '#lib/view/imports/readingNames.ts';
import { setValue, valueMaps } from '#lib/view/imports/valueMaps.ts';
import { column, LONG, mapping, WIDE } from './mappings.ts';

test('received is the sum of its parts', () => {
  const counts = { received: 8800, accepted: 8300, duplicates: 0, quarantined: 500, ignored: 0 };
  const { parts, holds } = equation(counts);
  expect(holds).toBe(true);
  expect(parts.map(({ count }) => count)).toEqual([8300, 0, 500, 0]);
  expect(equation({ ...counts, ignored: 1 }).holds).toBe(false);
  expect(equation({ ...counts, received: 0 }).parts[0]?.share).toBe(0);
});

test('progress is unknown in the queue and whole at the end', () => {
  expect(progressOf({ status: 'queued', bytes: 0, bytes_total: 10 })).toBeNull();
  expect(progressOf({ status: 'running', bytes: 5, bytes_total: 10 })).toBe(0.5);
  expect(progressOf({ status: 'done', bytes: 5, bytes_total: 10 })).toBe(1);
});

test.each([
  ['sales_pipeline.csv', 'sales pipeline'],
  ['Deals 2026-03-01 (2).csv.gz', 'Deals'],
  ['export-20260301.tsv', 'export'],
  ['2026-03-01.csv', '2026-03-01'],
  ['客户.csv', '客户'],
])('a mapping of %s is called %s', (file, name) => {
  expect(nameOfMapping(file)).toBe(name);
});

test('a column suits a target by what stands in it', () => {
  expect(fitOf('stage:sal', column('a', { looks: 'date', date_format: 'iso' }))).toBe('good');
  expect(fitOf('outcome:date', column('a'))).toBe('not_date');
  expect(fitOf('field:occurred_at', column('a', { looks: 'date', date_format: 'ambiguous' }))).toBe(
    'ambiguous_date',
  );
  expect(fitOf('field:amount', column('a'))).toBe('not_number');
  expect(fitOf('field:segment', column('a', { looks: 'empty' }))).toBe('empty');
  expect(fitOf('record', column('a', { looks: 'number' }))).toBe('good');
});

test('a file changes its shape and keeps what both shapes know', () => {
  expect(shapeOf(WIDE)).toBe('wide');
  const long = reshape({ ...WIDE, amount_on: 'outcome' }, 'long');
  expect(long.columns).toMatchObject({
    record_id: 'id',
    stage: 'deal_stage',
    occurred_at: 'close_date',
  });
  expect(long.amount_on).toBeUndefined();
  const wide = reshape(LONG, 'wide');
  expect(wide.wide).toMatchObject({ record_id: 'id', outcome: { date: 'at', column: 'stage' } });
  expect(wide.columns).toEqual({});
});

test('a wide row is one line with several moves; the bound amount stands at its move', () => {
  const fact = { record_id: 'r', owner: 'ann', source: 'file', event_id: 'x', currency: 'USD' };
  const table = previewTable('events', [
    {
      line: 2,
      cells: [],
      status: 'accepted',
      problem: null,
      facts: [
        { ...fact, stage: 'sal', occurred_at: '2017-01-01T00:00:00Z', amount: null },
        { ...fact, stage: 'won', occurred_at: '2017-03-01T00:00:00Z', amount: '1054' },
      ],
    },
  ]);
  expect(table.fields).toEqual(['record_id', 'owner', 'currency']);
  expect(table.rows[0]?.moves).toEqual([
    { stage: 'sal', at: '2017-01-01T00:00:00Z', amount: null },
    { stage: 'won', at: '2017-03-01T00:00:00Z', amount: '1054' },
  ]);
});

test('fixed values are offered for what no column says', () => {
  expect(fixableFields('events', WIDE)).not.toContain('account_id');
  expect(fixableFields('events', WIDE)).not.toContain('amount_on');
  expect(fixableFields('events', WIDE)).toContain('currency');
  const fixed = setFixed(setFixed(WIDE, 'currency', 'USD'), 'source', 'crm');
  expect(fixedFields(fixed)).toEqual(['currency']);
  expect(fixableFields('events', fixed)).not.toContain('currency');
  expect(setFixed(fixed, 'currency', null).constants).toEqual({ source: 'crm' });
});

test('values can be renamed where a column feeds a dimension', () => {
  const one = mapping({ columns: { motion: 'Type' } });
  const columns = [column('Type', { samples: ['New', 'Renewal'] })];
  const named = setValue(one, 'motion', 'New', 'new_business');
  expect(valueMaps('events', named, columns)).toEqual([
    {
      field: 'motion',
      closed: true,
      entries: [
        { from: 'New', to: 'new_business' },
        { from: 'Renewal', to: '' },
      ],
    },
  ]);
  expect(setValue(named, 'motion', 'New', '').values).toEqual({});
});

test('values that count as empty keep the empty cell', () => {
  expect(parseNulls('NULL, n/a,')).toEqual(['', 'NULL', 'n/a']);
  expect(nullsText(['', 'NULL', 'n/a'])).toBe('NULL, n/a');
});

test('sizes are said in the units of the language', () => {
  expect(bytesText('en', 641_000)).toBe('641 kB');
  expect(bytesText('en', 1)).toBe('1 byte');
  expect(bytesText('en', 2_500_000)).toBe('2.5 MB');
});

test('a date alone is local midnight, anything else has a time', () => {
  expect(hasTime('2025-01-01T00:00:00Z', 'UTC')).toBe(false);
  expect(hasTime('2024-12-31T16:00:00Z', 'Asia/Shanghai')).toBe(false);
  expect(hasTime('2025-01-01T00:00:00Z', 'Asia/Shanghai')).toBe(true);
});

test.each([
  ['no_events', 'no stage of this row has a date', null],
  ['unknown_stage', "unknown stage 'Angebot'", 'Angebot'],
  ['bad_row', '5 cells where the header has 7', '5 cells where the header has 7'],
  ['invalid_date', "not a date or time: 'it's late'", "not a date or time: 'it's late'"],
])('%s tells of %s only what its code does not', (code, message, detail) => {
  expect(heldDetail(code, message)).toBe(detail);
});
