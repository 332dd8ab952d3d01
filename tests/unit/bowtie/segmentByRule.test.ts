import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCents } from '#lib/bowtie/money.ts';
import { NO_SEGMENT_RULE, segmentByRule } from '#lib/bowtie/segmentByRule.ts';
import { deriveHistory } from '#tests/support/libBowtie.ts';
import type { History } from '#tests/support/oracleHistory.ts';
import { historyArbitrary, orgArbitrary } from '#tests/support/randomHistory.ts';
import { ruleArbitrary } from '#tests/support/randomRule.ts';
import { at, derive, entry } from './storyRecord.ts';

const BANDS = [
  { from: '0', segment: 'small' },
  { from: '10000', segment: 'mid' },
  { from: '50000', segment: 'key' },
];

test('names are the same as if the source had written what they count as', () => {
  const property = fc.property(historyArbitrary, orgArbitrary, ruleArbitrary, (told, org, rule) => {
    const names = new Map(Object.entries(rule.names));
    const renamed = <T extends { segment?: string }>(rows: T[]) =>
      rows.map((row): T => {
        if (row.segment === undefined) return row;
        return { ...row, segment: names.get(row.segment) ?? row.segment };
      });
    const written: History = {
      ...told,
      events: renamed(told.events),
      accounts: renamed(told.accounts),
    };
    const ruled = { ...org, segment_rule: { ...rule, bands: [] } };
    // Renamed rows can become duplicates of each other: these have no versions of their own.
    fc.pre(
      new Set(told.events.map((one) => `${one.source} ${one.event_id}`)).size ===
        told.events.length,
    );
    fc.pre(new Set(told.accounts.map((one) => one.account_id)).size === told.accounts.length);
    expect(deriveHistory(told, ruled)).toEqual(deriveHistory(written, org));
  });
  fc.assert(property, { numRuns: 60 });
});

test('a band tells a segment only where nobody else does, and none without an amount', () => {
  const property = fc.property(historyArbitrary, orgArbitrary, ruleArbitrary, (told, org, rule) => {
    const { names } = rule;
    const bands = [{ from: '0', segment: 'banded' }];
    const plain = deriveHistory(told, { ...org, segment_rule: { names, bands: [] } });
    const ruled = deriveHistory(told, { ...org, segment_rule: { names, bands } });
    const rows = ({ entries, spans, movements }: (typeof plain)[number]['derived']) => [
      ...entries,
      ...spans,
      ...movements,
    ];
    for (const [index, one] of ruled.entries()) {
      const before = rows(plain[index]?.derived ?? one.derived);
      for (const [place, row] of rows(one.derived).entries()) {
        const said = before[place]?.dimensions.segment;
        const none = row.amountReporting === null ? 'unknown' : 'banded';
        expect(row.dimensions.segment).toBe(said === 'unknown' ? none : said);
      }
    }
  });
  fc.assert(property, { numRuns: 60 });
});

test('the band of an amount is the last one that begins at or below it', () => {
  const cents = fc.bigInt({ min: -100n, max: 40n });
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(30)), cents, (starts, amount) => {
      const ascending = [...starts].sort((a, b) => a - b);
      const bands = ascending.map((from) => ({ from: String(from), segment: `from ${from}` }));
      const units = `${amount}`;
      const reached = ascending.filter((from) => parseCents(String(from)) <= parseCents(units));
      const wanted = reached.length === 0 ? null : `from ${reached.at(-1)}`;
      expect(segmentByRule({ names: {}, bands }).banded(units)).toBe(wanted);
    }),
  );
});

test('words of the language are names as any other', () => {
  const { named } = segmentByRule(NO_SEGMENT_RULE);
  expect(named('constructor')).toBe('constructor');
  expect(named('__proto__')).toBe('__proto__');
});

test('a record is in the band of the amount that it carries at the time', () => {
  const usd = (amount: string) => ({ amount, currency: 'USD' });
  const events = [
    at(1, 'mql'),
    at(2, 'sql', usd('9999.99')),
    at(3, 'sal', { dimensions: { segment: 'n/a' } }),
    at(4, 'won', usd('50000.00')),
    at(5, 'onboarded', { dimensions: { segment: 'SMB' } }),
  ];
  const names = { 'n/a': 'unknown', SMB: 'small', small: 'tiny' };
  const segments = segmentByRule({ names, bands: BANDS });
  const found = derive(events, { segments });
  const of = (stage: Parameters<typeof entry>[1]) => entry(found, stage).dimensions.segment;
  expect([of('mql'), of('sql'), of('sal'), of('won'), of('onboarded')]).toEqual([
    ...['unknown', 'small', 'small', 'key', 'small'],
  ]);
});

test('the account speaks before the amount does', () => {
  const events = [at(1, 'mql', { accountId: 'a', amount: '60000.00', currency: 'USD' })];
  const segments = segmentByRule({ names: { Enterprise: 'mid' }, bands: BANDS });
  const told = (segment: string) =>
    entry(derive(events, { segments, accountDimensions: () => ({ segment }) }), 'mql').dimensions;
  expect(told('Enterprise').segment).toBe('mid');
  expect(told('unknown').segment).toBe('key');
});
