import sql, { raw, type Sql } from 'sql-template-tag';
import type { Instant } from '#lib/bowtie/records.ts';
import { at } from './questionScope.ts';

/**
 * Joins to each entry `e` what came of it by `as_of`, without a window: `ended.kind` and
 * `ended.at` (null while open). The same rule as `entryOutcome` in `lib/bowtie`.
 *
 * The row knows the record's last state; where that is later than `as_of` and was not the only
 * one, the span that contains `as_of` is asked.
 */
export function entryEnd(asOf: Instant): Sql {
  const now = at(asOf);
  return sql`cross join lateral (
      select case when e.outcome_at <= ${now} then e.outcome
          when e.outcome_changes > 1 then ${ofSpan('outcome', asOf)} end as outcome,
        case when e.outcome_at <= ${now} then e.outcome_at
          when e.outcome_changes > 1 then ${ofSpan('outcome_at', asOf)} end as since
    ) terminal
    cross join lateral (
      select coalesce(e.next_at <= ${now}, false) as advanced,
        coalesce(terminal.outcome in ('lost', 'no_decision'), false) as negative,
        coalesce(e.stage in ('won', 'onboarded') and e.churned_at <= ${now}, false)
          and not coalesce(terminal.outcome in ('lost', 'no_decision')
            and terminal.since <= e.churned_at, false) as churned_first
    ) way
    cross join lateral (
      select case when way.advanced then 'advanced' when way.churned_first then 'lost'
          when way.negative then terminal.outcome else 'open' end as kind,
        case when way.advanced then e.next_at when way.churned_first then e.churned_at
          when way.negative then terminal.since end as at
    ) ended`;
}

/** TRICKY: a scalar question inside `case` is asked for few rows; a join would read every span. */
function ofSpan(column: 'outcome' | 'outcome_at', asOf: Instant): Sql {
  const now = at(asOf);
  return sql`(select ${raw(`s.${column}`)} from record_span s
    where s.org_id = e.org_id and s.record_id = e.record_id
      and s.from_at <= ${now} and (s.to_at is null or s.to_at > ${now}))`;
}
