import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Instant } from '#lib/bowtie/records.ts';
import { LADDER } from '#lib/bowtie/stages.ts';
import { entryEnd } from './entryEnd.ts';
import type { Tx } from './inOrg.ts';
import { at, EARLIEST, entriesWithin, groupOf, type QuestionScope } from './questionScope.ts';
import { rows } from './rows.ts';

const changedRow = z.strictObject({
  recordId: z.string(),
  group: z.string(),
  stage: z.enum(LADDER),
  enteredAt: z.number(),
  /** Open at the earlier and at the later moment. */
  was: z.boolean(),
  is: z.boolean(),
  /** The record has won by the later moment. */
  won: z.boolean(),
});
/** An open entry that was there only at one of two moments. */
export type ChangedRow = z.infer<typeof changedRow>;

/**
 * The open entries of the scope that came or ended between two moments; those that were open all
 * the time are not told. Only records with a change in between are read.
 */
export async function changedOpen(
  tx: Tx,
  scope: QuestionScope,
  { from, to }: { from: Instant; to: Instant },
): Promise<ChangedRow[]> {
  // TRICKY: a list, not a join: without statistics the join reads all entries once per record.
  const touched = await touchedBetween(tx, from, to);
  const within = entriesWithin(tx.orgId, { ...scope, asOf: to }, { from: EARLIEST, to: to + 1 });
  return rows(
    tx,
    changedRow,
    sql`select s.record_id as "recordId", s."group", s.stage,
        round(extract(epoch from s.entered_at) * 1000)::float8 as "enteredAt", s.was, s.is,
        exists (select from stage_entry w where w.org_id = ${tx.orgId}::uuid
          and w.record_id = s.record_id and w.stage || '' = 'won'
          and w.rule in ('both', ${scope.rule}) and w.entered_at <= ${at(to)}) as won
      from (
        select e.record_id, ${groupOf('e', scope.by)} as "group", e.stage, e.entered_at,
          e.entered_at <= ${at(from)} and early.kind = 'open' as was, late.kind = 'open' as is
        from stage_entry e
          cross join lateral (select ended.kind from (select 1) one ${entryEnd(from)}) early
          cross join lateral (select ended.kind from (select 1) one ${entryEnd(to)}) late
        where e.record_id = any(${touched}::text[]) and ${within}
        offset 0
      ) s
      where s.was <> s.is`,
  );
}

async function touchedBetween(tx: Tx, from: Instant, to: Instant): Promise<string[]> {
  const found = await rows(
    tx,
    z.strictObject({ id: z.string() }),
    sql`select distinct record_id as id from record_span
      where org_id = ${tx.orgId}::uuid and from_at > ${at(from)} and from_at <= ${at(to)}`,
  );
  return found.map(({ id }) => id);
}
