import { Refusal } from '#lib/contract/errors.ts';
import type { ImportKind } from '#lib/contract/ingest.ts';
import type { ReplayAnswer } from '#lib/contract/quarantine.ts';
import { keepFromRederive } from '#lib/store/changes.ts';
import { findImport, recountImport } from '#lib/store/imports.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { addIntake, type IntakeCounts } from '#lib/store/intake.ts';
import { lockOrg } from '#lib/store/lockOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import {
  type HeldFilter,
  type HeldRow,
  listHeld,
  settleHeld,
  type Tried,
} from '#lib/store/quarantine.ts';
import { currentStageMap } from '#lib/store/stageMaps.ts';
import { takeLines } from '../run/takeLines.ts';
import { heldReader } from './heldReader.ts';
import { type HeldLine, placeLines } from './placeLines.ts';

const MOST = 2000;

/**
 * Tries held rows again, the oldest first, through the one write path and with the time at which
 * they came. Rows that are taken leave the quarantine, the others stay with the reason of today.
 */
export async function replayRows(
  tx: Tx,
  org: Org,
  asked: { filter: HeldFilter; after: string | null },
  now: Date,
  most = MOST,
): Promise<ReplayAnswer> {
  if (!(await keepFromRederive(tx))) {
    throw new Refusal(
      'unavailable',
      'changed settings are on their way: try again when they are in',
    );
  }
  await lockOrg(tx);
  const page = { state: 'held', after: asked.after, limit: most + 1 } as const;
  const found = await listHeld(tx, asked.filter, page);
  const list = found.slice(0, most);
  const { stages } = await currentStageMap(tx);
  const tried: Tried[] = [];
  for (const own of Map.groupBy(list, callOf).values()) {
    const [first] = own;
    if (first === undefined) continue;
    const from = first.importId === null ? null : await findImport(tx, first.importId);
    const read = heldReader(org, stages, { first, from });
    const lines = own.map((row) => ({ row, line: read(row) }));
    for (const part of withoutTwins(lines)) tried.push(...(await takeHeld(tx, first, part)));
  }
  await settleHeld(tx, tried, now);
  const last = found.length > most ? list.at(-1) : undefined;
  return { ...sumOf(tried), next: last?.arrival ?? null };
}

/** Rows of one file, or of one call. */
function callOf({ kind, importId, source, receivedAt }: HeldRow): string {
  return JSON.stringify([kind, importId ?? source, receivedAt.getTime()]);
}

/** Calls of one moment may each have a first row: lines of one part are all different. */
function withoutTwins(lines: readonly HeldLine[]): HeldLine[][] {
  const parts: Map<number, HeldLine>[] = [];
  for (const one of lines) {
    const place = parts.find((part) => !part.has(one.line.line));
    if (place) place.set(one.line.line, one);
    else parts.push(new Map([[one.line.line, one]]));
  }
  return parts.map((part) => [...part.values()]);
}

async function takeHeld(tx: Tx, first: HeldRow, part: readonly HeldLine[]): Promise<Tried[]> {
  const { kind, importId, receivedAt } = first;
  const good = part.filter(({ line }) => line.state !== 'bad');
  await placeLines(tx, kind, good);
  const arrival = { receivedAt: receivedAt.getTime(), importId };
  const lines = good.map(({ line }) => line);
  const taken = await takeLines(tx, kind, lines, arrival, 'now');
  const duplicates = new Set(taken.rows.map((row) => row.index));
  const tried = part.map(({ row, line }) => triedOf(row, line, duplicates));
  await moveCounts(tx, kind, importId, good, tried);
  return tried;
}

function triedOf(row: HeldRow, line: HeldLine['line'], duplicates: ReadonlySet<number>): Tried {
  const { id, code, message } = row;
  if (line.state === 'bad') return { id, outcome: null, code: line.code, message: line.message };
  if (line.state === 'ignored') return { id, outcome: 'ignored', code, message };
  const outcome = duplicates.has(line.line) ? 'duplicate' : 'accepted';
  return { id, outcome, code, message };
}

/** The write path counted the rows as new ones: they were received and held before. */
async function moveCounts(
  tx: Tx,
  kind: ImportKind,
  importId: string | null,
  good: readonly HeldLine[],
  tried: readonly Tried[],
): Promise<void> {
  const left = new Map<string, IntakeCounts>();
  for (const [source, rows] of Map.groupBy(good, ({ row }) => row.source)) {
    const n = -rows.length;
    left.set(source, { received: n, accepted: 0, duplicates: 0, quarantined: n, ignored: 0 });
  }
  await addIntake(tx, kind, left, 0);
  if (importId === null) return;
  const { accepted, duplicates, ignored } = sumOf(tried);
  await recountImport(tx, importId, { accepted, duplicates, ignored });
}

function sumOf(tried: readonly Tried[]): Omit<ReplayAnswer, 'next'> {
  const countOf = (outcome: Tried['outcome']) =>
    tried.filter((one) => one.outcome === outcome).length;
  return {
    tried: tried.length,
    accepted: countOf('accepted'),
    duplicates: countOf('duplicate'),
    ignored: countOf('ignored'),
    held: countOf(null),
  };
}
