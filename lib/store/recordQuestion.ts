import sql, { raw, type Sql } from 'sql-template-tag';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import type { DayRange } from '#lib/bowtie/periods.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { LadderStage, Movement } from '#lib/bowtie/stages.ts';
import type { Outcome } from '#lib/contract/records.ts';
import type { Fault } from '#lib/contract/vocabulary.ts';
import { stockAt } from './countStock.ts';
import { entryEnd } from './entryEnd.ts';
import { type FatedRows, fatedEntries } from './fatedEntries.ts';
import { faultOf } from './health/faultOf.ts';
import { type Narrowing, narrowed } from './narrowed.ts';
import { oneOffRows, type Told } from './oneOffRevenue.ts';
import { at, entriesWithin, matching, type QuestionScope, type Range } from './questionScope.ts';

/** Entries into a stage within the range. */
export type EntryRows = {
  from: 'entries';
  stage: LadderStage;
  /** Whether the rows say what came of the entry (the last stage leads nowhere). */
  judged: boolean;
  /** null: any. */
  outcomes: readonly Outcome[] | null;
  narrowing: Narrowing | null;
  doubt?: { fault: Fault; zone: string } | null;
};
/** The stock of a stage at the end of the range. */
export type StockRows = {
  from: 'stock';
  stage: LadderStage;
  /** Only those whose stay began before; null: none is known to be. */
  stayedSince?: Instant | null;
};
/** Movements of customers within the range, one by one. */
export type EventRows = {
  from: 'events';
  movement: Movement;
  /** In which their amounts are. */
  currency: string;
};

/** Rows of revenue that does not recur, converted into the currency. */
export type OneOffRows = { from: 'one_off' } & Told;

/** Which records stand behind a number. */
export type RecordQuestion = {
  scope: QuestionScope;
  range: Range;
  windowDays: number | null;
} & (
  | EntryRows
  | StockRows
  | FatedRows
  | EventRows
  | (OneOffRows & { days: DayRange; timeZone: string })
);

/** The rows behind a number, as the answer names them; `place` parts rows of one record. */
export function recordsOf(orgId: string, question: RecordQuestion): Sql {
  if (question.from === 'events') return eventRows(orgId, question);
  if (question.from === 'fated') return fatedEntries(orgId, question.scope, question);
  if (question.from === 'one_off') return oneOffRecords(orgId, question);
  const scope = { ...question.scope, stages: [question.stage] };
  return question.from === 'stock'
    ? stockRows(orgId, scope, question)
    : entryRows(orgId, scope, question);
}

function entryRows(
  orgId: string,
  scope: QuestionScope,
  question: EntryRows & Pick<RecordQuestion, 'range' | 'windowDays'>,
): Sql {
  const { range, windowDays, judged, outcomes, narrowing, doubt } = question;
  const now = at(scope.asOf);
  const limit =
    windowDays === null
      ? sql`'infinity'::timestamptz`
      : sql`e.entered_at + ${windowDays}::int * interval '24 hours'`;
  const rows = sql`
    select ${carried('e')}, e.entered_at, e.implied,
      case when not ${judged}::boolean then null
        when ended.kind <> 'open' and ended.at <= ${limit} then ended.kind
        when ${now} > ${limit} then 'expired' else 'open' end collate "C" as outcome,
      case when not ${judged}::boolean then null
        when ended.kind <> 'open' and ended.at <= ${limit} then ended.at
        when ${now} > ${limit} then ${limit} end as outcome_at, 0 as place
    from stage_entry e ${entryEnd(scope.asOf)}
    where ${entriesWithin(orgId, scope, range)}${narrowing ? narrowed(scope, narrowing) : sql``}
      ${doubt ? sql`and ${faultOf(doubt.fault, scope, doubt.zone)}` : sql``}`;
  if (outcomes === null) return rows;
  return sql`select * from (${rows}) row where outcome = any(${[...outcomes]}::text[])`;
}

function stockRows(
  orgId: string,
  scope: QuestionScope,
  { range, stayedSince }: StockRows & Pick<RecordQuestion, 'range'>,
): Sql {
  const before = stayedSince == null ? sql`null::timestamptz` : at(stayedSince);
  return sql`
    select ${carried('s')}, s.stay_since as entered_at, false as implied,
      null::text collate "C" as outcome, null::timestamptz as outcome_at, 0 as place
    from record_span s where ${stockAt(orgId, scope, range.to)}
      ${stayedSince === undefined ? sql`` : sql`and s.stay_since < ${before}`}`;
}

/** The amount of an event is its own, in the reporting currency. */
function eventRows(
  orgId: string,
  { scope, range, movement, currency }: EventRows & Pick<RecordQuestion, 'scope' | 'range'>,
): Sql {
  const own = raw(DIMENSIONS.map((name) => `m.${name}`).join(', '));
  return sql`
    select m.record_id, m.account_id, m.own_amount_reporting as amount,
      case when m.own_amount_reporting is not null then ${currency} end collate "C" as currency,
      ${own}, m.occurred_at as entered_at, false as implied,
      null::text collate "C" as outcome, null::timestamptz as outcome_at, m.ordinal as place
    from movement m
    where m.org_id = ${orgId}::uuid and m.movement = ${movement}
      and m.occurred_at >= ${at(range.from)} and m.occurred_at < ${at(range.to)}
      and m.occurred_at <= ${at(scope.asOf)}${matching('m', scope.where)}`;
}

function oneOffRecords(orgId: string, question: Extract<RecordQuestion, { from: 'one_off' }>): Sql {
  const { days, scope, currency, segmentRule, timeZone } = question;
  return sql`
    select o.revenue_id as record_id, o.account_id, o.converted as amount,
      case when o.converted is not null then ${currency} end collate "C" as currency,
      ${raw(DIMENSIONS.map((name) => `o.${name}`).join(', '))},
      o.day::timestamp at time zone ${timeZone} as entered_at, false as implied,
      null::text collate "C" as outcome, null::timestamptz as outcome_at,
      (row_number() over (order by o.source, o.revenue_id))::int as place
    from (${oneOffRows(orgId, days, scope.where, { currency, segmentRule })}) o`;
}

function carried(alias: 'e' | 's'): Sql {
  const names = ['record_id', 'account_id', 'amount', 'currency', ...DIMENSIONS];
  return raw(names.map((name) => `${alias}.${name}`).join(', '));
}
