import { expect, test } from 'vitest';
import { assign, columnOf, type Target, targetsFor, targetsOf } from '#lib/view/imports/targets.ts';
import { LONG, mapping, WIDE } from './mappings.ts';

test('a column of a wide file shows every use that it has', () => {
  expect(targetsOf(WIDE, 'events', 'engage_date')).toEqual(['stage:sal']);
  expect(targetsOf(WIDE, 'events', 'deal_stage')).toEqual(['outcome:column']);
  const twice = assign(WIDE, 'field:close_date', 'close_date');
  expect(targetsOf(twice, 'events', 'close_date')).toEqual(['outcome:date', 'field:close_date']);
  expect(targetsOf(WIDE, 'events', 'nothing')).toEqual([]);
});

test('every target of every kind can be given a column, read back and taken away', () => {
  const cases: [Parameters<typeof targetsFor>, ReturnType<typeof mapping>][] = [
    [['events', true], mapping({ wide: { record_id: 'id', stages: {} } })],
    [['events', false], mapping()],
    [['accounts', false], mapping()],
    [['contracts', false], mapping()],
  ];
  for (const [which, start] of cases) {
    for (const target of targetsFor(...which)) {
      const given = assign(start, target, 'some column');
      expect(columnOf(given, target), target).toBe('some column');
      expect(columnOf(assign(given, target, null), target), target).toBeUndefined();
    }
  }
});

test('a target moves to another column, the old one is free again', () => {
  const moved = assign(WIDE, 'stage:sal', 'other');
  expect(targetsOf(moved, 'events', 'engage_date')).toEqual([]);
  expect(targetsOf(moved, 'events', 'other')).toEqual(['stage:sal']);
});

test('another outcome column forgets what the values of the old one meant', () => {
  expect(assign(WIDE, 'outcome:column', 'status').wide?.outcome?.values).toEqual({});
  expect(assign(WIDE, 'outcome:date', 'x').wide?.outcome?.values).toEqual({ Won: 'won' });
});

test('an outcome without date and column is no outcome', () => {
  const bare = assign(assign(WIDE, 'outcome:date', null), 'outcome:column', null);
  expect(bare.wide).toEqual({ record_id: 'id', stages: { sal: 'engage_date' } });
});

test('names of columns that objects inherit are ordinary names', () => {
  const targets: Target[] = targetsOf(LONG, 'events', 'toString');
  expect(targets).toEqual([]);
  expect(columnOf(assign(LONG, 'field:segment', '__proto__'), 'field:segment')).toBe('__proto__');
});
