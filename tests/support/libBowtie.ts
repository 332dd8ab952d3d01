import { asOfInstant } from '#lib/bowtie/asOfInstant.ts';
import { comparisonRange } from '#lib/bowtie/comparisonRange.ts';
import { conversionStats, fromFirst, periodConversion } from '#lib/bowtie/conversionStats.ts';
import { deriveRecord } from '#lib/bowtie/deriveRecord.ts';
import { DIMENSIONS, type DimensionValues } from '#lib/bowtie/dimensions.ts';
import { type DurationCell, durationHistogram } from '#lib/bowtie/durationHistogram.ts';
import { entryOutcome } from '#lib/bowtie/entryOutcome.ts';
import { startOfLocalDay } from '#lib/bowtie/localDay.ts';
import { sumMoney } from '#lib/bowtie/money.ts';
import { podMembership } from '#lib/bowtie/podMembership.ts';
import { converter, rateTable } from '#lib/bowtie/rateTable.ts';
import type { DerivedRecord, Entry, MovementEvent, Span, StageEvent } from '#lib/bowtie/records.ts';
import { NO_SEGMENT_RULE, segmentByRule } from '#lib/bowtie/segmentByRule.ts';
import { LADDER, type LadderStage, MOVEMENTS, type Stage } from '#lib/bowtie/stages.ts';
import { terminalAt } from '#lib/bowtie/terminalAt.ts';
import type { OracleQuery } from './oracle.ts';
import {
  byCodePoint,
  type History,
  type OracleOrg,
  type RawEvent,
  winners,
} from './oracleHistory.ts';

/** Everything that lib/bowtie derives, in memory: what the derived tables hold. */
export type Derived = { recordId: string; derived: DerivedRecord }[];

/** A posted event as lib/bowtie takes it. */
export function toStageEvent(raw: RawEvent): StageEvent {
  const dimensions = Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, raw[dimension] ?? null]),
  ) as StageEvent['dimensions'];
  return {
    source: raw.source,
    eventId: raw.event_id,
    stage: raw.stage as Stage,
    occurredAt: Date.parse(raw.occurred_at),
    accountId: raw.account_id ?? null,
    dimensions,
    amount: raw.amount ?? null,
    currency: raw.currency ?? null,
    closeDate: raw.close_date ?? null,
  };
}

/** Derives every record of a history with lib/bowtie. */
export function deriveHistory(history: History, org: OracleOrg): Derived {
  const accounts = winners(history.accounts, (row) => row.account_id);
  const rates = history.rates.map(({ date, currency, rate }) => ({ onDate: date, currency, rate }));
  const pods = history.pods.map(({ pod, owner, from_date, to_date }) => {
    return { pod, owner, fromDate: from_date, toDate: to_date };
  });
  const byId = Object.groupBy(
    winners(history.events, (row) => JSON.stringify([row.source, row.event_id])),
    (event) => event.record_id,
  );
  const convert = converter({ currency: org.currency, timeZone: org.time_zone }, rateTable(rates));
  const podOf = podMembership(pods, org.time_zone);
  return Object.entries(byId).map(([recordId, events = []]) => ({
    recordId,
    derived: deriveRecord(events.map(toStageEvent), {
      stagesOn: org.stages,
      accountDimensions: (id) => {
        const account = accounts.find((row) => row.account_id === id);
        return account === undefined
          ? undefined
          : Object.fromEntries(
              DIMENSIONS.flatMap((one) => {
                const value = account[one as 'segment'];
                return value === undefined ? [] : [[one, value]];
              }),
            );
      },
      podOf,
      segments: segmentByRule(org.segment_rule ?? NO_SEGMENT_RULE),
      convert,
    }),
  }));
}

type Scope = {
  query: OracleQuery;
  stages: readonly LadderStage[];
  from: number;
  to: number;
  asOf: number;
};
type Counted = {
  stage: LadderStage;
  dimensions: DimensionValues;
  implied: boolean;
  amount: string | null;
  amountReporting: string | null;
  entry: Entry | null;
  cell: DurationCell | null;
  spans: Span[];
  entries: Entry[];
};

function matches({ query }: Scope, dimensions: DimensionValues, allMotions: boolean): boolean {
  const { where = {}, by } = query;
  if (!allMotions && where.motion === undefined && by !== 'motion') {
    if (dimensions.motion !== 'new_business') return false;
  }
  return DIMENSIONS.every((one) => where[one]?.includes(dimensions[one]) ?? true);
}

/** The state of a record at a moment. */
export function spanAt(spans: readonly Span[], moment: number): Span | undefined {
  return spans.find(({ fromAt, toAt }) => fromAt <= moment && (toAt === null || moment < toAt));
}

function cellOf(scope: Scope, entry: Entry, spans: readonly Span[]): DurationCell {
  const { asOf } = scope;
  const terminal = terminalAt(entry, asOf) ?? terminalAt(entry, asOf, spanAt(spans, asOf));
  if (terminal === null) throw new Error('no span at as_of');
  const { outcome, endedAt } = entryOutcome(entry, terminal, asOf);
  const advanced = outcome === 'advanced';
  const late = entry.outOfOrderAt !== null && entry.outOfOrderAt <= asOf;
  return {
    ms: (endedAt ?? asOf) - entry.enteredAt,
    advanced: Number(advanced),
    timed: Number(advanced && !entry.implied && !entry.nextImplied),
    outOfOrder: Number(advanced && late),
    lost: Number(outcome === 'lost'),
    noDecision: Number(outcome === 'no_decision'),
    open: Number(outcome === 'open'),
  };
}

function count(scope: Scope, records: Derived): Counted[] {
  const { query, from, to, asOf } = scope;
  return records.flatMap(({ derived: { entries, spans } }): Counted[] => {
    if (query.clock === 'snapshot') {
      const span = spanAt(spans, Math.min(to - 1, asOf));
      if (!span?.inStock || span.stage === null) return [];
      return [
        { ...span, stage: span.stage, implied: false, entry: null, cell: null, spans, entries },
      ];
    }
    const known = entries.filter(({ rule, enteredAt }) => {
      return (rule === 'both' || rule === (query.rule ?? 'implied')) && enteredAt <= asOf;
    });
    return known
      .filter((entry) => entry.enteredAt >= from && entry.enteredAt < to)
      .map((entry) => {
        return { ...entry, entry, cell: cellOf(scope, entry, spans), spans, entries: known };
      });
  });
}

function stageAnswer(scope: Scope, items: readonly Counted[], stage: LadderStage) {
  const own = items.filter((item) => item.stage === stage);
  const cohort = items.filter((item) => item.stage === scope.stages[0]);
  const reached = cohort.filter((item) =>
    item.entries.some(
      (one) => one.stage === stage && one.enteredAt >= (item.entry?.enteredAt ?? 0),
    ),
  );
  return {
    stage,
    entries: own.length,
    implied: own.filter((item) => item.implied).length,
    amount: sumMoney(own.flatMap((item) => item.amountReporting ?? [])),
    unconverted: own.filter((one) => one.amount !== null && one.amountReporting === null).length,
    from_first:
      (scope.query.clock ?? 'cohort') === 'cohort'
        ? fromFirst(cohort.length, reached.length)
        : null,
  };
}

function answerOf(scope: Scope, items: readonly Counted[], moved: readonly MovementEvent[]) {
  const { query, stages } = scope;
  const pairs = stages.slice(1).map((to, place) => ({ from: stages[place] ?? to, to }));
  const of = (stage: LadderStage) => items.filter((item) => item.stage === stage);
  const stats = (from: LadderStage, to: LadderStage) =>
    query.clock === 'period'
      ? periodConversion(of(from).length, of(to).length)
      : conversionStats(durationHistogram(of(from).flatMap(({ cell }) => cell ?? [])), {
          windowDays: query.windowDays ?? null,
          horizonDays: query.horizonDays ?? null,
        });
  return {
    stages: stages.map((stage) => stageAnswer(scope, items, stage)),
    conversions:
      query.clock === 'snapshot'
        ? []
        : pairs.map(({ from, to }) => ({ from, to, ...stats(from, to) })),
    movements: Object.fromEntries(
      MOVEMENTS.map((one) => [one, moved.filter(({ movement }) => movement === one).length]),
    ),
    loop: null,
  };
}

function answers(records: Derived, scope: Scope, order: readonly string[]) {
  const { by } = scope.query;
  const items = count(scope, records).filter((item) => matches(scope, item.dimensions, false));
  const movements = records
    .flatMap(({ derived }) => derived.movements)
    .filter(({ occurredAt: at }) => at >= scope.from && at < scope.to && at <= scope.asOf)
    .filter(({ dimensions }) => matches(scope, dimensions, true));
  const total = answerOf(scope, items, movements);
  if (by === undefined || by === null) return { groups: [], total };
  const values = [...new Set(items.map((item) => item.dimensions[by]))].sort(
    (a, b) =>
      Number(a === 'unknown') - Number(b === 'unknown') ||
      (order.indexOf(a) + 1 || Infinity) - (order.indexOf(b) + 1 || Infinity) ||
      byCodePoint(a, b),
  );
  const groups = values.map((value) => {
    const own = items.filter((item) => item.dimensions[by] === value);
    const moved = movements.filter((one) => one.dimensions[by] === value);
    return { key: { [by]: value }, ...answerOf(scope, own, moved) };
  });
  return { groups, total };
}

/** The `data` of GET /bowtie from lib/bowtie, counted in plain TypeScript instead of SQL. */
export function libBowtie(records: Derived, org: OracleOrg, query: OracleQuery, now: number) {
  const zone = org.time_zone;
  const asOf = asOfInstant(query.asOf ?? null, zone, now) ?? now;
  const stages = LADDER.filter((stage) => org.stages.includes(stage));
  const order = query.by ? (org.order?.[query.by] ?? []) : [];
  const scopeOf = ({ from, to }: { from: string; to: string }): Scope => {
    return {
      query,
      stages,
      from: startOfLocalDay(from, zone),
      to: startOfLocalDay(to, zone),
      asOf,
    };
  };
  const range = comparisonRange(query, query.compare ?? 'none');
  const compared = range && {
    ...range,
    as_of: new Date(asOf).toISOString(),
    ...answers(records, scopeOf(range), order),
  };
  return { ...answers(records, scopeOf(query), order), compare: compared };
}
