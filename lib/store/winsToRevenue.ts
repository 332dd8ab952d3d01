import sql from 'sql-template-tag';
import { z } from 'zod';
import { addDays, type Day, localDayOf } from '#lib/bowtie/localDay.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { Tx } from './inOrg.ts';
import { entriesWithin, groupOf, type QuestionScope, type Range } from './questionScope.ts';
import { rows } from './rows.ts';

const winRow = z.strictObject({
  group: z.string(),
  account: z.string(),
  at: z.number(),
  amount: z.number().nullable(),
});

const startRow = z.strictObject({ account: z.string(), day: z.string() });
type Start = z.infer<typeof startRow>;

/** A win with its amount, and the first day of the contract that followed, now or later. */
export type WinToRevenue = {
  group: string;
  at: Instant;
  day: Day;
  amount: number | null;
  starts: Day | null;
};

/** A contract may be dated a little before the day on which somebody closed the deal. */
const EARLIER = 30;

/** Wins, and when revenue began; without contracts it begins with the win. */
export async function winsToRevenue(
  tx: Tx,
  scope: QuestionScope,
  range: Range,
  byContract: boolean,
): Promise<WinToRevenue[]> {
  const won = { ...scope, stages: ['won' as const] };
  const wins = await rows(
    tx,
    winRow,
    sql`select ${groupOf('e', scope.by)} as "group", coalesce(e.account_id, e.record_id) as account,
        round(extract(epoch from e.entered_at) * 1000)::float8 as at,
        e.amount_reporting::float8 as amount
      from stage_entry e where ${entriesWithin(tx.orgId, won, range)}`,
  );
  const accounts = byContract ? [...new Set(wins.map(({ account }) => account))] : [];
  const starts = await startsOf(tx, accounts);
  return wins.map(({ account, ...win }) => {
    const day = localDayOf(win.at, scope.timeZone);
    const earliest = addDays(day, -EARLIER);
    const first = starts.get(account)?.find((one) => one.day >= earliest);
    return { ...win, day, starts: byContract ? (first?.day ?? null) : day };
  });
}

/** The first days of the contracts of these accounts, in order. */
async function startsOf(tx: Tx, accounts: readonly string[]): Promise<Map<string, Start[]>> {
  if (accounts.length === 0) return new Map();
  const found = await rows(
    tx,
    startRow,
    sql`select account_id as account, starts_on::text as day from contract_term
      where org_id = ${tx.orgId}::uuid and account_id = any(${[...accounts]}::text[])
        and covers and arr is not null
      order by starts_on`,
  );
  return Map.groupBy(found, ({ account }) => account);
}
