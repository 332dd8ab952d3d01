import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import type { Pool } from 'pg';
import { expect } from 'vitest';
import { checkDerived } from '#lib/ingest/checkDerived.ts';
import { findImport, insertImport } from '#lib/store/imports.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { createOrg, type Org } from '#lib/store/orgs.ts';
import { FAULT_MAPPING } from './faultFile.ts';
import { FAULT_NOW } from './faultNow.ts';

export async function faultOrg(pool: Pool): Promise<Org> {
  const id = randomUUID();
  const settings = { slug: `f-${id.slice(0, 18)}`, name: 'Fault', time_zone: 'UTC' };
  return createOrg(pool, { ...settings, currency: 'USD' }, { id, now: FAULT_NOW() });
}

export async function queueImport(pool: Pool, org: Org, path: string): Promise<string> {
  const id = randomUUID();
  const { size } = await stat(path);
  const row = {
    ...{ id, kind: 'events' as const, path, dryRun: false, mapping: FAULT_MAPPING },
    ...{ fileName: 'events.csv', timeZone: 'UTC', encoding: null, delimiter: null },
    ...{ bytesTotal: size, createdAt: FAULT_NOW() },
  };
  await inOrg(pool, org.id, 'write', (tx) => insertImport(tx, row));
  return id;
}

export const importOf = (pool: Pool, org: Org, id: string) =>
  inOrg(pool, org.id, 'read', (tx) => findImport(tx, id));

const SUMS = {
  facts: `select source, event_id, version, content_hash, record_id, stage, occurred_at, amount,
    segment from stage_event`,
  rejects: 'select source, line, raw, code from quarantine',
  entries: `select record_id, stage, rule, entered_at, implied, segment, amount_reporting, next_at,
    outcome, outcome_at, outcome_changes from stage_entry`,
  spans: 'select record_id, from_at, to_at, stage, in_stock, outcome from record_span',
  movements: 'select record_id, ordinal, movement, occurred_at, amount_reporting from movement',
};

/** All that an import leaves behind, without what differs between two runs of the same file. */
export async function contentOf(pool: Pool, org: Org): Promise<Record<string, string>> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const sums: Record<string, string> = {};
    for (const [name, rows] of Object.entries(SUMS)) {
      const found = await tx.client.query(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')
           as sum
         from (${rows} where org_id = $1) t`,
        [org.id],
      );
      sums[name] = found.rows[0].sum;
    }
    return sums;
  });
}

export type Expected = { content: Record<string, string>; counts: object };

/** What must hold after every fault: nothing lost, nothing twice, derived as recomputed. */
export async function expectWhole(
  pool: Pool,
  org: Org,
  importId: string,
  expected: Expected,
): Promise<void> {
  const row = await importOf(pool, org, importId);
  expect(row).toMatchObject({ status: 'done', errorCode: null, ...expected.counts });
  expect(await contentOf(pool, org)).toEqual(expected.content);
  expect((await checkDerived(pool, org.id)).differing).toEqual([]);
}

/** What the file gives when nothing goes wrong; every row has exactly one fate. */
export async function expectedOf(pool: Pool, org: Org, importId: string): Promise<Expected> {
  const row = await importOf(pool, org, importId);
  if (row === null) throw new Error('there is no import');
  const { received, accepted, duplicates, quarantined, ignored } = row;
  expect(accepted + duplicates + quarantined + ignored).toBe(received);
  expect(Math.min(accepted, duplicates, quarantined)).toBeGreaterThan(0);
  expect((await checkDerived(pool, org.id)).differing).toEqual([]);
  const counts = { received, accepted, duplicates, quarantined, ignored };
  return { content: await contentOf(pool, org), counts };
}
