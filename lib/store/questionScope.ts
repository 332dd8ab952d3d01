import sql, { join, raw, type Sql } from 'sql-template-tag';
import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import type { Instant, Rule } from '#lib/bowtie/records.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';

export type Filters = Partial<Record<Dimension, readonly string[]>>;

/** What every question about entries has in common. */
export type QuestionScope = {
  asOf: Instant;
  rule: Rule;
  /** The ladder stages that are on. */
  stages: readonly LadderStage[];
  by: Dimension | null;
  /** With `by`: groups of two dimensions, as a JSON list of both values. */
  and?: Dimension | null;
  where: Filters;
  /** Where local days begin; all cuts of a question but the first and the last are such days. */
  timeZone: string;
  /** Windows and horizons in days that the answer will be cut by: no duration may blur them. */
  limits: readonly number[];
};

export type Range = { from: Instant; to: Instant };

/** The database's calendar begins in 4713 BC; nothing has happened before. */
export const EARLIEST = -2.1e14;

/** An instant as a parameter: exact to the millisecond in any year. */
export function at(instant: Instant): Sql {
  return sql`to_timestamp(${Math.max(instant, EARLIEST)}::float8 / 1000)`;
}

/** Which part between the cuts, which ascend, a moment lies in; the first is 0. */
export function partAt(moment: Sql, cuts: readonly Instant[]): Sql {
  if (cuts.length === 2) return sql`0`;
  const known = cuts.map((cut) => Math.max(cut, EARLIEST));
  return sql`(width_bucket(${moment}, array(select to_timestamp(cut / 1000)
    from unnest(${known}::float8[]) with ordinality as given (cut, place) order by place)) - 1)`;
}

/** The group of a row: its value of the dimension asked for, or one group for all. */
export function groupOf(
  alias: 'e' | 's' | 'm',
  by: Dimension | null,
  and: Dimension | null = null,
): Sql {
  if (by !== null && and !== null) {
    return raw(`jsonb_build_array(${alias}.${by}, ${alias}.${and})::text`);
  }
  return by === null ? sql`''::text` : raw(`${alias}.${by}`);
}

/** `and ...` for the dimension filters. */
export function matching(alias: 'e' | 's' | 'm', where: Filters): Sql {
  const parts = DIMENSIONS.flatMap((dimension) => {
    const values = where[dimension];
    if (values === undefined) return [];
    return [sql` and ${raw(`${alias}.${dimension}`)} = any(${[...values]}::text[])`];
  });
  return parts.length === 0 ? sql`` : join(parts, '');
}

/** Entries of the scope within a range of time, as known at `as_of`. */
export function entriesWithin(orgId: string, scope: QuestionScope, range: Range): Sql {
  return sql`e.org_id = ${orgId}::uuid and e.stage = any(${[...scope.stages]}::text[])
    and e.rule in ('both', ${scope.rule})
    and e.entered_at >= ${at(range.from)} and e.entered_at < ${at(range.to)}
    and e.entered_at <= ${at(scope.asOf)}${matching('e', scope.where)}`;
}
