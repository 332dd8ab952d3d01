import sql, { raw, type Sql } from 'sql-template-tag';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { Outcome } from '#lib/contract/records.ts';
import { stockAt } from './countStock.ts';
import { entryEnd } from './entryEnd.ts';
import { at, entriesWithin, type QuestionScope, type Range } from './questionScope.ts';

/** Which records stand behind a number. */
export type RecordQuestion = {
  scope: QuestionScope;
  range: Range;
  windowDays: number | null;
  /** Entries into this stage, or its stock at the end of the range. */
  stage: LadderStage;
  from: 'entries' | 'stock';
  /** Whether the rows say what came of the entry (the last stage leads nowhere). */
  judged: boolean;
  outcome: Outcome | null;
};

/** The rows behind a number, under the names of the answer. */
export function recordsOf(orgId: string, question: RecordQuestion): Sql {
  const scope = { ...question.scope, stages: [question.stage] };
  return question.from === 'stock'
    ? stockRows(orgId, scope, question.range)
    : entryRows(orgId, scope, question);
}

function entryRows(orgId: string, scope: QuestionScope, question: RecordQuestion): Sql {
  const { range, windowDays, judged, outcome } = question;
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
        when ${now} > ${limit} then ${limit} end as outcome_at
    from stage_entry e ${entryEnd(scope.asOf)}
    where ${entriesWithin(orgId, scope, range)}`;
  return outcome === null ? rows : sql`select * from (${rows}) row where outcome = ${outcome}`;
}

function stockRows(orgId: string, scope: QuestionScope, range: Range): Sql {
  return sql`
    select ${carried('s')}, s.stay_since as entered_at, false as implied,
      null::text collate "C" as outcome, null::timestamptz as outcome_at
    from record_span s where ${stockAt(orgId, scope, range.to)}`;
}

function carried(alias: 'e' | 's'): Sql {
  const names = ['record_id', 'account_id', 'amount', 'currency', ...DIMENSIONS];
  return raw(names.map((name) => `${alias}.${name}`).join(', '));
}
