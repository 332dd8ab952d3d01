import fc from 'fast-check';
import type { OracleQuery } from './oracle.ts';
import {
  DIMENSIONS,
  type History,
  LADDER,
  type OracleOrg,
  type RawEvent,
} from './oracleHistory.ts';

const HOUR = 3_600_000;

/** Stages, the frequent ones more often. */
const stage = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...LADDER) },
  { weight: 6, arbitrary: fc.constantFrom('lost', 'no_decision') },
  { weight: 2, arbitrary: fc.constantFrom('renewed', 'expanded', 'contracted', 'churned') },
);

const START = Date.parse('2025-12-28T00:00:00Z');
const SPAN = 70 * 24 * HOUR;

const time = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 24 * 70 }).map((h) => START + h * HOUR) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: SPAN }).map((ms) => START + ms) },
);

/** One of the values in `of` of a hundred cases, else nothing. */
const maybe = <T>(values: readonly T[], of = 50): fc.Arbitrary<T | undefined> =>
  fc.oneof(
    { weight: of, arbitrary: fc.constantFrom(...values) },
    { weight: 100 - of, arbitrary: fc.constant(undefined) },
  );

/** 😀 (beyond the BMP) sorts after ￼ by code point and before it by UTF-16 unit. */
const dimensionValues = {
  segment: ['small', 'mid', 'key', 'unknown'],
  channel: ['search', 'event', '😀', '￼'],
  owner: ['li', 'wang', 'ann', 'unknown'],
  pod: ['north', 'unknown'],
  motion: ['new_business', 'expansion', 'renewal', 'unknown'],
  product: ['basic', 'pro, plus'],
  region: ['emea', 'apac'],
} as const;

const money = maybe(
  ['12000', '0.005', '99.995', '36000.5', '0', '1234567890.12'].flatMap((amount) =>
    ['USD', 'EUR', 'JPY', 'XAU'].map((currency) => ({ amount, currency })),
  ),
);

type Drawn = { record: number; time: number; sent: Omit<RawEvent, 'record_id' | 'occurred_at'> };

const event: fc.Arbitrary<Drawn> = fc
  .record({
    source: fc.constantFrom('crm', 'ads'),
    id: fc.tuple(fc.constantFrom('e', '😀', '￼'), fc.integer({ min: 0, max: 60 })),
    record: fc.integer({ min: 0, max: 59 }),
    version: maybe([0, 1, 2], 25),
    stage,
    time,
    account_id: maybe(['a1', 'a2', 'a3']),
    segment: maybe(dimensionValues.segment),
    channel: maybe(dimensionValues.channel),
    owner: maybe(dimensionValues.owner),
    pod: maybe(dimensionValues.pod, 15),
    motion: maybe(dimensionValues.motion, 10),
    product: maybe(dimensionValues.product),
    region: maybe(dimensionValues.region),
    money,
  })
  .map(({ id, record, time: at, money: stated, ...rest }) => {
    const said = Object.entries({ ...rest, ...stated }).filter(([, value]) => value !== undefined);
    const sent = Object.fromEntries(said) as Pick<RawEvent, 'source' | 'stage'>;
    return { record, time: at, sent: { event_id: id.join(''), ...sent } };
  });

/** Few records with many events each or many with few; a coarse clock makes ties. */
const events = fc
  .record({
    records: fc.constantFrom(2, 8, 30, 60),
    tick: fc.constantFrom(1, 24 * HOUR, 5 * 24 * HOUR),
    drawn: fc.array(event, { maxLength: 150, size: 'max' }),
  })
  .map(({ records, tick, drawn }): RawEvent[] =>
    drawn.map(({ record, time: at, sent }) => ({
      ...sent,
      record_id: `r${record % records}`,
      occurred_at: new Date(START + Math.floor((at - START) / tick) * tick).toISOString(),
    })),
  );

const account = fc
  .record({
    account_id: fc.constantFrom('a1', 'a2'),
    version: maybe([0, 1]),
    segment: maybe(['small', 'key', 'unknown']),
    channel: maybe(['partner']),
    owner: maybe(['zoe', 'li']),
    region: maybe(['amer', 'unknown']),
  })
  .map((row) => {
    const said = Object.entries(row).filter(([, value]) => value !== undefined);
    return { source: 'crm', ...(Object.fromEntries(said) as { account_id: string }) };
  });

const day = fc
  .integer({ min: -10, max: 75 })
  .map((days) => new Date(START + days * 24 * HOUR).toISOString().slice(0, 10));

const member = fc
  .record({
    pod: fc.constantFrom('north', 'south'),
    owner: fc.constantFrom('li', 'zoe', 'wang'),
    from: day,
    length: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
  })
  .map(({ pod, owner, from, length }) => {
    const to = length === null ? null : new Date(Date.parse(from) + length * 24 * HOUR);
    return { pod, owner, from_date: from, to_date: to?.toISOString().slice(0, 10) ?? null };
  });

const rate = fc.record({
  date: day,
  currency: fc.constantFrom('EUR', 'JPY'),
  rate: fc.constantFrom('1.1', '0.0071234567', '7.125'),
});

/** Histories in the order of arrival: corrections, duplicates, ties, gaps, late and odd events. */
export const historyArbitrary: fc.Arbitrary<History> = fc.record({
  events,
  accounts: fc.array(account, { maxLength: 4 }),
  pods: fc.uniqueArray(member, {
    maxLength: 5,
    selector: (one) => `${one.pod} ${one.owner} ${one.from_date}`,
  }),
  rates: fc.uniqueArray(rate, {
    maxLength: 6,
    selector: ({ date, currency }) => `${date} ${currency}`,
  }),
  contracts: fc.constant([]),
});

/** Organizations of several zones, with ladder stages switched off. */
export const orgArbitrary: fc.Arbitrary<OracleOrg> = fc.record({
  time_zone: fc.constantFrom('UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia'),
  currency: fc.constantFrom('USD', 'EUR'),
  stages: fc.oneof(fc.constant([...LADDER]), fc.subarray([...LADDER], { minLength: 1 })),
  order: fc.constantFrom({}, { segment: ['small', 'mid', 'key'] }, { channel: ['event'] }),
});

const asOf = fc.oneof(
  fc.constant(null),
  day,
  time.map((at) => new Date(at).toISOString()),
);

/** Questions of every kind: clocks, rules, windows, horizons, as_of, by, filters, compare. */
export const queryArbitrary: fc.Arbitrary<OracleQuery> = fc
  .record({
    ends: fc.oneof(fc.tuple(day, day), fc.constant(['2025-12-20', '2026-03-20'] as const)),
    clock: fc.constantFrom('cohort', 'cohort', 'period', 'snapshot'),
    rule: fc.constantFrom('implied', 'actual'),
    windowDays: fc.constantFrom(null, null, null, 1, 5, 10, 15, 33),
    horizonDays: fc.constantFrom(null, null, null, 0.5, 7, 30, 90),
    asOf,
    by: fc.constantFrom(null, ...DIMENSIONS),
    compare: fc.constantFrom('none', 'previous', 'year'),
    where: fc.record(
      {
        segment: fc.subarray([...dimensionValues.segment], { minLength: 1 }),
        channel: fc.subarray([...dimensionValues.channel], { minLength: 1 }),
        motion: fc.subarray(['new_business', 'expansion', 'renewal'], { minLength: 1 }),
        pod: fc.subarray(['north', 'south', 'unknown'], { minLength: 1 }),
      },
      { requiredKeys: [] },
    ),
    filters: fc.constantFrom(0, 0, 1),
  })
  .map(({ ends, where, filters, ...rest }) => {
    const [from = '', to = ''] = [...ends].sort();
    const few = Object.fromEntries(Object.entries(where).slice(0, filters));
    return { from, to, ...rest, where: few } as OracleQuery;
  });

/** When the questions of random histories are asked. */
export const RANDOM_NOW = START + 100 * 24 * HOUR;

export type RandomCase = { history: History; org: OracleOrg; queries: OracleQuery[] };

/** A few random histories with questions, the same for the same seed. */
export function randomHistories(seed: number, count: number, questions = 8): RandomCase[] {
  const one = fc.record({
    history: historyArbitrary,
    org: orgArbitrary,
    queries: fc.array(queryArbitrary, { minLength: questions, maxLength: questions }),
  });
  return fc.sample(one, { seed, numRuns: count });
}
