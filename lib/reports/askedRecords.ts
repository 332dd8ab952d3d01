import type { Instant } from '#lib/bowtie/records.ts';
import type { AnswerMeta } from '#lib/contract/bowtie.ts';
import type { RecordRow } from '#lib/contract/records.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { RecordQuestion } from '#lib/store/recordQuestion.ts';
import { loopRows } from './loop/loopRows.ts';
import { readLoop } from './loop/readLoop.ts';
import { sortRows } from './loop/sortRows.ts';
import { selectRecords } from './recordSelector.ts';
import type { RecordsQuery } from './recordsQuery.ts';
import { resolveQuery } from './resolveQuery.ts';

/** Rows to be asked of a table page by page, or few enough to be made at once, in order. */
export type AskedRecords = { asOf: Instant; meta: AnswerMeta } & (
  | { question: RecordQuestion }
  | { rows: RecordRow[] }
);

/** The rows that a query means, definite for one organization. */
export async function askedRecords(
  tx: Tx,
  org: Org,
  { bowtie, selector, sort }: RecordsQuery,
  now: Date,
): Promise<AskedRecords> {
  const { scope, range, asOf, meta } = await resolveQuery(tx, org, bowtie, now);
  const selected = selectRecords(selector, bowtie.clock, org);
  if (!('loop' in selected)) {
    const question = { scope, range, windowDays: bowtie.windowDays, ...selected };
    return { asOf, meta, question };
  }
  const facts = await readLoop(tx, org, asOf);
  const asked = { facts, where: bowtie.where, range: bowtie, org };
  return { asOf, meta, rows: sortRows(loopRows(asked, selected.loop), sort) };
}
