import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arrEventsOf } from '#lib/bowtie/arrEventsOf.ts';
import { arrFromEvents } from '#lib/bowtie/arrFromEvents.ts';
import { arrSpans } from '#lib/bowtie/arrSpans.ts';
import { arrUnits, balanceAt } from '#lib/bowtie/arrSteps.ts';
import { carryForward } from '#lib/bowtie/carryForward.ts';
import { addDays, localDayOf } from '#lib/bowtie/localDay.ts';
import { loopPeriod } from '#lib/bowtie/loopMovements.ts';
import { orderEvents } from '#lib/bowtie/orderEvents.ts';
import { BARE_CONTEXT, type StageEvent } from '#lib/bowtie/records.ts';
import { renewalOutcome, successions } from '#lib/bowtie/renewals.ts';
import { retention } from '#lib/bowtie/retention.ts';
import type { RawContract } from '#tests/support/oracleHistory.ts';
import { daysOf, oracleArr } from '#tests/support/oracleLoop.ts';
import { loopContracts } from '#tests/support/storyContracts.ts';
import { at } from './storyRecord.ts';

const FIRST = '2025-12-01';
const LAST = '2026-03-01';
const DAYS = daysOf(FIRST, LAST);

const dayAfter = (min: number, max: number) =>
  fc.integer({ min, max }).map((days) => addDays(FIRST, days));

const contract: fc.Arbitrary<RawContract> = fc
  .record({
    id: fc.nat(30),
    account_id: fc.constantFrom('a', 'b'),
    starts_on: dayAfter(1, 70),
    length: fc.option(fc.integer({ min: 0, max: 40 }), { nil: null }),
    cancelled: fc.oneof(fc.constant(null), fc.constant(null), fc.integer({ min: 0, max: 40 })),
    arr: fc.constantFrom('0', '1200.00', '300.10', '99.99'),
    segment: fc.constantFrom('small', 'mid', 'unknown'),
    product: fc.constantFrom('basic', 'pro', 'unknown'),
  })
  .map(({ id, length, cancelled, ...rest }) => ({
    ...rest,
    source: 'billing',
    contract_id: String(id),
    currency: 'USD',
    ends_on: length === null ? null : addDays(rest.starts_on, length),
    cancelled_on: cancelled === null ? null : addDays(rest.starts_on, cancelled),
  }));
const contracts = fc.uniqueArray(contract, { maxLength: 7, selector: (one) => one.contract_id });
const asOf = fc.record({ asOfDay: dayAfter(10, 89), graceDays: fc.constantFrom(0, 3, 15) });
const range = fc.tuple(dayAfter(0, 89), dayAfter(0, 89)).map((ends) => {
  const [from = '', to = ''] = [...ends].sort();
  return { from, to };
});
const bySegment = ({ dimensions }: { dimensions: { segment: string } }) => dimensions.segment;

describe('ARR from contracts', () => {
  test('balances equal those counted day by day, per account and group', () => {
    fc.assert(
      fc.property(contracts, asOf, (raw, options) => {
        const expected = oracleArr(raw, DAYS, options, (one) => one.segment ?? 'unknown');
        const spans = arrSpans(loopContracts(raw), options);
        const units = arrUnits(spans, bySegment);
        const found = DAYS.map((day) =>
          units.reduce((sum, [, steps]) => sum + balanceAt(steps, addDays(day, 1)), 0n),
        );
        const wanted = DAYS.map((_, i) =>
          [...expected.values()].reduce((sum, row) => sum + (row[i] ?? 0n), 0n),
        );
        expect(found).toEqual(wanted);
        for (const segment of ['small', 'mid', 'unknown']) {
          const own = units.filter(([group]) => group === segment).map(([, steps]) => steps);
          const { customersEnd } = loopPeriod(own, { from: FIRST, to: LAST });
          const paying = [...expected].filter(([key, row]) => {
            return JSON.parse(key)[0] === segment && (row.at(-1) ?? 0n) > 0n;
          });
          expect(customersEnd).toBe(paying.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('end = start + new + reactivation + expansion - contraction - churn; groups add up', () => {
    fc.assert(
      fc.property(contracts, asOf, range, (raw, options, asked) => {
        const spans = arrSpans(loopContracts(raw), options);
        const all = arrUnits(spans).map(([, steps]) => steps);
        const grouped = arrUnits(spans, bySegment).map(([, steps]) => steps);
        for (const units of [all, grouped]) {
          const { start, end, ...p } = loopPeriod(units, asked);
          const moved = p.new + p.reactivation + p.expansion - p.contraction - p.churn;
          expect(start + moved).toBe(end);
        }
        expect(loopPeriod(grouped, asked).start).toBe(loopPeriod(all, asked).start);
        expect(loopPeriod(grouped, asked).end).toBe(loopPeriod(all, asked).end);
        const { nrr, grr, logo_retention } = retention(all, asked);
        if (nrr === null || grr === null) return;
        expect(grr).toBeLessThanOrEqual(Math.min(1, nrr));
        expect(logo_retention).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  test('a contract succeeds at most one, never one of another account or product', () => {
    fc.assert(
      fc.property(contracts, (raw) => {
        const found = successions(loopContracts(raw));
        const successors = found.flatMap(({ successor }) => successor ?? []);
        expect(new Set(successors).size).toBe(successors.length);
        for (const { contract: one, endsOn, successor } of found) {
          if (successor === null) continue;
          expect(successor.accountId).toBe(one.accountId);
          expect(successor.endsOn === null || successor.endsOn > endsOn).toBe(true);
          if (one.product && successor.product) expect(successor.product).toBe(one.product);
          expect(renewalOutcome({ endsOn, successor }, '2100-01-01')).toBe('renewed');
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('ARR from events', () => {
  const DAY = 86_400_000;
  const START = Date.parse('2026-01-01T00:00:00Z');
  const usd = (amount: string) => ({ amount, currency: 'USD' });
  const ctx = { ...BARE_CONTEXT, convert: (amount: string) => amount };

  /** Balances at the end of the days 1, 2, ... of January 2026. */
  function balances(records: Record<string, StageEvent[]>, days: number, asOfDay = '2027-01-01') {
    const events = Object.entries(records).flatMap(([recordId, list]) => {
      const timed = list.map((one) => ({ ...one, occurredAt: START + (one.occurredAt - 1) * DAY }));
      return arrEventsOf(recordId, carryForward(orderEvents(timed), ctx), ctx);
    });
    const dayOf = (when: number) => localDayOf(when, 'UTC');
    const units = arrUnits(arrFromEvents(events, { dayOf, asOfDay }));
    return Array.from({ length: days }, (_, i) =>
      units.reduce((sum, [, steps]) => sum + balanceAt(steps, addDays('2026-01-02', i)), 0n),
    );
  }

  test('won sets the last known amount; expanded and contracted only their own', () => {
    const record = [
      at(1, 'sal', usd('100.00')),
      at(2, 'won'),
      at(3, 'expanded'),
      at(4, 'expanded', usd('50.00')),
      at(5, 'contracted', usd('500.00')),
      at(6, 'renewed', usd('80.00')),
      at(7, 'renewed'),
      at(8, 'churned'),
    ];
    expect(balances({ r: record }, 8)).toEqual(
      [0n, 100n, 100n, 150n, 0n, 80n, 80n, 0n].map((units) => units * 100n),
    );
    expect(balances({ r: record }, 8, '2026-01-04').at(-1)).toBe(15_000n);
  });

  test('a won renewal ends the other records of its account, and only those', () => {
    const won = (day: number, accountId: string, amount: string, motion: string | null = null) =>
      at(day, 'won', { accountId, ...usd(amount), dimensions: { motion } });
    const records = {
      first: [won(1, 'a', '100.00')],
      second: [won(2, 'a', '30.00', 'expansion')],
      other: [won(1, 'b', '7.00')],
      renewal: [won(4, 'a', '150.00', 'renewal')],
    };
    expect(balances(records, 4)).toEqual([10_700n, 13_700n, 13_700n, 15_700n]);
  });

  test('a day has what its last event left', () => {
    const record = [at(2, 'won', usd('10.00')), at(2, 'churned'), at(3, 'won', usd('20.00'))];
    expect(balances({ r: record }, 3)).toEqual([0n, 0n, 2000n]);
  });
});
