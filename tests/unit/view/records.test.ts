import { expect, test } from 'vitest';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import { aboutRecords } from '#lib/view/records/aboutRecords.ts';
import { COLUMNS, rowKindOf, shownColumns, sortFieldOf } from '#lib/view/records/columns.ts';
import {
  drillParams,
  isNarrow,
  isOfBowtie,
  parseDrill,
  writeDrill,
} from '#lib/view/records/drill.ts';
import { metricRecords } from '#lib/view/records/metricRecords.ts';
import { parseMatch, writeMatch } from '#lib/view/records/rowMatch.ts';
import { trendRecords } from '#lib/view/records/trendRecords.ts';
import type { Text } from '#lib/view/text.ts';

function drillOf(open: string) {
  const drill = parseDrill(open);
  if (drill === null) throw new Error(`${open} opens nothing`);
  return drill;
}

test('a drill survives the address, whatever its values are', () => {
  const narrow = { set: 'stuck', owner: 'a=b;c,d%3B', giver_role: 'AE · KA', window_days: '' };
  const open = writeDrill('sql>sal', narrow);
  expect(open.startsWith('sql>sal;set=stuck;owner=')).toBe(true);
  expect(drillOf(open)).toEqual({
    selection: { kind: 'conversion', from: 'sql', to: 'sal' },
    narrow,
  });
  expect(writeDrill('churned')).toBe('churned');
});

test.each([
  ['churned', { kind: 'event', event: 'churned' }],
  ['churn', { kind: 'movement', movement: 'churn' }],
  ['renewal-due', { kind: 'renewal', renewal: 'due' }],
  ['won', { kind: 'stage', stage: 'won' }],
])('%s opens what it names', (open, selection) => {
  expect(drillOf(open)).toEqual({ selection, narrow: {} });
});

test.each(['won;colour=red', 'won;set', 'lost', ';set=stuck', 'sal>'])(
  '%s opens nothing',
  (open) => {
    expect(parseDrill(open)).toBeNull();
  },
);

test('a drill asks the question of its page, but for what is its own', () => {
  const scope = { from: '2026-01-01', to: '2026-04-01', window_days: '30', segment: 'mid' };
  const drill = drillOf('sql>sal;to=2026-02-01;window_days=');
  expect(drillParams(scope, drill, 'lost')).toEqual({
    from: '2026-01-01',
    to: '2026-02-01',
    segment: 'mid',
    conversion: 'sql>sal',
    outcome: 'lost',
  });
  expect(drillParams(scope, drillOf('churned'), null)).toEqual({ ...scope, event: 'churned' });
  expect([isNarrow(drill), isOfBowtie(drill)]).toEqual([true, true]);
  expect(isOfBowtie(drillOf('sql>sal;days_to=3'))).toBe(false);
});

test('what rows are picked by survives the address', () => {
  const match = { text: ['a,b'], owner: ['x:y', 'z'], outcome: ['lost'] };
  expect(parseMatch(writeMatch(match))).toEqual(match);
  expect(writeMatch({ text: [''], owner: [] })).toBeNull();
  expect(parseMatch('colour:red')).toEqual({});
});

test('a list shows the chosen columns in their order, and always what names the row', () => {
  expect(shownColumns('accounts', ['amount', 'segment', 'colour'])).toEqual([
    'account',
    'segment',
    'amount',
  ]);
  for (const { all, usual, narrow } of Object.values(COLUMNS)) {
    expect([...usual, ...narrow].filter((column) => !all.includes(column))).toEqual([]);
    expect([usual[0], narrow[0]]).toEqual([all[0], all[0]]);
  }
  expect(sortFieldOf('account')).toBe('account_name');
  const { selection } = drillOf('sql>sal');
  expect([rowKindOf(selection, false), rowKindOf(selection, true)]).toEqual(['entries', 'stock']);
});

test.each(LOCALES)('every list says what it is: %s', async (locale) => {
  const messages = await loadMessages(locale);
  const known = ({ key, values = {} }: Text): boolean => {
    const found = key.split('.').reduce<unknown>((at, part) => {
      return (at as Record<string, unknown> | undefined)?.[part];
    }, messages);
    const inner = Object.values(values).filter((value) => typeof value === 'object');
    return typeof found === 'string' && inner.every(known);
  };
  const sets = ['skipped', 'regressed', 'rejected', 'timed', 'stuck'].map((set) => `;set=${set}`);
  const parts = ['', ...sets, ';giver=a', ';giver_role=a;taker_role=b', ';days_to=3'];
  const opens = [
    ...['sql', 'won;clock=snapshot', 'renewed', 'expansion', 'renewal-open', 'one_off'],
    ...['retention-base', 'retention-kept', 'retention-lost', 'paying'],
    ...['won', 'lost', 'moved', 'waited', 'came'].map((fate) => `pipeline-${fate}`),
    ...parts.map((part) => `sql>sal${part}`),
  ];
  for (const open of opens) {
    const drill = drillOf(open);
    const { title, says } = aboutRecords(drill, drillParams({}, drill, null));
    expect([open, known(title), known(says)]).toEqual([open, true, true]);
  }
});

test('a point of a metric opens what it counts', () => {
  const span = { from: '2026-01-01', to: '2026-02-01' };
  const of = (kind: 'entries' | 'arr' | 'nrr', stage: 'won' | null = null) => {
    const drill = drillOf(metricRecords({ id: kind, stage, kind }, span));
    return drillParams({ ...span, from: '2025-01-01' }, drill, null);
  };
  expect(of('entries', 'won')).toEqual({ ...span, stage: 'won' });
  expect(of('nrr')).toEqual({ ...span, retention: 'base' });
  expect(of('arr')).toEqual({ from: span.to, to: span.to, retention: 'base' });
});

test('a point of a trend opens its own interval, under either clock', () => {
  const conversion = { id: 'sal>won', from: 'sal' } as const;
  const dot = { from: '2026-01-01', to: '2026-02-01' };
  const days = ';from=2026-01-01;to=2026-02-01';
  expect(trendRecords(conversion, dot, 'advanced', 'cohort')).toMatchObject({
    open: `sal>won${days}`,
    outcome: 'advanced',
  });
  expect(trendRecords(conversion, dot, null, 'period').open).toBe(`sal${days}`);
  expect(trendRecords(conversion, dot, 'advanced', 'period')).toMatchObject({
    open: `sal>won${days}`,
    outcome: null,
  });
});
