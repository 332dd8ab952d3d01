import { localDayOf } from '#lib/bowtie/localDay.ts';
import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { TestDatabase } from './database.ts';

type Row = Record<string, unknown>;
export type PlainQuestion = {
  org: Org;
  from: LadderStage;
  to: LadderStage;
  params: Row & { from: string; to: string; rule: string };
  asOf: number;
};

const DAY = 86_400_000;
const DIMENSIONS = ['segment', 'channel', 'owner', 'pod', 'motion', 'product', 'region'];

async function all(db: TestDatabase, table: string, { org }: PlainQuestion): Promise<Row[]> {
  return (await db.owner.query(`select * from ${table} where org_id = $1`, [org.id])).rows;
}

const ms = (value: unknown) => (value === null ? Number.POSITIVE_INFINITY : Number(value));

function matches(row: Row, { params }: PlainQuestion): boolean {
  const asked: Row = { ...params, motion: params.motion ?? ['new_business'] };
  return DIMENSIONS.every((name) => {
    const values = asked[name] as string[] | undefined;
    return values === undefined || values.includes(String(row[name]));
  });
}

/** The entries into the first stage of the question, one by one, without any SQL but the table. */
async function cohortOf(db: TestDatabase, question: PlainQuestion): Promise<Row[]> {
  const { org, from, params, asOf } = question;
  return (await all(db, 'stage_entry', question)).filter((row) => {
    const day = localDayOf(ms(row.entered_at), org.timeZone);
    const inside = day >= params.from && day < params.to && ms(row.entered_at) <= asOf;
    const ruled = row.rule === 'both' || row.rule === params.rule;
    return row.stage === from && ruled && inside && matches(row, question);
  });
}

export async function countMovesPlainly(db: TestDatabase, question: PlainQuestion) {
  const { to, asOf } = question;
  const cohort = await cohortOf(db, question);
  const spans = await all(db, 'record_span', question);
  const earlier = LADDER.slice(0, LADDER.indexOf(to));
  const advanced = cohort.filter((row) => ms(row.next_at) <= asOf);
  const regressed = advanced.filter((row) =>
    spans.some(
      (span) =>
        span.record_id === row.record_id &&
        ms(span.from_at) > ms(row.next_at) &&
        ms(span.from_at) <= asOf &&
        earlier.some((stage) => stage === span.stage),
    ),
  );
  return {
    base: cohort.length,
    /** Their records. */
    back: regressed.map((row) => String(row.record_id)).sort(),
    implied: cohort.filter((row) => row.implied).length,
    advanced: advanced.length,
    regressed: regressed.length,
  };
}

/** The stock of the stage, and those whose stay is longer than the limit, the longest first. */
export async function countStuckPlainly(
  db: TestDatabase,
  question: PlainQuestion,
  limit: number | null,
) {
  const { org, from, params, asOf } = question;
  const known = (span: Row) => {
    return ms(span.from_at) <= asOf && localDayOf(ms(span.from_at), org.timeZone) < params.to;
  };
  const last = new Map<unknown, Row>();
  for (const span of (await all(db, 'record_span', question)).filter(known)) {
    const other = last.get(span.record_id);
    if (other === undefined || ms(other.from_at) < ms(span.from_at)) last.set(span.record_id, span);
  }
  const stock = [...last.values()].filter((span) => {
    return span.in_stock && span.stage === from && matches(span, question);
  });
  const end = (day: number) => localDayOf(day, org.timeZone) < params.to;
  let moment = asOf;
  while (!end(moment)) moment -= 3_600_000;
  while (moment < asOf && end(moment + 60_000)) moment += 60_000;
  const age = (span: Row) => (moment - ms(span.stay_since)) / DAY;
  const stuck = stock.filter((span) => limit !== null && age(span) > limit);
  const order = (a: Row, b: Row) =>
    ms(a.stay_since) - ms(b.stay_since) || (String(a.record_id) < String(b.record_id) ? -1 : 1);
  return { stock: stock.length, records: stuck.sort(order).map((span) => span.record_id) };
}

export const ROLES: Record<string, string> = { li: 'SDR', wang: 'AE' };

/** How many of the cohort each role or owner handed to each other. */
export async function countPairsPlainly(
  db: TestDatabase,
  question: PlainQuestion,
  level: 'role' | 'owner',
): Promise<Record<string, number>> {
  const { to, params, asOf } = question;
  const entries = await all(db, 'stage_entry', question);
  const name = (owner: unknown) =>
    level === 'owner' ? String(owner) : (ROLES[String(owner)] ?? 'unknown');
  const counts: Record<string, number> = {};
  for (const row of await cohortOf(db, question)) {
    if (ms(row.next_at) > asOf) continue;
    const next = entries.find(
      (one) =>
        one.record_id === row.record_id &&
        one.stage === to &&
        (one.rule === 'both' || one.rule === params.rule),
    );
    const pair = `${name(row.owner)} ${name(next?.owner)}`;
    counts[pair] = (counts[pair] ?? 0) + 1;
  }
  return counts;
}
