import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversionStats } from '#lib/bowtie/conversionStats.ts';
import { checkCells } from '#lib/ingest/fold/checkCells.ts';
import { foldMonth } from '#lib/ingest/fold/foldMonth.ts';
import { foldOrg } from '#lib/ingest/fold/foldOrg.ts';
import { foldStretches } from '#lib/ingest/fold/foldStretches.ts';
import { askCells } from '#lib/store/cells/askCells.ts';
import { isEntry } from '#lib/store/cells/cellFact.ts';
import { toDurations } from '#lib/store/cells/durations.ts';
import { clearMonth } from '#lib/store/cells/foldMarks.ts';
import { keptStretches } from '#lib/store/cells/keptStretches.ts';
import { stretchName } from '#lib/store/cells/stretches.ts';
import { toHistogram } from '#lib/store/cells/toHistogram.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { QuestionScope } from '#lib/store/questionScope.ts';
import { createRandom } from '#prisma/sample/random.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { loadHistory } from '#tests/support/loadHistory.ts';
import type { OracleOrg, RawEvent } from '#tests/support/oracleHistory.ts';

const DAY = 86_400_000;
const START = Date.parse('2024-12-31T16:00:00Z');
const NOW = Date.parse('2026-06-01T00:00:00Z');
const EXACT = 1e9;
const APPROXIMATE = -1;
/** Less than some cut months have, and more than whole months beside them. */
const BETWEEN = 700;
/** As many entries as runs that are told by day need, and quarters that are not. */
const RECORDS = 6000;

let db: TestDatabase;
let org: Org;
beforeAll(async () => {
  db = await freshDatabase();
  const settings: OracleOrg = {
    ...{ time_zone: 'Asia/Shanghai', currency: 'USD' },
    stages: ['prospect', 'mql', 'sql', 'won'],
  };
  const history = { events: events(), accounts: [], contracts: [], pods: [], rates: [] };
  org = await loadHistory(db, settings, history, NOW);
  await foldOrg(db.pool, org.id, { leaf: 20, least: Number.POSITIVE_INFINITY });
}, 60_000);
afterAll(() => db.close());

/** A year of records, half of them of its first two months. */
function events(): RawEvent[] {
  const random = createRandom(20260311);
  return Array.from({ length: RECORDS }, (_, id) => {
    const segment = random.pick(['small', 'mid', 'key']);
    const region = random.pick(['emea', 'apac']);
    let at = START + random.next() * (id % 2 === 0 ? 59 : 364) * DAY;
    const path = ['prospect', 'mql', 'sql', 'won'];
    return path.slice(0, random.whole(1, 4)).map((stage, i) => {
      at += i === 0 ? 0 : random.lognormal(9, 0.8) * DAY;
      const occurred_at = new Date(Math.floor(at / 1000) * 1000).toISOString();
      const event_id = `e${id}-${i}`;
      return { source: 'crm', event_id, record_id: `r${id}`, stage, occurred_at, segment, region };
    });
  }).flat();
}

const cut = (day: string) => Date.parse(`${day}T00:00:00+08:00`);
const RANGES = [
  ['2025-01-01', '2026-01-01'],
  ['2025-01-01', '2025-04-01'],
  ['2025-02-01', '2025-12-01'],
  ['2025-01-12', '2025-09-20'],
  ['2025-01-09', '2025-02-20'],
  ['2025-01-03', '2025-01-24'],
] as const;
const SPLITS: Partial<QuestionScope>[] = [
  {},
  { by: 'segment' },
  { by: 'region', where: { segment: ['mid', 'key'] } },
  { by: 'segment', and: 'region' },
  { where: { region: ['apac'] }, limits: [90, 250] },
];

type Counts = [counted: string, group: string, entries: number, ...rest: unknown[]];
type Told = { counts: Counts[]; times: Record<string, ReturnType<typeof conversionStats>> };

async function tell(
  [from, to]: (typeof RANGES)[number],
  split: Partial<QuestionScope>,
  exactBase: number,
): Promise<Told> {
  const { stages, timeZone } = org;
  const scope: QuestionScope = {
    ...{ asOf: NOW, rule: 'implied', stages, by: null, where: {}, timeZone, limits: [], ...split },
  };
  const counted = [...stages, '>won', '=mql', '=prospect'] as const;
  const asked = { scope, cuts: [cut(from), cut(to)], counted, timed: stages, exactBase };
  const { told, slow } = await inOrg(db.pool, org.id, 'read', (tx) => askCells(tx, asked));
  expect(slow).toEqual([]);
  const found = told().sort((a, b) =>
    `${a.counted} ${a.group}` < `${b.counted} ${b.group}` ? -1 : 1,
  );
  const counts = found.map(({ counted: what, group, gathered }): Counts => {
    const { entries, implied, unconverted, cents } = gathered;
    return [what, group, entries, implied, unconverted, cents.total];
  });
  const times = found
    .filter((one) => isEntry(one.counted))
    .map((one) => {
      const histogram = toHistogram(toDurations(one.gathered, NOW));
      const [windowDays = null] = scope.limits;
      return [`${one.counted} ${one.group}`, conversionStats(histogram, { windowDays })] as const;
    });
  return { counts, times: Object.fromEntries(times) };
}

async function tellAll(exactBase: number): Promise<Told[]> {
  const all: Told[] = [];
  for (const range of RANGES) {
    for (const split of SPLITS) all.push(await tell(range, split, exactBase));
  }
  return all;
}

/** Each may be a percent off what is so. */
const near = (a: number | null | undefined, b: number | null | undefined): boolean =>
  Math.abs((a ?? 0) - (b ?? 0)) <= 0.021 * Math.abs(b ?? 0);

const kept = () =>
  inOrg(db.pool, org.id, 'read', async (tx) => (await keptStretches(tx)).map(stretchName).sort());

describe('stretches of months', () => {
  it('tell what their months tell', async () => {
    expect(await kept()).toEqual([]);
    const exact = await tellAll(EXACT);
    const months = await tellAll(APPROXIMATE);
    await foldStretches(db.pool, org.id, { least: 0 });
    expect(await kept()).toEqual(
      expect.arrayContaining([
        '300 2025-01-01',
        '200 2025-01-01',
        '100 2025-01-01',
        '100 2025-10-01',
      ]),
    );
    expect(await tellAll(EXACT)).toEqual(exact);
    const stretches = await tellAll(APPROXIMATE);
    // Told by other bins, from rows of their own.
    expect(stretches).not.toEqual(months);
    const byDay = 'select from count_cell where org_id = $1 and pair >= 300 and coarse is not null';
    expect((await db.owner.query(byDay, [org.id])).rowCount).toBeGreaterThan(2);
    for (const [i, { counts, times }] of stretches.entries()) {
      expect(counts).toEqual(months[i]?.counts);
      for (const [name, told] of Object.entries(times)) {
        for (const other of [months[i]?.times[name], exact[i]?.times[name]]) {
          const { base, advanced, lost, no_decision, expired, open } = told;
          expect(other).toMatchObject({ base, advanced, lost, no_decision, expired, open });
          expect(told.days.n).toBe(other?.days.n);
          expect(near(told.days.p50, other?.days.p50), name).toBe(true);
          expect(near(told.matured?.rate, other?.matured?.rate), name).toBe(true);
        }
      }
    }
    const between = await tellAll(BETWEEN);
    expect(between.map(({ counts }) => counts)).toEqual(exact.map(({ counts }) => counts));
    for (const [i, { times }] of between.entries()) {
      for (const [name, { base, advanced, lost, open, days }] of Object.entries(times)) {
        const other = exact[i]?.times[name];
        expect(other, name).toMatchObject({ base, advanced, lost, open });
        expect(near(days.p50, other?.days.p50), name).toBe(true);
        const own = exact[i]?.counts.filter(([what]) => what === name.split(' ')[0]) ?? [];
        const all = own.reduce((sum, [, , entries]) => sum + entries, 0);
        if (all <= BETWEEN) expect(times[name]).toEqual(other);
      }
    }
    expect(await checkCells(db.pool, org.id, 20)).toBe(true);
  });

  it('are gone when one of their months is made anew, and come again', async () => {
    const before = await kept();
    await foldMonth(db.pool, org.id, '2025-05-01', 20);
    const gone = ['300 2025-05-01', '200 2025-01-01', '100 2025-04-01'];
    expect(await kept()).toEqual(before.filter((name) => !gone.includes(name)));
    await foldStretches(db.pool, org.id, { least: 0 });
    expect(await kept()).toEqual(before);
  });

  it('are not left behind by who folds from an older snapshot', async () => {
    const before = await kept();
    await foldMonth(db.pool, org.id, '2025-05-01', 20);
    const late = inOrg(db.pool, org.id, 'fold', async (tx) => {
      await tx.client.query('select from count_cell limit 1');
      await foldStretches(db.pool, org.id, { least: 0 });
      await clearMonth(tx, '2025-05-01');
    });
    await expect(late).rejects.toMatchObject({ code: '40001' });
    expect(await kept()).toEqual(before);
  });

  it.each([100, 200, 300])('are known to be wrong: splits from %i', async (split) => {
    const touch = (by: number) =>
      db.owner.query(
        `update count_cell set implied = implied + $3 where (pair, month, counted) = (
           select pair, month, counted from count_cell
           where org_id = $1 and pair between $2 and $2 + 99 order by 1, 2, 3 limit 1)`,
        [org.id, split, by],
      );
    expect((await touch(1)).rowCount).toBeGreaterThan(0);
    expect(await checkCells(db.pool, org.id, 20)).toBe(false);
    await touch(-1);
  });
});
