import { expect } from 'vitest';
import { type QuarantinedRow, quarantineAnswer, replayAnswer } from '#lib/contract/quarantine.ts';
import { checkDerived } from '#lib/ingest/checkDerived.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { listIntake } from '#lib/store/intake.ts';
import type { TestDatabase } from './database.ts';
import type { TestOrg, testApi } from './testApi.ts';

type Api = Awaited<ReturnType<typeof testApi>>;

export async function held(org: TestOrg, query: Record<string, string> = {}) {
  const { status, body } = await org.get('/quarantine', query);
  expect(status, JSON.stringify(body)).toBe(200);
  return quarantineAnswer.parse(body).data;
}

export async function replay(org: TestOrg, body: object = {}, headers = {}) {
  const told = await org.post('/quarantine/replay', body, headers);
  expect(told.status, JSON.stringify(told.body)).toBe(200);
  return replayAnswer.parse(told.body).data;
}

export function change(api: Api, org: TestOrg, method: string, path: string, body: object) {
  return api.request(`/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${org.key}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

export async function edit(api: Api, org: TestOrg, row: QuarantinedRow | undefined, cells: object) {
  const told = await change(api, org, 'PATCH', `/quarantine/${row?.id}`, { cells });
  expect(told.status, JSON.stringify(told.body)).toBe(200);
}

export async function directStages(db: TestDatabase, org: TestOrg) {
  const found = await db.owner.query(
    `select record_id || ' ' || stage as entry from stage_entry
     where org_id = $1 and not implied order by 1`,
    [org.org.id],
  );
  return found.rows.map((row) => row.entry);
}

/** Nothing is lost: sums hold per import and source, and derived is what a rebuild makes. */
export async function addsUp(db: TestDatabase, org: TestOrg) {
  const intake = await inOrg(db.pool, org.org.id, 'read', listIntake);
  const facts = await db.owner.query(
    `select (select count(*)::int from quarantine where org_id = $1 and released_at is null) as held,
       (select coalesce(sum(quarantined), 0)::int from import where org_id = $1)
         + (select count(*)::int from quarantine where org_id = $1 and import_id is null
            and released_at is null) as told,
       (select count(*)::int from import where org_id = $1
         and received <> accepted + duplicates + quarantined + ignored) as wrong`,
    [org.org.id],
  );
  const { held: count, told, wrong } = facts.rows[0];
  expect(intake.reduce((sum, one) => sum + one.quarantined, 0)).toBe(count);
  expect(told).toBe(count);
  expect(wrong).toBe(0);
  for (const one of intake) {
    expect(one.received).toBe(one.accepted + one.duplicates + one.quarantined + one.ignored);
  }
  expect((await checkDerived(db.pool, org.org.id)).differing).toEqual([]);
}
