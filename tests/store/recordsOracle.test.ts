import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordRow } from '#lib/contract/records.ts';
import { getRecords } from '#lib/reports/getRecords.ts';
import type { SelectorParams } from '#lib/reports/recordSelector.ts';
import { streamRecords } from '#lib/reports/streamRecords.ts';
import type { RecordSort } from '#lib/store/listRecords.ts';
import type { Org } from '#lib/store/orgs.ts';
import { freshDatabase, type TestDatabase } from '#tests/support/database.ts';
import { knowValues, loadHistory } from '#tests/support/loadHistory.ts';
import { type Asked, ask, type Item, itemsOf, type OracleQuery } from '#tests/support/oracle.ts';
import { type OracleOrg, stepsOf } from '#tests/support/oracleHistory.ts';
import { toQuery } from '#tests/support/oracleWire.ts';
import { RANDOM_NOW, type RandomCase, randomHistories } from '#tests/support/randomHistory.ts';

const NOW = new Date(RANDOM_NOW);
const OUTCOMES = ['advanced', 'lost', 'no_decision', 'expired', 'open'] as const;

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.close());

/** All pages of a question, in small pages. */
async function allRecords(
  org: Org,
  query: OracleQuery,
  selector: SelectorParams,
  sort: RecordSort = { field: 'record_id', descending: false },
): Promise<RecordRow[]> {
  const rows: RecordRow[] = [];
  let cursor: string | null = null;
  do {
    const page = { match: [], sort, limit: 3, cursor, offset: null };
    const asked = { bowtie: toQuery(query), selector, ...page };
    const { data } = await getRecords({ pool: db.pool, org }, asked, NOW);
    rows.push(...data.rows);
    cursor = data.next_cursor;
  } while (cursor !== null);
  return rows;
}

type Wanted = { selector: SelectorParams; items: Item[] };

/** Every selector that the question's chart has numbers for, with the items that were counted. */
function selectors(asked: Asked, items: readonly Item[]): Wanted[] {
  const { stages } = asked.org;
  const byStage = stages.map((stage) => ({
    selector: { stage },
    items: items.filter((item) => item.stage === stage),
  }));
  if (asked.clock === 'snapshot') return byStage;
  const conversions = stages.slice(0, -1).flatMap((from, place) => {
    const to = stages[place + 1] ?? from;
    const conversion = `${from}>${to}`;
    const of = (stage: string) => items.filter((item) => item.stage === stage);
    if (asked.clock === 'period') return [{ selector: { conversion }, items: of(to) }];
    return [
      { selector: { conversion }, items: of(from) },
      ...OUTCOMES.map((outcome) => ({
        selector: { conversion, outcome },
        items: of(from).filter((item) => item.ended.outcome === outcome),
      })),
    ];
  });
  return [...byStage, ...conversions];
}

describe('GET /records against the plain oracle', () => {
  const cases = randomHistories(4711, 8, 4).map((one, index) => ({ ...one, index }));

  it.each(cases)('history $index', async ({ history, org: settings, queries }) => {
    const org = await loadHistory(db, settings, history, RANDOM_NOW);
    await knowValues(
      db,
      org,
      queries.map((query) => query.where ?? {}),
    );
    for (const query of queries) {
      const asked = ask(settings, query, RANDOM_NOW);
      const items = itemsOf(asked, stepsOf(history, settings, asked.asOf));
      for (const { selector, items: wanted } of selectors(asked, items)) {
        const rows = await allRecords(org, query, selector);
        const told = JSON.stringify({ settings, query, selector });
        expect(rows.map(factsOfRow(asked)), told).toEqual(
          wanted.map(factsOf(asked, selector)).sort(byRecord),
        );
      }
    }
  });
});

describe('order and pages', () => {
  const fields = ['record_id', 'entered_at', 'amount', 'outcome', 'account_id', 'implied'] as const;
  const first = randomHistories(99, 60)
    .sort((a, b) => breadth(b) - breadth(a))
    .at(0);
  const settings: OracleOrg = { time_zone: 'UTC', currency: 'USD', stages: ['sql', 'sal', 'won'] };
  // All motions, so that there are rows enough.
  const query: OracleQuery = { from: '2025-12-01', to: '2026-04-01', by: 'motion' };

  it('sorts by any field, ties by record, without losing or repeating a row', async () => {
    if (first === undefined) throw new Error('no history');
    const org = await loadHistory(db, settings, first.history, RANDOM_NOW);
    const all = await allRecords(org, query, { stage: 'sql' });
    expect(all.length).toBeGreaterThan(8);
    for (const field of fields) {
      for (const descending of [false, true]) {
        const rows = await allRecords(org, query, { stage: 'sql' }, { field, descending });
        const sorted = [...all].sort(byField(field, descending ? -1 : 1));
        expect(
          rows.map((row) => row.record_id),
          `${field} ${descending}`,
        ).toEqual(sorted.map((row) => row.record_id));
      }
    }
  });

  it('streams the same rows', async () => {
    if (first === undefined) throw new Error('no history');
    const org = await loadHistory(db, settings, first.history, RANDOM_NOW);
    const sort = { field: 'entered_at', descending: true } as const;
    const streamed: RecordRow[] = [];
    const asked = {
      bowtie: toQuery(query),
      selector: { conversion: 'sql>sal' },
      ...{ match: [], sort, limit: 1, cursor: null, offset: null },
    };
    await streamRecords({ pool: db.pool, org }, asked, NOW, async (rows) => {
      streamed.push(...rows);
    });
    expect(streamed).toEqual(await allRecords(org, query, { conversion: 'sql>sal' }, sort));
  });
});

/** A snapshot tells since when the record stays, which the oracle does not know. */
function factsOfRow(asked: Asked) {
  return ({ account_id: _a, account_name: _n, currency: _c, ...row }: RecordRow) => ({
    ...row,
    entered_at: asked.clock === 'snapshot' ? null : Date.parse(row.entered_at),
    outcome_at: row.outcome_at === null ? null : Date.parse(row.outcome_at),
    amount: row.amount === null ? null : Number(row.amount),
  });
}

function factsOf(asked: Asked, selector: SelectorParams) {
  const tells = asked.clock === 'cohort' || (asked.clock === 'period' && selector.stage);
  const last = asked.org.stages.at(-1);
  return ({ recordId, stage, entry, ended }: Item) => {
    const judged = tells && stage !== last;
    return {
      record_id: recordId,
      entered_at: asked.clock === 'snapshot' ? null : entry.at,
      implied: entry.implied,
      outcome: judged ? ended.outcome : null,
      outcome_at: judged ? ended.at : null,
      amount: entry.step.amount === null ? null : Number(entry.step.amount),
      ...entry.step.dimensions,
    };
  };
}

function byRecord(a: { record_id: string }, b: { record_id: string }): number {
  return a.record_id < b.record_id ? -1 : 1;
}

function byField(field: keyof RecordRow, sign: 1 | -1) {
  const value = (row: RecordRow) => {
    const found = row[field] ?? null;
    return field === 'amount' && found !== null ? Number(found) : found;
  };
  return (a: RecordRow, b: RecordRow): number => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null) || byRecord(a, b);
    }
    if (left === right) return byRecord(a, b);
    return left < right ? -sign : sign;
  };
}

function breadth({ history }: RandomCase): number {
  return new Set(history.events.map((event) => event.record_id)).size;
}
