import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ArrEvent, arrFromEvents } from '#lib/bowtie/arrFromEvents.ts';
import type { ArrSpan } from '#lib/bowtie/arrSpans.ts';
import { DIMENSIONS, type DimensionValues } from '#lib/bowtie/dimensions.ts';
import { addDays } from '#lib/bowtie/localDay.ts';
import { ARR_MOVEMENTS } from '#lib/bowtie/loopMovements.ts';
import { orderEvents } from '#lib/bowtie/orderEvents.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import { factsOfEvents } from '#lib/reports/loop/readLoop.ts';
import type { Grouped, Revenue } from '#lib/reports/loop/revenue.ts';
import { revenueOfFacts } from '#lib/reports/loop/revenueOfFacts.ts';
import { EventSpans } from '#lib/reports/loop/told/EventSpans.ts';
import { revenueOfEvents } from '#lib/reports/loop/told/revenueOfEvents.ts';

const FIRST = '2026-01-01';
const AS_OF_DAY = '2026-01-28';
/** An instant is a number of days here. */
const calendar = { dayOf: (at: number) => addDays(FIRST, Math.floor(at)), asOfDay: AS_OF_DAY };

const money = fc.option(fc.constantFrom(0n, 100n, 250n, 900n), { nil: null });
const event = fc.record({
  recordId: fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5'),
  accountId: fc.constantFrom('a', 'a', 'b', null),
  stage: fc.constantFrom('won', 'won', 'renewed', 'expanded', 'contracted', 'churned'),
  occurredAt: fc.integer({ min: 0, max: 62 }).map((half) => half / 2),
  source: fc.constant('crm'),
  dimensions: fc.record(
    Object.fromEntries(
      DIMENSIONS.map((name) => [
        name,
        name === 'motion'
          ? fc.constantFrom('new_business', 'new_business', 'renewal')
          : fc.constantFrom('x', 'y'),
      ]),
    ) as unknown as Record<keyof DimensionValues, fc.Arbitrary<string>>,
  ),
  amount: money,
  ownAmount: money,
  unconverted: fc.constantFrom(true, false, false),
});
const history = fc
  .array(event, { maxLength: 25 })
  .map((list) => orderEvents(list.map((one, i) => ({ ...one, eventId: `e${i}` }))));

const day = fc.integer({ min: -3, max: 35 }).map((days) => addDays(FIRST, days));
const range = fc.tuple(day, day).map((days) => {
  const [from = '', to = ''] = days.toSorted();
  return { from, to };
});
type Question = Pick<BowtieQuery, 'by' | 'where'>;
const question: fc.Arbitrary<Question> = fc.record({
  by: fc.constantFrom(null, 'segment' as const, 'motion' as const),
  where: fc.constantFrom<Question['where']>(
    {},
    { segment: ['x'] },
    { region: ['y'], owner: ['x', 'y'] },
  ),
});

function tell(events: readonly (ArrEvent & { unconverted: boolean })[]): EventSpans {
  const told = new EventSpans(calendar);
  for (const one of events) told.take(one);
  return told.finish();
}

const text = (value: unknown) =>
  JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? `${one}n` : one));
const asSet = (spans: readonly ArrSpan[]) => spans.map(text).sort();
const sorted = <T>({ total, groups }: Grouped<T>) => ({
  total,
  groups: [...groups].sort(([a], [b]) => (a < b ? -1 : 1)),
});

async function answers(revenue: Revenue, asked: { from: string; to: string }) {
  const months = [asked, { from: asked.to, to: addDays(asked.to, 9) }];
  const moved = [];
  for (const movement of ARR_MOVEMENTS) {
    const rows = await revenue.moved(movement, asked);
    // Of spans that begin on the same day either can tell the groups.
    moved.push(rows.map(({ dimensions: _, ...row }) => text(row)).sort());
  }
  const retentions = sorted(await revenue.retentions(months));
  return {
    asOfDay: revenue.asOfDay,
    source: revenue.source,
    sums: sorted(await revenue.sums(asked, months)),
    // A group that only money without a rate is in has no units.
    retentions: {
      total: retentions.total,
      groups: retentions.groups.filter(([, own]) => own.some(({ units }) => units > 0)),
    },
    cohorts: await revenue.cohorts(months, AS_OF_DAY),
    due: await revenue.due(asked),
    renewals: (await revenue.renewals(asked)).total,
    paying: (await revenue.paying(asked)).map(text).sort(),
    shrunk: [...(await revenue.shrunk(asked.from))].sort(),
    moved,
  };
}

describe('revenue that events tell', () => {
  it('has the same spans as columns', () => {
    fc.assert(
      fc.property(history, (events) => {
        const spans = asSet(arrFromEvents(events, calendar));
        const told = tell(events);
        expect(asSet(told.spans)).toEqual(spans);
        const names = ['account:a', 'record:r3'];
        const own = arrFromEvents(events, calendar).filter((one) => names.includes(one.accountId));
        expect(asSet(told.spansOf(names))).toEqual(asSet(own));
      }),
      { numRuns: 300 },
    );
  });

  it('answers as facts do', async () => {
    await fc.assert(
      fc.asyncProperty(history, range, question, async (events, asked, options) => {
        const told = tell(events);
        expect(told.isExact).toBe(true);
        const got = await answers(revenueOfEvents(told, AS_OF_DAY, options), asked);
        const facts = factsOfEvents(told, AS_OF_DAY);
        expect(got).toEqual(await answers(revenueOfFacts(facts, options), asked));
      }),
      { numRuns: 300 },
    );
  });

  it('knows when plain numbers would no longer add up', () => {
    const base = { recordId: 'r', accountId: null, stage: 'won', source: 'crm', eventId: '1' };
    const dimensions = Object.fromEntries(DIMENSIONS.map((name) => [name, 'x']));
    const won = { ...base, dimensions, occurredAt: 1, ownAmount: null, unconverted: false };
    const of = (...amounts: bigint[]) =>
      tell(amounts.map((amount, i) => ({ ...won, recordId: `r${i}`, amount }) as never));
    expect(of(10n ** 15n, 10n ** 15n).isExact).toBe(true);
    expect(of(4n * 10n ** 15n, 4n * 10n ** 15n).isExact).toBe(false);
    const huge = of(10n ** 30n, 5n);
    expect(huge.isExact).toBe(false);
    expect(huge.spans.map(({ arr }) => arr)).toEqual([10n ** 30n, 5n]);
  });
});
