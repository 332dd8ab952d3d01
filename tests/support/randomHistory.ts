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
  { weight: 12, arbitrary: fc.constantFrom(...LADDER) },
  { weight: 3, arbitrary: fc.constantFrom('lost', 'no_decision') },
  { weight: 2, arbitrary: fc.constantFrom('renewed', 'expanded', 'contracted', 'churned') },
);

const START = Date.parse('2025-12-28T00:00:00Z');

/** Whole hours over some ten weeks around turns of the year and of clocks, and ties. */
const time = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 24 * 70 }).map((h) => START + h * HOUR) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 20 }).map((d) => START + d * 72 * HOUR) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 70 * 24 * HOUR }).map((ms) => START + ms) },
);

const maybe = <T>(values: readonly T[]) =>
  fc.option(fc.constantFrom(...values), { nil: undefined });

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

const money = fc.option(
  fc.record({
    amount: fc.constantFrom('12000', '0.005', '99.995', '36000.5', '0', '1234567890.12'),
    currency: fc.constantFrom('USD', 'EUR', 'JPY', 'XAU'),
  }),
  { nil: undefined, freq: 2 },
);

const event: fc.Arbitrary<RawEvent> = fc
  .record({
    source: fc.constantFrom('crm', 'ads'),
    event: fc.integer({ min: 0, max: 160 }),
    record: fc.integer({ min: 0, max: 24 }),
    version: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined, freq: 4 }),
    stage,
    time,
    account_id: maybe(['a1', 'a2', 'a3']),
    segment: maybe(dimensionValues.segment),
    channel: maybe(dimensionValues.channel),
    owner: maybe(dimensionValues.owner),
    pod: fc.option(fc.constantFrom(...dimensionValues.pod), { nil: undefined, freq: 5 }),
    motion: fc.option(fc.constantFrom(...dimensionValues.motion), { nil: undefined, freq: 8 }),
    product: maybe(dimensionValues.product),
    region: maybe(dimensionValues.region),
    money,
  })
  .map(({ event: id, record, time: at, money: stated, ...rest }) => {
    const said = Object.entries({ ...rest, ...stated }).filter(([, value]) => value !== undefined);
    return {
      event_id: `e${id}`,
      record_id: `r${record}`,
      occurred_at: new Date(at).toISOString(),
      ...(Object.fromEntries(said) as Pick<RawEvent, 'source' | 'stage'>),
    };
  });

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
  events: fc.array(event, { maxLength: 120, size: 'max' }),
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

const asOf = fc.option(
  fc.oneof(
    day,
    time.map((at) => new Date(at).toISOString()),
  ),
  { nil: null },
);

/** Questions of every kind: clocks, rules, windows, horizons, as_of, by, filters, compare. */
export const queryArbitrary: fc.Arbitrary<OracleQuery> = fc
  .record({
    ends: fc.tuple(day, day),
    clock: fc.constantFrom('cohort', 'cohort', 'period', 'snapshot'),
    rule: fc.constantFrom('implied', 'actual'),
    windowDays: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
    horizonDays: fc.option(fc.constantFrom(0.5, 7, 30, 90), { nil: null, freq: 2 }),
    asOf,
    by: fc.option(fc.constantFrom(...DIMENSIONS), { nil: null }),
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
  })
  .map(({ ends, where, ...rest }) => {
    const [from = '', to = ''] = [...ends].sort();
    const few = Object.fromEntries(Object.entries(where).slice(0, 1));
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
