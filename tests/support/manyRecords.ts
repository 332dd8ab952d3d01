import { type APIRequestContext, expect } from '@playwright/test';

/** Records of the file, all with one entry into the stage `sql`, a quarter of them won. */
export const MANY = 100_000;
const DAY = 86_400_000;

/** An organization with very many records, made once: a file through the front door. */
export async function manyRecords(request: APIRequestContext, slug: string): Promise<void> {
  const org = { slug, name: 'Many', time_zone: 'UTC', currency: 'USD', stages: ['sql', 'won'] };
  const made = await request.post('/api/v1/orgs', { data: org });
  // A worker that starts anew after a failure finds the organization with its records.
  if (made.status() === 409) return;
  expect(made.ok(), await made.text()).toBe(true);
  const headers = { 'x-bowtie-org': slug };
  const mapping = {
    wide: { record_id: 'id', stages: { sql: 'sql', won: 'won' } },
    columns: { account_id: 'account', owner: 'owner', amount: 'amount' },
    constants: { currency: 'USD' },
  };
  const file = { name: 'many.csv', mimeType: 'text/csv', buffer: Buffer.from(linesOf(MANY)) };
  const multipart = { kind: 'events', mapping: JSON.stringify(mapping), file };
  const sent = await request.post('/api/v1/imports', { headers, multipart });
  expect(sent.status(), await sent.text()).toBe(202);
  const { id } = (await sent.json()).data;
  await expect(async () => {
    const told = await request.get(`/api/v1/imports/${id}`, { headers });
    const { status, accepted } = (await told.json()).data;
    expect({ status, accepted }).toEqual({ status: 'done', accepted: MANY });
  }).toPass({ timeout: 180_000, intervals: [1_000] });
}

function linesOf(count: number): string {
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  const lines = Array.from({ length: count }, (_, i) => {
    const entered = Date.UTC(2025, 0, 1) + (i % 300) * DAY;
    const won = i % 4 === 0 ? day(entered + (5 + (i % 40)) * DAY) : '';
    const id = `B-${String(i).padStart(6, '0')}`;
    return `${id},A-${i % 5000},owner ${i % 7},${1000 + (i % 9000)},${day(entered)},${won}`;
  });
  return `id,account,owner,amount,sql,won\n${lines.join('\n')}\n`;
}
