import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { previewAnswer, type UploadAnswer, uploadAnswer } from '#lib/contract/uploads.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

const NOW = '2026-06-01T00:00:00Z';

let db: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  db = await freshDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'bowtie-uploads-'));
});
afterAll(async () => {
  await db.close();
  await rm(dataDir, { recursive: true, force: true });
});

async function upload(org: TestOrg, content: string | Buffer): Promise<UploadAnswer> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), 'export.csv');
  const told = await org.send('/uploads', form);
  expect(told.status).toBe(201);
  return uploadAnswer.parse(told.body).data;
}

const CHINESE = `商机编号,客户名称,销售阶段,进入时间,负责人,金额,币种
S1,甲公司,线索,2026/1/5 9:30,李雷,"¥12,000",CNY
S1,甲公司,赢单,2026/2/5 9:30,李雷,"¥12,000.50",CNY
S2,乙公司,输单,2026/2/30 9:30,韩梅梅,,
S3,乙公司,奇怪,2026/2/5 9:30,韩梅梅,,
`;

describe('the wizard', () => {
  it('understands a Chinese export, previews it, keeps its mapping and uses it again', async () => {
    const { makeOrg } = await testApi(db, NOW, true, dataDir);
    const org = await makeOrg({ time_zone: 'Asia/Shanghai', currency: 'CNY' });
    const file = await upload(org, CHINESE);
    expect(file.saved).toBeNull();
    const [first] = file.suggestions;
    expect(first).toMatchObject({ kind: 'events', missing: [] });
    expect(first?.mapping).toMatchObject({
      columns: {
        ...{ record_id: '商机编号', account_id: '客户名称', stage: '销售阶段' },
        ...{ occurred_at: '进入时间', owner: '负责人', amount: '金额', currency: '币种' },
      },
      stages: { 线索: 'mql', 赢单: 'won', 输单: 'lost' },
    });
    const told = await org.post(`/uploads/${file.id}/preview`, {
      kind: 'events',
      mapping: first?.mapping,
    });
    const { data } = previewAnswer.parse(told.body);
    expect(data.rows.map((row) => row.problem?.code ?? row.status)).toEqual([
      'accepted',
      'accepted',
      'invalid_date',
      'unknown_stage',
    ]);
    expect(data.rows[1]?.facts[0]).toMatchObject({
      event_id: 'S1:赢单:2026/2/5 9:30',
      stage: 'won',
      occurred_at: '2026-02-05T01:30:00.000Z',
      amount: '12000.5',
    });
    expect(data.stages).toContainEqual({ name: '奇怪', count: 1, suggested: null });
    expect(data).toMatchObject({ rows_scanned: 4, complete: true });
    const start = await org.post(`/uploads/${file.id}/import`, {
      kind: 'events',
      mapping: first?.mapping,
      save_as: 'CRM export',
    });
    expect(start.status).toBe(202);
    const runs = await org.get('/imports');
    expect(runs.body).toMatchObject({ data: { imports: [{ mapping_name: 'CRM export' }] } });
    const again = await upload(org, CHINESE);
    expect(again.saved).toMatchObject({ name: 'CRM export', mapping: first?.mapping });
    const list = await org.get('/mappings');
    expect(list.body).toMatchObject({ data: { mappings: [{ name: 'CRM export' }] } });
  });

  it('reads the file again as somebody corrects it', async () => {
    const { makeOrg } = await testApi(db, NOW, true, dataDir);
    const org = await makeOrg();
    const file = await upload(org, 'a;b\n1;2\n');
    const told = await org.post(`/uploads/${file.id}/sniff`, { delimiter: ',', header: false });
    const { sniff } = uploadAnswer.parse(told.body).data;
    expect(sniff).toMatchObject({ delimiter: ',', header: false, rows_seen: 2 });
    expect(sniff.columns.map((column) => column.name)).toEqual(['1']);
    expect((await org.post(`/uploads/${file.id}/sniff`, { quote: '"' })).status).toBe(400);
  });

  it('shows no file of another organization', async () => {
    const { makeOrg } = await testApi(db, NOW, true, dataDir);
    const [org, other] = [await makeOrg(), await makeOrg()];
    const file = await upload(org, 'a,b\n1,2\n');
    expect((await other.post(`/uploads/${file.id}/sniff`, {})).status).toBe(404);
  });
});
