import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS } from '#lib/bowtie/entryOutcome.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import { RECORD_SETS } from '#lib/contract/vocabulary.ts';
import type { SelectorParams } from '#lib/reports/recordSelector.ts';
import { getHandOffs } from '#lib/reports/stages/getHandOffs.ts';
import { getStay } from '#lib/reports/stages/getStay.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { putPeople } from '#lib/store/people.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { everyRecord } from '#tests/support/everyRecord.ts';
import { knowValues, loadHistory } from '#tests/support/loadHistory.ts';
import { ask, type Item, itemsOf, type OracleQuery } from '#tests/support/oracle.ts';
import { stepsOf } from '#tests/support/oracleHistory.ts';
import { toQuery } from '#tests/support/oracleWire.ts';
import { countMovesPlainly, countStuckPlainly, ROLES } from '#tests/support/plainStages.ts';
import { RANDOM_NOW, type RandomCase, randomHistories } from '#tests/support/randomHistory.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

const now = new Date(RANDOM_NOW);
/** How many rows each kind of question had in all: a law about nothing proves nothing. */
const seen = new Map<string, number>();
const SPAN = { from: '2025-12-20', to: '2026-03-20' };
const roleOf = (owner: string) => ROLES[owner] ?? 'unknown';
const ownerOf = (entry: Item['entry'] | null) => entry?.step.dimensions.owner ?? 'unknown';
const MOVEMENTS = ['renewed', 'expanded', 'contracted', 'churned'] as const;

/** One conversion of one history, with the plain oracle's items of it. */
type Asked = {
  org: Org;
  query: OracleQuery & typeof SPAN;
  from: LadderStage;
  to: LadderStage;
  items: Item[];
};

describe('the records behind the numbers of the page Stages', () => {
  const cases = randomHistories(2024, 8, 3).map((one, index) => ({ ...one, index }));

  it.each(cases)('history $index: as many as the number, and the right ones', async (one) => {
    const org = await loadHistory(db, one.org, one.history, RANDOM_NOW);
    const known = one.queries.map((query) => query.where ?? {});
    await knowValues(db, org, [...known, { owner: ['li', 'wang'] }]);
    await inOrg(db.pool, org.id, 'write', (tx) =>
      putPeople(tx, [
        { owner: 'li', name: 'Li', role: 'SDR' },
        { owner: 'wang', name: 'Wang', role: 'AE' },
      ]),
    );
    for (const [place, random] of one.queries.entries()) {
      const query = { ...random, ...SPAN, clock: 'cohort' as const, by: null };
      await checkEvents(one, org, query);
      const at = (one.index + place) % Math.max(1, org.stages.length - 1);
      const [from, to] = [org.stages[at], org.stages[at + 1]];
      if (from === undefined || to === undefined) continue;
      const asked = ask(one.org, query, RANDOM_NOW);
      const steps = stepsOf(one.history, one.org, asked.asOf);
      const items = itemsOf(asked, steps).filter((item) => item.stage === from);
      const question = { org, query, from, to, items };
      await checkStay(question);
      await checkHandOffs(question);
    }
  });

  it('has met rows of every kind', () => {
    // Small random histories have no stuck record: tests/api/records.test.ts has.
    const sets = RECORD_SETS.filter((name) => name !== 'stuck').map((name) => `set ${name}`);
    const fields = [
      'giver',
      'giver_role',
      'taker',
      'taker_role',
      'days_from',
      'days_to',
      'outcome',
    ];
    const missing = [...sets, ...fields, ...MOVEMENTS].filter((kind) => !seen.get(kind));
    expect(missing).toEqual([]);
  });

  /** The records of a selector, in order. */
  async function idsOf({ org, query, from, to }: Asked, selector: SelectorParams) {
    const question = { conversion: `${from}>${to}`, ...selector };
    const rows = await everyRecord(db, org, { bowtie: toQuery(query), selector: question }, now);
    for (const [name, value] of Object.entries(selector)) {
      const kind = name === 'set' ? `set ${value}` : name;
      seen.set(kind, (seen.get(kind) ?? 0) + rows.length);
    }
    return rows.map((row) => row.record_id);
  }

  function plain({ items }: Asked, wanted: (item: Item) => boolean): string[] {
    return items
      .filter(wanted)
      .map((item) => item.recordId)
      .sort();
  }

  function paramsOf({ query, from, to }: Asked) {
    const { windowDays, asOf, rule = 'implied' as const, where } = query;
    return {
      ...SPAN,
      rule,
      ...(windowDays ? { window_days: windowDays } : {}),
      ...(asOf ? { as_of: asOf } : {}),
      ...where,
      conversion: `${from}>${to}`,
    };
  }

  async function checkStay(asked: Asked) {
    const { org, from, to } = asked;
    const params = paramsOf(asked);
    const { data, meta } = await getStay({ pool: db.pool, org }, params, now);
    const question = { org, from, to, params, asOf: Date.parse(meta.as_of) };
    const skipped = await idsOf(asked, { set: 'skipped' });
    expect(skipped).toEqual(plain(asked, ({ entry }) => entry.implied));
    expect(skipped).toHaveLength(data.implied);
    const regressed = await idsOf(asked, { set: 'regressed' });
    expect(regressed).toEqual((await countMovesPlainly(db, question)).back);
    expect(regressed).toHaveLength(data.regressed);
    const stuck = await idsOf(asked, { set: 'stuck' });
    const limit = data.stuck.limit_days;
    const told = (await countStuckPlainly(db, question, limit)).records.map(String);
    expect(stuck).toEqual(told.sort());
    expect(stuck).toHaveLength(data.stuck.count);
    const timed = await idsOf(asked, { set: 'timed' });
    expect(timed).toEqual(plain(asked, isTimed));
    expect(timed).toHaveLength(data.days.n);
    const whole = { ...asked, query: { ...asked.query, windowDays: null } };
    for (const bin of data.bins) {
      const days = { days_from: bin.from, ...(bin.to === null ? {} : { days_to: bin.to }) };
      for (const outcome of ['advanced', 'lost', 'no_decision'] as const) {
        const ids = await idsOf(whole, { ...days, outcome });
        expect(ids).toEqual(plain(asked, isIn(bin, outcome)));
        expect(ids).toHaveLength(bin[outcome]);
      }
    }
    if (data.days.p50 === null) return;
    const quick = await idsOf(asked, { set: 'timed', days_to: data.days.p50 });
    const slow = await idsOf(asked, { set: 'timed', days_from: data.days.p50 });
    expect([...quick, ...slow].sort()).toEqual(timed);
  }

  async function checkHandOffs(asked: Asked) {
    const { org } = asked;
    for (const level of ['role', 'owner'] as const) {
      const params = { ...paramsOf(asked), level };
      const { data } = await getHandOffs({ pool: db.pool, org }, params, now);
      const nameOf = (entry: Item['entry'] | null) =>
        level === 'role' ? roleOf(ownerOf(entry)) : ownerOf(entry);
      const give = (name: string) => (level === 'role' ? { giver_role: name } : { giver: name });
      const take = (name: string) => (level === 'role' ? { taker_role: name } : { taker: name });
      for (const giver of data.from) {
        const name = giver.owner ?? giver.role;
        const mine = (item: Item) => nameOf(item.entry) === name;
        const base = await idsOf(asked, give(name));
        expect(base).toEqual(plain(asked, mine));
        expect(base).toHaveLength(giver.base);
        const rejected = await idsOf(asked, { ...give(name), set: 'rejected' });
        expect(rejected).toEqual(plain(asked, (item) => mine(item) && isRejected(item)));
        expect(rejected).toHaveLength(giver.lost + giver.no_decision);
        for (const outcome of ['advanced', 'open'] as const) {
          expect(await idsOf(asked, { ...give(name), outcome })).toHaveLength(giver[outcome]);
        }
        expect(await idsOf(asked, { ...give(name), set: 'timed' })).toHaveLength(giver.days.n);
      }
      for (const { from, to, advanced } of data.pairs) {
        const [giver, taker] = [from.owner ?? from.role, to.owner ?? to.role];
        const ids = await idsOf(asked, { ...give(giver), ...take(taker) });
        const between = (item: Item) =>
          nameOf(item.entry) === giver && nameOf(item.next) === taker && isAdvanced(item);
        expect(ids).toEqual(plain(asked, between));
        expect(ids).toHaveLength(advanced);
      }
    }
  }
});

/** Every event of a movement is a row, whatever the clock. */
async function checkEvents(one: RandomCase, org: Org, cohort: OracleQuery) {
  for (const clock of ['cohort', 'snapshot'] as const) {
    const query = { ...cohort, clock };
    const asked = ask(one.org, query, RANDOM_NOW);
    const steps = [...stepsOf(one.history, one.org, asked.asOf)].flatMap(([id, own]) =>
      own.map((step) => ({ id, ...step })),
    );
    for (const event of MOVEMENTS) {
      const question = { bowtie: toQuery(query), selector: { event } };
      const rows = await everyRecord(db, org, question, now);
      seen.set(event, (seen.get(event) ?? 0) + rows.length);
      const wanted = steps
        .filter((step) => step.stage === event && step.at >= asked.from && step.at < asked.to)
        .filter(({ dimensions }) =>
          Object.entries(asked.where).every(([name, values]) =>
            values?.includes(dimensions[name as keyof typeof dimensions]),
          ),
        )
        .map(({ id, at, ownCents }) => `${id} ${at} ${ownCents ?? '-'}`);
      const found = rows.map((row) => {
        const cents = row.amount === null ? '-' : BigInt(row.amount.replace('.', ''));
        return `${row.record_id} ${Date.parse(row.entered_at)} ${cents}`;
      });
      expect(found.sort(), JSON.stringify(query)).toEqual(wanted.sort());
    }
  }
}

const isAdvanced = ({ ended }: Item) => ended.outcome === 'advanced';
const isRejected = ({ ended }: Item) => ['lost', 'no_decision'].includes(ended.outcome);
const isTimed = (item: Item) =>
  isAdvanced(item) && !item.entry.implied && item.next?.implied === false;

function isIn(bin: { from: number; to: number | null }, outcome: string) {
  return ({ entry, endedWithoutWindow: { outcome: found, at } }: Item) => {
    if (found !== outcome || at === null) return false;
    const days = (at - entry.at) / DAY_MS;
    return days > bin.from - 1e-9 && (bin.to === null || days < bin.to - 1e-9);
  };
}
