import sql from 'sql-template-tag';
import { z } from 'zod';
import type { Tx } from './inOrg.ts';
import { entriesWithin, type QuestionScope, type Range } from './questionScope.ts';
import { rows } from './rows.ts';

const channelRow = z.strictObject({ channel: z.string(), segment: z.string(), entries: z.int() });

/** Entries by the channel that they came from, and their segment. */
export async function countChannels(
  tx: Tx,
  scope: QuestionScope,
  range: Range,
): Promise<z.infer<typeof channelRow>[]> {
  return rows(
    tx,
    channelRow,
    sql`select e.channel, e.segment, count(*)::int as entries
      from stage_entry e where ${entriesWithin(tx.orgId, scope, range)} group by 1, 2`,
  );
}
