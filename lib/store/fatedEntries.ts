import sql, { raw, type Sql } from 'sql-template-tag';
import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import type { Fate } from '#lib/bowtie/forecast/fates.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import { entryEnd } from './entryEnd.ts';
import { at, EARLIEST, entriesWithin, type QuestionScope } from './questionScope.ts';

/** Open entries that one of two moments knows, by what sets them apart from the other. */
export type FatedRows = {
  from: 'fated';
  fate: Fate;
  /** The stages before the win. */
  stages: readonly LadderStage[];
  early: Instant;
  late: Instant;
  /** Entries before it count for nothing. */
  since: Instant;
};

/** Which entries have a fate: the rule of `forecastFates`, told one by one. */
const HAS: Record<Fate, Sql> = {
  waited: sql`e.was and e.is`,
  came: sql`not e.was and e.is and not e.elsewhere`,
  moved: sql`e.was and not e.is and e.elsewhere`,
  won: sql`e.was and not e.is and not e.elsewhere and e.won`,
  lost: sql`e.was and not e.is and not e.elsewhere and not e.won`,
};

/** The rows of a fate, with what became of each by the later moment. */
export function fatedEntries(orgId: string, scope: QuestionScope, question: FatedRows): Sql {
  const { fate, stages, late, since } = question;
  const own = raw(DIMENSIONS.map((name) => `s.${name}`).join(', '));
  return sql`
    select e.record_id, e.account_id, e.amount, e.currency, ${raw(NAMES)}, e.entered_at, e.implied,
      e.kind collate "C" as outcome, e.ended_at as outcome_at,
      array_position(${[...stages]}::text[], e.stage) as place
    from (
      select s.record_id, s.account_id, s.amount, s.currency, ${own}, s.entered_at, s.implied,
        s.stage, s.kind, s.ended_at, s.was, s.is,
        ${elsewhere(orgId, scope, question)} as elsewhere,
        exists (select from stage_entry w where w.org_id = ${orgId}::uuid
          and w.record_id = s.record_id and w.stage || '' = 'won'
          and w.rule in ('both', ${scope.rule}) and w.entered_at <= ${at(late)}) as won
      from (${known(orgId, scope, question, since)} offset 0) s
      where ${fate === 'came' || fate === 'waited' ? sql`s.is` : sql`s.was and not s.is`}
    ) e where ${HAS[fate]}`;
}

const NAMES = DIMENSIONS.map((name) => `e.${name}`).join(', ');

/** Entries since a moment: open at either of the two, and how they stand at the later one. */
function known(
  orgId: string,
  scope: QuestionScope,
  { stages, early, late }: FatedRows,
  from: Instant,
  of: Sql = sql`true`,
): Sql {
  const within = entriesWithin(orgId, { ...scope, stages, asOf: late }, { from, to: late + 1 });
  return sql`select e.*, e.entered_at <= ${at(early)} and early.kind = 'open' as was,
      late.kind = 'open' as is, late.kind, late.at as ended_at
    from stage_entry e
      cross join lateral (select ended.kind from (select 1) one ${entryEnd(early)}) early
      cross join lateral (select ended.kind, ended.at from (select 1) one ${entryEnd(late)}) late
    where ${within} and ${of}`;
}

/** Whether the record is open elsewhere at the other moment only, in whatever group it is then. */
function elsewhere(orgId: string, scope: QuestionScope, question: FatedRows): Sql {
  const { motion } = scope.where;
  const all = { ...scope, where: motion === undefined ? {} : { motion } };
  const other = known(orgId, all, question, EARLIEST, sql`e.record_id = s.record_id`);
  const side = question.fate === 'came' ? sql`o.was and not o.is` : sql`o.is and not o.was`;
  return sql`exists (select from (${other}) o where ${side})`;
}
