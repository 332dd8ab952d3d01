import { afterAll, beforeAll, expect, it } from 'vitest';
import { FATES, type Fate } from '#lib/bowtie/forecast/fates.ts';
import { addDays } from '#lib/bowtie/localDay.ts';
import { planForecastAnswer } from '#lib/contract/planForecast.ts';
import { recordsAnswer } from '#lib/contract/records.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { type TestOrg, testApi } from '#tests/support/testApi.ts';

const END = Date.parse('2026-03-15T00:00:00Z');
const HOUR = 3_600_000;
const WAYS = [
  ...['sql', 'sql sal', 'sql sal won', 'sql sal lost', 'sql lost', 'sql no_decision', 'sal'],
  ...['sql sal sql', 'sal won churned', 'sql lost sql', 'sql sal proposal won', 'won sql sal'],
];

let db: TestDatabase;
let api: Awaited<ReturnType<typeof testApi>>;
beforeAll(async () => {
  db = await freshDatabase();
  api = await testApi(db, '2026-03-20T12:00:00Z');
});
afterAll(() => db.close());

/** Numbers below `most` that a seed tells one after the other. */
function drawn(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
}

/** Records whose steps lie close together in the last weeks, some of them old, in two segments. */
function history(seed: number) {
  const draw = drawn(seed);
  return Array.from({ length: 90 }, (_, record) => {
    const way = (WAYS[draw(WAYS.length)] ?? '').split(' ').filter((one) => one !== 'proposal');
    const begin = draw(8) === 0 ? 400 * 24 : 45 * 24;
    let at = END - draw(begin) * HOUR;
    const steps = way.map((stage, step) => {
      at += draw(9 * 24) * HOUR;
      const segment = draw(12) === 0 ? 'key' : ['small', 'key'][record % 2];
      const more = stage === 'won' ? { amount: '1200', currency: 'USD' } : {};
      const base = { event_id: `${record}:${step}`, record_id: `r${record}`, segment, stage };
      return { ...base, ...more, occurred_at: new Date(at).toISOString() };
    });
    return steps.filter(({ occurred_at }) => Date.parse(occurred_at) < END + 4 * 24 * HOUR);
  }).flat();
}

/** How many rows are told, are on all pages, and are in the file. */
async function listed(org: TestOrg, query: { pipeline: Fate } & Record<string, string>) {
  const ids = new Set<string>();
  let told: number | null = null;
  for (let offset = 0, more = true; more; offset += 7) {
    const page = { ...query, limit: 7, offset, sort: '-entered_at' };
    const { data } = recordsAnswer.parse((await org.get('/records', page)).body);
    told ??= data.count;
    for (const row of data.rows) ids.add(`${row.record_id} ${row.entered_at} ${row.outcome}`);
    more = data.rows.length === 7;
  }
  const file = String((await org.get('/records.csv', query)).body).trimEnd();
  return [told, ids.size, file.split('\r\n').length - 1];
}

it.each([7, 11])('every cause opens the records that it counts, seed %i', async (seed) => {
  const org = await api.makeOrg({ stages: ['sql', 'sal', 'won'] });
  expect((await org.post('/events', { source: 'crm', events: history(seed) })).status).toBe(200);
  const seen = new Map<Fate, number>();
  for (const day of ['2026-03-15', '2026-03-04', '2026-02-20']) {
    const { body } = await org.get('/plans/forecast', { as_of: day, weeks: '1' });
    const { since, causes } = planForecastAnswer.parse(body).data.forecast?.change ?? {};
    const week = { from: since ?? '', to: addDays(day, 1), as_of: day };
    for (const pipeline of FATES) {
      const own = causes?.filter(({ cause }) => cause === pipeline) ?? [];
      const all = own.reduce((sum, { records }) => sum + (records ?? 0), 0);
      const note = `${day} ${pipeline}`;
      expect(await listed(org, { ...week, pipeline }), note).toEqual([all, all, all]);
      for (const { segment, records: n } of own) {
        const told = await listed(org, { ...week, pipeline, segment });
        expect(told, `${note} ${segment}`).toEqual([n, n, n]);
      }
      seen.set(pipeline, (seen.get(pipeline) ?? 0) + all);
    }
  }
  expect(FATES.filter((fate) => (seen.get(fate) ?? 0) === 0)).toEqual([]);
});
