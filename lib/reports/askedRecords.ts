import { addDays, localDayOf } from '#lib/bowtie/localDay.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { AnswerMeta } from '#lib/contract/bowtie.ts';
import { Refusal } from '#lib/contract/errors.ts';
import { RECORD_FIELDS, type RecordRow } from '#lib/contract/records.ts';
import { accountNames } from '#lib/store/accountNames.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Listing, RecordSort } from '#lib/store/listRecords.ts';
import type { Org } from '#lib/store/orgs.ts';
import { checkValues } from './checkValues.ts';
import { fatedQuestion } from './fatedQuestion.ts';
import { duePages, loopRows, type RowPages } from './loop/loopRows.ts';
import { openRevenue } from './loop/openRevenue.ts';
import { sortRows } from './loop/sortRows.ts';
import { matchRow } from './matchRow.ts';
import { type Selected, selectRecords } from './recordSelector.ts';
import type { RecordsQuery, RowSort } from './recordsQuery.ts';
import { type Resolved, resolveQuery } from './resolveQuery.ts';
import { stuckSince } from './stages/stuckSince.ts';

/**
 * Rows to be asked of a table page by page, or few enough to be made at once, in order; of these
 * the names of accounts are looked up for what is told.
 */
export type AskedRecords = { asOf: Instant; meta: AnswerMeta } & (
  | { listing: Listing }
  | { pages: RowPages }
  | { rows: RecordRow[] }
);

/** The rows that a query means, definite for one organization. */
export async function askedRecords(
  tx: Tx,
  org: Org,
  query: RecordsQuery,
  now: Date,
): Promise<AskedRecords> {
  const { bowtie, selector, match, sort } = query;
  const resolved = await resolveQuery(tx, org, bowtie, now);
  const { asOf, meta } = resolved;
  await checkPeople(tx, org, selector);
  const selected = selectRecords(selector, bowtie.clock, org);
  if (!('loop' in selected)) {
    const question =
      'fate' in selected
        ? fatedQuestion(org, resolved, selected.fate)
        : await questionOf(tx, org, resolved, selected);
    return { asOf, meta, listing: { question, match, sort: tableSort(sort) } };
  }
  const { where, from, to } = bowtie;
  const revenue = await openRevenue(tx, org, asOf, { by: null, where });
  const asked = { revenue, range: { from, to }, org };
  if ('renewal' in selected.loop && match.length === 0) {
    const pages = duePages(asked, selected.loop.renewal, tableSort(sort));
    if (pages !== null) return { asOf, meta, pages };
  }
  if (!('retention' in selected.loop)) tableSort(sort);
  const found = await loopRows(asked, selected.loop);
  const needsNames =
    sort.field === 'account_name' ||
    match.some(({ field }) => field === 'account' || field === 'text');
  const rows = needsNames ? await withNames(tx, found) : found;
  return { asOf, meta, rows: sortRows(rows.filter(matching(match)), sort) };
}

async function questionOf(
  tx: Tx,
  org: Org,
  { scope, range, query }: Resolved,
  selected: Exclude<Selected, { loop: unknown } | { fate: unknown }>,
): Promise<Listing['question']> {
  const { windowDays } = query;
  if ('stuck' in selected) {
    const [stage] = selected.stuck;
    const cohort = { ...scope, stages: [stage] };
    const stayedSince = (await stuckSince(tx, cohort, range, query)).before;
    return { scope, range, windowDays, stage, from: 'stock', stayedSince };
  }
  // Only entries and stock are new business by default.
  const own = { ...scope, where: query.where };
  if (selected.from === 'one_off') {
    const last = addDays(localDayOf(scope.asOf, org.timeZone), 1);
    const days = { from: query.from, to: query.to < last ? query.to : last };
    return { scope: own, range, windowDays, days, timeZone: org.timeZone, ...selected };
  }
  return { scope: selected.from === 'events' ? own : scope, range, windowDays, ...selected };
}

/** Refuses what only rows of retention can be sorted by. */
function tableSort({ field, descending }: RowSort): RecordSort {
  const own = RECORD_FIELDS.find((one) => one === field);
  if (own !== undefined) return { field: own, descending };
  const message = `"${field}" is known of the rows of retention only`;
  throw new Refusal('invalid_request', `sort: ${message}`, [{ path: 'sort', message }]);
}

async function checkPeople(tx: Tx, org: Org, { giver, taker }: RecordsQuery['selector']) {
  const owner = [giver, taker].filter((one) => one !== undefined);
  if (owner.length > 0) await checkValues(tx, org, { owner });
}

/** The same rows with the names of their accounts. */
export async function withNames(tx: Tx, rows: RecordRow[]): Promise<RecordRow[]> {
  const names = await accountNames(tx, accountsOf(rows));
  return rows.map((row) => ({ ...row, account_name: names.get(row.account_id ?? '') ?? null }));
}

/** The accounts that rows name, each once. */
export function accountsOf(rows: readonly { account_id: string | null }[]): string[] {
  return [...new Set(rows.flatMap(({ account_id: id }) => (id === null ? [] : [id])))];
}

function matching(match: RecordsQuery['match']): (row: RecordRow) => boolean {
  return (row) => matchRow(row, match);
}
