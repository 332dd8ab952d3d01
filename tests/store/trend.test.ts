import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foldOrg } from '#lib/ingest/fold/foldOrg.ts';
import { getBowtie } from '#lib/reports/getBowtie.ts';
import { getTrend } from '#lib/reports/getTrend.ts';
import type { TrendQuery } from '#lib/reports/trendQuery.ts';
import type { Org } from '#lib/store/orgs.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { knowValues, loadHistory } from '#tests/support/loadHistory.ts';
import { LADDER, type RawEvent } from '#tests/support/oracleHistory.ts';
import { toQuery } from '#tests/support/oracleWire.ts';
import { RANDOM_NOW, randomHistories } from '#tests/support/randomHistory.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const GRAINS = ['day', 'week', 'month', 'quarter'] as const;

describe('a trend says what the bowtie of each period says', () => {
  const cases = randomHistories(31, 8, 4).map((one, index) => ({ ...one, index }));

  it.each(cases)('history $index', async ({ history, org: settings, queries, index }) => {
    const org = await loadHistory(db, settings, history, RANDOM_NOW);
    // By cells, or by entries.
    if (index % 2 === 0) await foldOrg(db.pool, org.id, { leaf: 3 });
    await knowValues(
      db,
      org,
      queries.map((query) => query.where ?? {}),
    );
    for (const [place, asked] of queries.entries()) {
      const clock = asked.clock === 'snapshot' ? 'cohort' : asked.clock;
      const bowtie = toQuery({ ...asked, clock: clock ?? 'cohort', compare: 'none' });
      const [from, to] = [settings.stages[0], settings.stages[1]];
      const grain = GRAINS[(index + place) % 4] ?? 'week';
      const conversion = from && to ? `${from}>${to}` : null;
      if (conversion === null) continue;
      await compare(org, { bowtie, grain, conversion, metric: null });
      await compare(org, { bowtie, grain, conversion: null, metric: `entries:${from}` });
    }
  });

  async function compare(org: Org, query: TrendQuery): Promise<void> {
    const now = new Date(RANDOM_NOW);
    const { data } = await getTrend({ pool: db.pool, org }, query, now);
    for (const [place, point] of data.total.points.entries()) {
      const range = { from: point.from, to: point.to };
      const told = await getBowtie({ pool: db.pool, org }, { ...query.bowtie, ...range }, now);
      const parts = [
        { trend: point, bowtie: told.data.total },
        ...data.groups.map(({ key, points }) => ({
          trend: points[place],
          bowtie: told.data.groups.find((one) => JSON.stringify(one.key) === JSON.stringify(key)),
        })),
      ];
      for (const { trend, bowtie } of parts) {
        const seen = pick(query, bowtie);
        const { complete: _, ...said } = trend ?? { complete: false };
        expect(said, JSON.stringify({ query, range })).toEqual({ ...range, ...seen });
      }
    }
  }

  /** A group that has nothing in a period has no bowtie there. */
  function pick(
    { bowtie: { clock }, conversion }: TrendQuery,
    told: Awaited<ReturnType<typeof getBowtie>>['data']['total'] | undefined,
  ) {
    const value = told?.conversions[0];
    if (conversion === null) return { value: told?.stages[0]?.entries ?? 0 };
    const { rate = null, base = 0, advanced = 0, matured = null } = value ?? {};
    const counts = { value: rate, base, advanced };
    return clock === 'cohort' ? { ...counts, matured: matured?.rate ?? null } : counts;
  }
});

describe('complete', () => {
  const now = Date.parse('2026-03-01T00:00:00Z');
  const settings = { time_zone: 'UTC', currency: 'USD', stages: LADDER };

  function events(): RawEvent[] {
    const at = (day: number) => new Date(Date.parse('2026-01-01') + day * 86_400_000).toISOString();
    const row = (record_id: string, stage: string, day: number) => {
      const event_id = `${record_id}${stage}`;
      return { source: 'crm', event_id, record_id, stage, occurred_at: at(day) };
    };
    // Twenty in January of which 19 advance after two days and one after ten; three are open.
    const january = Array.from({ length: 20 }, (_, i) => [
      row(`a${i}`, 'sal', 0),
      row(`a${i}`, 'won', i === 0 ? 10 : 2),
    ]);
    const open = [row('x', 'sal', 20), row('y', 'sal', 57.5), row('z', 'sal', 56.5)];
    return [...january.flat(), ...open];
  }

  it('when each entry has ended or is older than most take', async () => {
    const history = { events: events(), accounts: [], pods: [], rates: [], contracts: [] };
    const org = await loadHistory(db, settings, history, now);
    const range = { from: '2026-01-01', to: '2026-03-05' };
    const bowtie = toQuery({ ...range, asOf: '2026-03-01T00:00:00Z' });
    const query = { bowtie, grain: 'day' as const, conversion: 'sal>won', metric: null };
    const { data } = await getTrend({ pool: db.pool, org }, query, new Date(now));
    const of = (day: string) => data.total.points.find((point) => point.from === day);
    expect(of('2026-01-01')).toMatchObject({ base: 20, value: 1, complete: true });
    expect(of('2026-01-02')).toMatchObject({ base: 0, value: null, complete: true });
    // M = 2 days: F(H) of 23 entries reaches 95 % of its value with the 19 of the second day.
    expect(of('2026-01-21')).toMatchObject({ base: 1, value: 0, complete: true });
    expect(of('2026-02-26')).toMatchObject({ base: 1, complete: true });
    expect(of('2026-02-27')).toMatchObject({ base: 1, complete: false });
    expect(of('2026-03-01')).toMatchObject({ base: 0, complete: false });
    const window = { ...query, bowtie: { ...bowtie, windowDays: 1 } };
    const within = await getTrend({ pool: db.pool, org }, window, new Date(now));
    const last = within.data.total.points.find((point) => point.from === '2026-02-27');
    expect(last).toMatchObject({ base: 1, complete: true });
  });
});
