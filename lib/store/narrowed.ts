import sql, { join, raw, type Sql } from 'sql-template-tag';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import { fellBack } from './fellBack.ts';
import { at, type QuestionScope } from './questionScope.ts';

/** Of the entries of a conversion those with all of this; null asks for nothing. */
export type Narrowing = {
  /** The second stage of the conversion. */
  to: LadderStage;
  set: 'skipped' | 'regressed' | 'timed' | null;
  giver: string | null;
  giverRole: string | null;
  taker: string | null;
  takerRole: string | null;
  /** Whole milliseconds from the entry to its end, [from, to). */
  msFrom: number | null;
  msTo: number | null;
};

/** `and ...` for the entries `e` with their ends `ended`. */
export function narrowed(scope: QuestionScope, narrowing: Narrowing): Sql {
  const { set, giver, giverRole, taker, takerRole, msFrom, msTo } = narrowing;
  const took = sql`round(date_part('epoch', ended.at - e.entered_at) * 1000)`;
  const parts = [
    ...(set === 'skipped' ? [sql`e.implied`] : []),
    ...(set === 'timed' ? [sql`not e.implied and not e.next_implied`] : []),
    ...(set === 'regressed'
      ? [sql`e.next_at <= ${at(scope.asOf)} and ${fellBack(narrowing.to, scope.asOf)}`]
      : []),
    ...(giver === null ? [] : [sql`e.owner = ${giver}`]),
    ...(giverRole === null ? [] : [sql`${roleOf('e')} = ${giverRole}`]),
    ...(taker === null && takerRole === null ? [] : [taken(scope, narrowing)]),
    ...(msFrom === null ? [] : [sql`${took} >= ${msFrom}::float8`]),
    ...(msTo === null ? [] : [sql`${took} < ${msTo}::float8`]),
  ];
  return parts.length === 0 ? sql`` : sql` and ${join(parts, ' and ')}`;
}

/** TRICKY: `stage` is no plain column, so that the next entry is found by record, not by stage. */
function taken(scope: QuestionScope, { to, taker, takerRole }: Narrowing): Sql {
  return sql`ended.kind = 'advanced' and exists (
    select from stage_entry n where n.org_id = e.org_id and n.record_id = e.record_id
      and n.stage || '' = ${to} and n.rule in ('both', ${scope.rule})
      ${taker === null ? sql`` : sql`and n.owner = ${taker}`}
      ${takerRole === null ? sql`` : sql`and ${roleOf('n')} = ${takerRole}`})`;
}

function roleOf(alias: 'e' | 'n'): Sql {
  const [org, owner] = [raw(`${alias}.org_id`), raw(`${alias}.owner`)];
  return sql`coalesce((select p.role from person p
    where p.org_id = ${org} and p.owner = ${owner}), 'unknown')`;
}
