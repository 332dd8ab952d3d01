import sql from 'sql-template-tag';
import type { Dimension } from '#lib/bowtie/dimensions.ts';
import type { Tx } from './inOrg.ts';

/** Values that the organization has received: filters on them are answered ever after. */
export class SeenValues {
  readonly #pairs = new Map<string, [Dimension, string]>();

  add(dimension: Dimension, value: string | null): void {
    if (value !== null) this.#pairs.set(`${dimension}:${value}`, [dimension, value]);
  }

  list(): [Dimension, string][] {
    return [...this.#pairs.values()];
  }
}

export async function addDimensionValues(tx: Tx, seen: SeenValues): Promise<void> {
  const pairs = seen.list();
  if (pairs.length === 0) return;
  const insert = sql`insert into dimension_value (org_id, dimension, value)
    select ${tx.orgId}::uuid, dimension, value
    from unnest(${pairs.map(([dimension]) => dimension)}::text[],
                ${pairs.map(([, value]) => value)}::text[]) as seen (dimension, value)
    on conflict do nothing`;
  await tx.client.query({ text: insert.text, values: insert.values });
}
