import type { Sql } from 'sql-template-tag';
import type { Tx } from '../inOrg.ts';

const PART = 10_000;

/** Rows as lists, a part of them in memory at a time. */
export async function* readInParts(
  tx: Tx,
  question: Sql,
  part: number = PART,
): AsyncGenerator<unknown[][]> {
  await tx.client.query({
    text: `declare part no scroll cursor for ${question.text}`,
    values: question.values,
  });
  for (;;) {
    const { rows } = await tx.client.query<unknown[]>({
      text: `fetch ${part} from part`,
      rowMode: 'array',
    });
    if (rows.length > 0) yield rows;
    if (rows.length < part) break;
  }
  await tx.client.query('close part');
}
