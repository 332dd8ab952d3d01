import { DIMENSIONS } from '#lib/bowtie/dimensions.ts';
import { type Day, localDayOf } from '#lib/bowtie/localDay.ts';
import type { DerivedRecord, Instant } from '#lib/bowtie/records.ts';
import { type Cell, copyRows } from '../copyRows.ts';
import type { Tx } from '../inOrg.ts';
import { enqueueFold } from '../jobQueue.ts';
import type { Org } from '../orgs.ts';
import { type CellFact, recordFacts } from './cellFact.ts';
import { REVENUE } from './cellState.ts';
import { factChanges } from './factChanges.ts';
import { markRevenue, markStale } from './markStale.ts';
import { type RecordRows, removeDerived } from './removeDerived.ts';

/** `changes`: what differs is kept beside the cells; `months`: entries answer until a fold. */
export type ChangeMode = 'changes' | 'months';

const DELTA = [
  ...['month', 'counted', 'rule', 'at', 'weight', 'implied', 'unconverted', 'amount', 'kind', 'ms'],
  ...DIMENSIONS,
];

const NONE: RecordRows = { entries: [], spans: [], movements: [] };

/**
 * Keeps cells true where derived rows of records are about to be replaced, in the same step; says
 * whether rows of before are still there, to be taken away.
 */
export async function recordChange(
  tx: Tx,
  org: Pick<Org, 'timeZone' | 'stages'>,
  recordIds: readonly string[],
  derived: ReadonlyMap<string, DerivedRecord>,
  mode: ChangeMode,
): Promise<boolean> {
  if (recordIds.length === 0) return false;
  if (mode === 'months') return markMonths(tx, org, recordIds, derived);
  const [first] = org.stages;
  const before = await removeDerived(tx, recordIds);
  const changes = recordIds.flatMap((id) =>
    factChanges(
      recordFacts(before.get(id) ?? NONE, first),
      recordFacts(derived.get(id) ?? NONE, first),
    ),
  );
  await copyRows(
    tx,
    'count_delta',
    DELTA,
    changes.map((fact) => deltaOf(fact, org.timeZone)),
  );
  if (hasMovements(before) || hasMovements(derived)) await markRevenue(tx);
  if (changes.length > 0 && (await hasPiledUp(tx))) await enqueueFold(tx);
  return false;
}

function hasMovements(records: ReadonlyMap<string, { movements: readonly unknown[] }>): boolean {
  for (const { movements } of records.values()) if (movements.length > 0) return true;
  return false;
}

/** So many changes beside the cells are read as fast as these. */
const PILE = 2000;

async function hasPiledUp(tx: Tx): Promise<boolean> {
  const found = await tx.client.query<{ waiting: number }>(
    `select count(*)::int as waiting from (
       select from count_delta where org_id = $1::uuid limit $2) waiting`,
    [tx.orgId, PILE],
  );
  return (found.rows[0]?.waiting ?? 0) >= PILE;
}

/** Every fact of a record lies at the beginning of one of its spans. */
async function markMonths(
  tx: Tx,
  { timeZone }: Pick<Org, 'timeZone'>,
  recordIds: readonly string[],
  derived: ReadonlyMap<string, DerivedRecord>,
): Promise<boolean> {
  const months = new Set<Day>();
  for (const { spans } of derived.values()) {
    for (const { fromAt } of spans) months.add(monthOf(fromAt, timeZone));
  }
  const before = await tx.client.query<{ at: number }>(
    `select distinct date_part('epoch', date_trunc('hour', old.from_at)) * 1000 as at
     from unnest($2::text[]) as asked (id)
     cross join lateral (
       select t.from_at from record_span t
       where t.org_id = $1::uuid and t.record_id = asked.id offset 0) old`,
    [tx.orgId, recordIds],
  );
  for (const { at } of before.rows) {
    // A zone may begin its months within an hour of UTC: both ends of the hour count.
    months.add(monthOf(at, timeZone)).add(monthOf(at + 3_599_999, timeZone));
  }
  if (before.rows.length > 0 || hasMovements(derived)) months.add(REVENUE);
  await markStale(tx, months);
  return before.rows.length > 0;
}

export function monthOf(at: Instant, timeZone: string): Day {
  return `${localDayOf(at, timeZone).slice(0, 7)}-01`;
}

function deltaOf(fact: CellFact, timeZone: string): Cell[] {
  const { counted, rule, at, weight, implied, unconverted, amount, kind, ms } = fact;
  const when = new Date(at).toISOString();
  return [
    ...[monthOf(at, timeZone), counted, rule, when, weight, implied, unconverted, amount, kind, ms],
    ...DIMENSIONS.map((dimension) => fact.dimensions[dimension]),
  ];
}
