import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Instant } from '#lib/bowtie/records.ts';
import { stockAt } from './countStock.ts';
import type { Tx } from './inOrg.ts';
import { at, type QuestionScope } from './questionScope.ts';
import { rows } from './rows.ts';

const count = z.strictObject({
  stock: z.int(),
  count: z.int(),
  amount: z.string(),
  unconverted: z.int(),
});

const row = z.strictObject({
  recordId: z.string(),
  accountId: z.string().nullable(),
  owner: z.string(),
  segment: z.string(),
  since: z.number(),
  amount: z.string().nullable(),
});

export type Stuck = z.infer<typeof count> & { rows: z.infer<typeof row>[] };

/**
 * The stock of a stage at `to`, and those of it whose current stay began before `before`: how
 * many, what they are worth, and the longest of them. null: none is stuck, for want of a limit.
 */
export async function findStuck(
  tx: Tx,
  scope: QuestionScope,
  moment: { to: Instant; before: Instant | null; limit: number },
): Promise<Stuck> {
  const before = moment.before === null ? sql`null::timestamptz` : at(moment.before);
  const stock = stockAt(tx.orgId, scope, moment.to);
  const counted = await rows(
    tx,
    count,
    sql`select count(*)::int as stock,
        (count(*) filter (where s.stay_since < ${before}))::int as count,
        coalesce(sum(s.amount_reporting) filter (where s.stay_since < ${before}), 0.00)::text
          as amount,
        (count(*) filter (where s.stay_since < ${before} and s.amount is not null
          and s.amount_reporting is null))::int as unconverted
      from record_span s where ${stock}`,
  );
  const longest = await rows(
    tx,
    row,
    sql`select s.record_id as "recordId", s.account_id as "accountId", s.owner, s.segment,
        round(extract(epoch from s.stay_since) * 1000)::float8 as since,
        s.amount_reporting::text as amount
      from record_span s where ${stock} and s.stay_since < ${before}
      order by s.stay_since, s.record_id limit ${moment.limit}`,
  );
  return { ...(counted[0] ?? NOTHING), rows: longest };
}

const NOTHING = { stock: 0, count: 0, amount: '0.00', unconverted: 0 };
