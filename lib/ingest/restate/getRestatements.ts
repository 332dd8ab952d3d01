import type { Pool } from 'pg';
import { localDayOf, startOfLocalDay } from '#lib/bowtie/localDay.ts';
import { formatCents, parseCents } from '#lib/bowtie/money.ts';
import { periodStart } from '#lib/bowtie/periods.ts';
import type { RestatementCause, Restatements } from '#lib/contract/restatements.ts';
import { allowLong } from '#lib/store/allowLong.ts';
import { effectsSince } from '#lib/store/changes.ts';
import { closedWeeks } from '#lib/store/closedWeeks.ts';
import { findImport } from '#lib/store/imports.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import {
  firstArrival,
  recordsKnownSince,
  type TakenLater,
  takenLater,
  toldAccounts,
  toldEvents,
} from '#lib/store/restated.ts';
import { deriveContext } from '../deriveContext.ts';
import { type Figures, type RestateContext, restateRecord } from './restateRecord.ts';

const BATCH = 2000;

/**
 * What past weeks say now against what they said at a moment, and which file or source brought the
 * change. Both sides are derived from facts under the settings of now: those that had arrived then,
 * and all. Changes of settings are told beside it, with what each did when it came into force.
 */
export async function getRestatements(
  { pool, org }: { pool: Pool; org: Org },
  asked: string,
): Promise<Restatements> {
  const since = new Date(
    asked.includes('T') ? Date.parse(asked) : startOfLocalDay(asked, org.timeZone),
  );
  return inOrg(pool, org.id, 'read', async (tx) => {
    await allowLong(tx);
    const first = await firstArrival(tx);
    const known = first !== null && first <= since;
    const ids = known ? await recordsKnownSince(tx, since) : [];
    const causes = await changesOf(tx, org, ids, since);
    const figures = await figuresOf(tx, org, causes, since);
    const settings = (await effectsSince(tx, since)).map(({ id, change, finishedAt, effect }) => ({
      ...{ id, kind: change.kind, changes: saidOf(change), finished_at: finishedAt.toISOString() },
      figures: effect.filter((one) => one.week < weekOf(org, since.getTime())),
    }));
    const changed = figures.reduce((sum, one) => {
      const paid = one.amount_then === one.amount_now ? 0 : 1;
      return sum + paid + (one.entries_then === one.entries_now ? 0 : 1);
    }, 0);
    return {
      since: since.toISOString(),
      first_arrival_at: first?.toISOString() ?? null,
      known_then: known,
      records: ids.length,
      ...{ changed, figures, settings },
    };
  });
}

type Change = Awaited<ReturnType<typeof effectsSince>>[number]['change'];

function saidOf(change: Change): Record<string, unknown> {
  if (change.kind === 'org') return { ...change.settings };
  return change.kind === 'rates' ? { rates: change.rates.length } : change.stages;
}

function weekOf({ timeZone, weekStart, fiscalStartMonth }: Org, at: number): string {
  return periodStart(localDayOf(at, timeZone), 'week', { weekStart, fiscalStartMonth });
}

/** Per cause what it added to each figure. */
async function changesOf(
  tx: Tx,
  org: Org,
  ids: readonly string[],
  since: Date,
): Promise<Map<string, Figures>> {
  const open = weekOf(org, since.getTime());
  const context: RestateContext = {
    since: since.getTime(),
    contextWith: await deriveContext(tx, org),
    figureOf: ({ enteredAt, stage }) => {
      const week = weekOf(org, enteredAt);
      return week < open ? `${week} ${stage}` : null;
    },
  };
  const later = await takenLater(tx);
  const sums = new Map<string, Figures>();
  for (let at = 0; at < ids.length; at += BATCH) {
    await addBatch(tx, ids.slice(at, at + BATCH), { ...context, later }, sums);
  }
  return sums;
}

async function addBatch(
  tx: Tx,
  ids: readonly string[],
  context: RestateContext & { later: TakenLater },
  sums: Map<string, Figures>,
): Promise<void> {
  const { later } = context;
  const events = await toldEvents(tx, ids, later);
  const named = events.flatMap(({ event }) => (event?.accountId ? [event.accountId] : []));
  const accounts = Map.groupBy(
    await toldAccounts(tx, [...new Set(named)], later),
    (one) => one.accountId,
  );
  const byIdentity = Map.groupBy(events, (one) => `${one.source}\0${one.eventId}`);
  const identities = new Map<string, Set<string>>();
  for (const [identity, rows] of byIdentity) {
    for (const { recordId } of rows) {
      identities.set(recordId, (identities.get(recordId) ?? new Set()).add(identity));
    }
  }
  for (const id of ids) {
    const own = [...(identities.get(id) ?? [])].flatMap((one) => byIdentity.get(one) ?? []);
    const ownAccounts = new Set(own.flatMap(({ event }) => event?.accountId ?? []));
    const told = [...ownAccounts].flatMap((one) => accounts.get(one) ?? []);
    for (const [cause, figures] of restateRecord(id, own, told, context)) {
      const into = sums.get(cause) ?? new Map();
      sums.set(cause, into);
      for (const [key, { entries, cents }] of figures) {
        const sum = into.get(key) ?? { entries: 0, cents: 0n };
        into.set(key, { entries: sum.entries + entries, cents: sum.cents + cents });
      }
    }
  }
}

async function figuresOf(
  tx: Tx,
  org: Org,
  causes: ReadonlyMap<string, Figures>,
  since: Date,
): Promise<Restatements['figures']> {
  const named = new Map<string, Named>();
  for (const cause of causes.keys()) named.set(cause, await nameOf(tx, cause));
  const weeks = { zone: org.timeZone, weekStart: org.weekStart, now: since };
  const keys = new Set([...causes.values()].flatMap((figures) => [...figures.keys()]));
  const now = new Map(
    (keys.size === 0 ? [] : await closedWeeks(tx, weeks, 'stage_entry')).map((one) => [
      `${one.week} ${one.stage}`,
      one,
    ]),
  );
  const figures = [...keys].map((key) => {
    const [week = '', stage = ''] = key.split(' ');
    const own = [...causes].flatMap(([cause, found]) => {
      const sums = found.get(key);
      const name = named.get(cause);
      if (sums === undefined || name === undefined || isNothing(sums)) return [];
      return [{ ...name, entries: sums.entries, amount: formatCents(sums.cents), sums }];
    });
    const entries = own.reduce((sum, one) => sum + one.entries, 0);
    const cents = own.reduce((sum, one) => sum + one.sums.cents, 0n);
    const told = now.get(key);
    const entriesNow = told?.entries ?? 0;
    const centsNow = parseCents(told?.amount ?? '0.00');
    return {
      ...{ week, stage, entries_then: entriesNow - entries, entries_now: entriesNow },
      amount_then: formatCents(centsNow - cents),
      amount_now: formatCents(centsNow),
      causes: own.map(({ sums: _, ...one }) => one),
      moved: entries !== 0 || cents !== 0n,
    };
  });
  return figures
    .filter(({ moved }) => moved)
    .map(({ moved: _, ...one }) => one)
    .sort((a, b) => (a.week === b.week ? stageOrder(org, a, b) : a.week < b.week ? 1 : -1));
}

function isNothing({ entries, cents }: { entries: number; cents: bigint }): boolean {
  return entries === 0 && cents === 0n;
}

function stageOrder(org: Org, a: { stage: string }, b: { stage: string }): number {
  const order: readonly string[] = org.stages;
  const place = ({ stage }: { stage: string }) => order.indexOf(stage);
  return place(a) - place(b);
}

type Named = Pick<RestatementCause, 'import_id' | 'file_name' | 'source'>;

async function nameOf(tx: Tx, cause: string): Promise<Named> {
  const [importId, source] = JSON.parse(cause) as [string | null, string | null];
  const found = importId === null ? null : await findImport(tx, importId);
  return {
    import_id: importId,
    file_name: found?.fileName ?? null,
    source: source ?? (found?.mapping.constants.source || 'file'),
  };
}
