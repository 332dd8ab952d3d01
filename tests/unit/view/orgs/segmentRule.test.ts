import { describe, expect, it, test } from 'vitest';
import { bandAmount } from '#lib/view/orgs/bandAmount.ts';
import { effectsOf } from '#lib/view/orgs/effectsOf.ts';
import { nameRows, SHOWN, targetsOf } from '#lib/view/orgs/nameRows.ts';
import { changedFields, EMPTY_ORG, faultyFields } from '#lib/view/orgs/orgForm.ts';
import { bandFaults } from '#lib/view/orgs/ruleFaults.ts';
import { tidyRule } from '#lib/view/orgs/tidyRule.ts';

const band = (from: string, segment = 'small') => ({ from, segment });

test.each([
  ['10000', '10000'],
  [' 10 000.50 ', '10000.50'],
  ['10,000', '10000'],
  ['1,234,567.8', '1234567.8'],
  ['１０ｋ', '10000'],
  ['1.5万', '15000'],
  ['10,50', null],
  ['-1', null],
  ['1.005', null],
  ['ten', null],
  ['', null],
])('%j is the amount %j', (text, amount) => {
  expect(bandAmount(text)).toBe(amount);
});

test('a rule travels without what says nothing, and the same however it was typed', () => {
  const names = { b: ' small ', SMB: 'SMB', a: '', 'n/a': 'unknown' };
  expect(tidyRule({ names, bands: [band('10,000', ' key ')] })).toEqual({
    names: { b: 'small', 'n/a': 'unknown' },
    bands: [{ from: '10000', segment: 'key' }],
  });
  const saved = { ...EMPTY_ORG, segment_rule: { names: { a: 'x', b: 'y' }, bands: [] } };
  const typed = { names: { b: 'y ', c: '', a: 'x' }, bands: [] };
  expect(changedFields(saved, { ...saved, segment_rule: typed })).toEqual({});
});

test('each line has its faults', () => {
  const lines = [band('10'), band('10.00'), band('x', ''), band(''), band('11')];
  expect(bandFaults(lines)).toEqual([
    { from: null, segment: null },
    { from: 'order', segment: null },
    { from: 'amount', segment: 'none' },
    { from: 'none', segment: null },
    { from: null, segment: null },
  ]);
  const draft = { ...EMPTY_ORG, name: 'Acme', slug: 'acme' };
  const rule = { names: {}, bands: lines };
  expect(faultyFields({ ...draft, segment_rule: rule }, false)).toEqual(['segment_rule']);
});

describe('the list of written values', () => {
  it('also holds what only the rule knows, and finds words in it', () => {
    const names = { later: 'key', SMB: 'small' };
    expect(nameRows(['SMB', 'mid'], names, '').rows).toEqual([
      { value: 'SMB', segment: 'small', came: true, again: null },
      { value: 'later', segment: 'key', came: false, again: null },
      { value: 'mid', segment: '', came: true, again: null },
    ]);
    expect(nameRows(['SMB', 'mid'], names, ' sm').rows.map(({ value }) => value)).toEqual(['SMB']);
  });

  it('says where a name leads to one that leads on: nobody follows it', () => {
    const names = { A: 'B', B: 'C', C: 'C', D: '' };
    const again = nameRows(['A', 'B', 'C', 'D'], names, '').rows.map((row) => row.again);
    expect(again).toEqual(['C', null, null, null]);
  });

  it('is cut where it is long, and says how much is left', () => {
    const many = Array.from({ length: SHOWN + 7 }, (_, at) => `value ${at}`);
    expect(nameRows(many, {}, '')).toMatchObject({ more: 7 });
    expect(nameRows(many, {}, 'value 3').more).toBe(0);
  });

  it('offers what is counted under, unknown last', () => {
    const rule = { names: { SMB: 'small', mid: '' }, bands: [band('0', 'tiny')] };
    expect(targetsOf(['SMB', 'mid'], rule)).toEqual(['mid', 'small', 'tiny', 'unknown']);
  });
});

test('a changed rule is told name by name, many of them counted, and its bands', () => {
  const saved = { ...EMPTY_ORG, segment_rule: { names: { SMB: 'small' }, bands: [] } };
  const names = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((one) => [one, 'key']));
  const told = effectsOf(saved, { segment_rule: { names, bands: [band('0')] } });
  expect(told[0]).toEqual({ kind: 'name', value: 'SMB', from: 'small', to: 'SMB' });
  expect(told.slice(1, 5).map(({ kind }) => kind)).toEqual(['name', 'name', 'name', 'name']);
  expect(told.slice(5)).toEqual([
    { kind: 'names', n: 2 },
    { kind: 'bands', bands: [band('0')] },
  ]);
  expect(effectsOf(saved, { segment_rule: saved.segment_rule })).toEqual([]);
});
