import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { entriesWithin, groupOf, type QuestionScope, type Range } from './questionScope.ts';
import { rows } from './rows.ts';

const winsRow = z.strictObject({ group: z.string(), wins: z.int(), amount: z.string() });

/** Wins with a known amount in the reporting currency, and their sum, by group. */
export async function sumWins(
  tx: Tx,
  scope: QuestionScope,
  range: Range,
): Promise<z.infer<typeof winsRow>[]> {
  const won = { ...scope, stages: ['won' as const] };
  return rows(
    tx,
    winsRow,
    sql`select ${groupOf('e', scope.by)} as "group", count(e.amount_reporting)::int as wins,
        coalesce(sum(e.amount_reporting), 0.00)::text as amount
      from stage_entry e where ${entriesWithin(tx.orgId, won, range)}
      group by 1`,
  );
}
