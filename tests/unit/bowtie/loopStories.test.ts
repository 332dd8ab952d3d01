import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { arrEventsOf } from '#lib/bowtie/arrEventsOf.ts';
import { arrFromEvents } from '#lib/bowtie/arrFromEvents.ts';
import { arrSpans } from '#lib/bowtie/arrSpans.ts';
import { type ArrStep, arrUnits } from '#lib/bowtie/arrSteps.ts';
import { carryForward } from '#lib/bowtie/carryForward.ts';
import { addMonths, localDayOf } from '#lib/bowtie/localDay.ts';
import { loopPeriod } from '#lib/bowtie/loopMovements.ts';
import { formatCents, toCents } from '#lib/bowtie/money.ts';
import { orderEvents } from '#lib/bowtie/orderEvents.ts';
import { type Grain, periodsOf } from '#lib/bowtie/periods.ts';
import { BARE_CONTEXT } from '#lib/bowtie/records.ts';
import { renewalTotals, successions } from '#lib/bowtie/renewals.ts';
import { retention } from '#lib/bowtie/retention.ts';
import { differences } from '#tests/support/closeTo.ts';
import { toStageEvent } from '#tests/support/libBowtie.ts';
import { STORIES, storyHistory } from '#tests/support/stories.ts';
import { loopContracts } from '#tests/support/storyContracts.ts';

const story = STORIES.find(({ name }) => name === 'the loop in money');
if (story === undefined) throw new Error('the story of the loop is missing');
const contracts = loopContracts(storyHistory(story).contracts);
const rules = { weekStart: 'mon', fiscalStartMonth: 1 } as const;

describe('the loop in money', () => {
  const asked = story.questions.map(({ get, query, answer }) => {
    return { get, query, expected: answer.data as { total: { loop: object; periods: object[] } } };
  });

  test.each(asked)('$get $query', ({ get, query, expected }) => {
    const asOfDay = localDayOf(Date.parse(query.as_of ?? story.now), 'UTC');
    const range = { from: query.from ?? '', to: query.to ?? '' };
    const spans = arrSpans(contracts, { asOfDay, graceDays: 0 });
    const units = arrUnits(spans).map(([, steps]) => steps);
    const money = (period: ReturnType<typeof loopPeriod>) => ({
      new: formatCents(period.new),
      reactivation: formatCents(period.reactivation),
      expansion: formatCents(period.expansion),
      contraction: formatCents(period.contraction),
      churn: formatCents(period.churn),
    });
    const start = (cents: bigint) => formatCents(cents);
    if (get === 'arr') {
      const periods = periodsOf(range, query.grain as Grain, rules).map((one) => {
        const period = loopPeriod(units, one);
        return {
          ...one,
          start: start(period.start),
          ...money(period),
          end: start(period.end),
          customers_start: period.customersStart,
          customers_end: period.customersEnd,
        };
      });
      expect(differences({ periods, ...retention(units, range) }, expected.total)).toEqual([]);
      return;
    }
    const period = loopPeriod(units, range);
    const renewals = renewalTotals(successions(contracts), range, asOfDay);
    const { dueArr, retainedArr, upliftArr, ...counts } = renewals;
    const loop = {
      start_arr: start(period.start),
      ...money(period),
      end_arr: start(period.end),
      ...retention(units, range),
      renewals: {
        ...counts,
        due_arr: start(dueArr),
        retained_arr: start(retainedArr),
        uplift_arr: start(upliftArr),
      },
    };
    expect(differences(loop, expected.total.loop)).toEqual([]);
  });
});

describe('without contracts, events tell the loop', () => {
  const told = STORIES.find(({ name }) => name.startsWith('a straight line'));
  if (told === undefined) throw new Error('the story of a straight line is missing');
  const zone = told.org.time_zone;
  const ctx = { ...BARE_CONTEXT, convert: (amount: string) => toCents(amount) };
  const byRecord = Object.groupBy(storyHistory(told).events, (one) => one.record_id);
  const events = Object.entries(byRecord).flatMap(([recordId, rows = []]) => {
    const own = orderEvents(rows.map(toStageEvent));
    return arrEventsOf(recordId, carryForward(own, ctx), ctx);
  });
  type Loop = { loop: { start_arr: string; new: string; end_arr: string } };

  test.each(told.questions)('$query', ({ query, answer }) => {
    const { total, groups } = answer.data as { total: Loop; groups: (Loop & { key: object })[] };
    const asOfDay = localDayOf(Date.parse(query.as_of ?? told.now), zone);
    const spans = arrFromEvents(events, { dayOf: (when) => localDayOf(when, zone), asOfDay });
    const wanted = query.segment?.split(',');
    const asked = spans.filter(({ dimensions }) => wanted?.includes(dimensions.segment) ?? true);
    const range = { from: query.from ?? '', to: query.to ?? '' };
    const loopOf = (units: (readonly ArrStep[])[]) => {
      const period = loopPeriod(units, range);
      return {
        start_arr: formatCents(period.start),
        new: formatCents(period.new),
        end_arr: formatCents(period.end),
      };
    };
    const units = arrUnits(asked, ({ dimensions }) => dimensions.segment);
    expect(total.loop).toMatchObject(loopOf(units.map(([, steps]) => steps)));
    for (const { key, loop } of groups) {
      const own = units.filter(([group]) => group === Object.values(key)[0]);
      expect(loop).toMatchObject(loopOf(own.map(([, steps]) => steps)));
    }
  });
});

const playbook = new URL('../../../../shared/data/mrr-playbook/', import.meta.url);

/** The rows of a plain CSV file as objects. */
function readTable(name: string): Record<string, string>[] {
  const [header = '', ...lines] = readFileSync(new URL(name, playbook), 'utf8')
    .trim()
    .split(/\r?\n/);
  const columns = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}

describe.skipIf(!existsSync(playbook))('the published months of the MRR playbook', () => {
  test('row m is the period from the 2nd of the month before to the 2nd of m', () => {
    const subscriptions = readTable('subscription_periods.csv').map((row) => ({
      source: 'playbook',
      contract_id: row.subscription_id ?? '',
      account_id: row.customer_id ?? '',
      starts_on: row.start_date ?? '',
      ends_on: row.end_date || null,
      arr: row.monthly_amount ?? '',
      currency: 'USD',
    }));
    const asOfDay = '2100-01-01';
    const spans = arrSpans(loopContracts(subscriptions), { asOfDay, graceDays: 0 });
    const units = arrUnits(spans).map(([, steps]) => steps);
    const found = readTable('expected-months.csv').map((row) => {
      const to = `${row.date_month?.slice(0, 8)}02`;
      const period = loopPeriod(units, { from: addMonths(to, -1), to });
      return {
        date_month: row.date_month,
        mrr: period.end / 100n,
        active: period.customersEnd,
        new: period.new / 100n,
        reactivation: period.reactivation / 100n,
        upgrade: period.expansion / 100n,
        downgrade: -period.contraction / 100n,
        churn: -period.churn / 100n,
      };
    });
    const expected = readTable('expected-months.csv').map((row) => ({
      date_month: row.date_month,
      mrr: BigInt(row.mrr ?? ''),
      active: Number(row.active),
      new: BigInt(row.new ?? ''),
      reactivation: BigInt(row.reactivation ?? ''),
      upgrade: BigInt(row.upgrade ?? ''),
      downgrade: BigInt(row.downgrade ?? ''),
      churn: BigInt(row.churn ?? ''),
    }));
    expect(found.length).toBeGreaterThan(12);
    expect(found).toEqual(expected);
  });
});
