import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Pool } from 'pg';
import {
  addWarnings,
  advanceImport,
  claimImport,
  findImport,
  finishImport,
  type ImportRow,
} from '#lib/store/imports.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { openSeenKeys } from '#lib/store/seenKeys.ts';
import { currentStageMap } from '#lib/store/stageMaps.ts';
import { countLines } from '../countLines.ts';
import { countNotes } from '../countNotes.ts';
import { readRecords } from '../file/readRecords.ts';
import { lineReader } from '../mapping/lineReader.ts';
import { type Room, requireRoomForRows } from '../room.ts';
import { stageReader } from '../stageReader.ts';
import { ahead } from './ahead.ts';
import { chunks } from './chunks.ts';
import { deriveTaken } from './deriveTaken.ts';
import { failureOf } from './failureOf.ts';
import { Stopped } from './Stopped.ts';
import { type Settled, settle } from './settle.ts';
import { takeLines } from './takeLines.ts';

const CHUNK = 2000;
/** From so many chunks on a record is derived once at the end, not once for each that it is in. */
const LONG = 4;

/** Rows that are read without a look at what else there is to do. */
const FEW = 200;

export type RunDeps = {
  now: () => Date;
  /** Rows of one transaction. */
  chunk?: number;
  /** Free bytes where the database lies; the import stops before they are used up. */
  room?: Room;
  /** Ends the run after the chunk under way; the import stays `running`. */
  signal?: AbortSignal;
};

/**
 * Runs an import from its cursor to its end. Each chunk's facts, counts and cursor are one
 * transaction under a fencing token, so a run that dies is resumed where it stood, and one that was
 * only thought dead writes nothing more. Derived rows are of the same transaction, or, for a long
 * file, of the end: an import does not end in any way before they are. A file that cannot be read
 * makes it `failed`; faults of ours are thrown, and it stays `running` for the next try.
 */
export async function processImport(
  pool: Pool,
  org: Org,
  importId: string,
  deps: RunDeps,
): Promise<void> {
  const claim = await inOrg(pool, org.id, 'write', (tx) => claimImport(tx, importId, deps.now()));
  if (claim === null) return deriveStopped(pool, org, importId, deps);
  let error: { code: string; message: string } | null = null;
  try {
    const settled = await settle(pool, org, claim, deps.now());
    const run = claim.dryRun ? countAll : takeAll;
    await run(pool, org, claim, settled, deps);
  } catch (cause) {
    if (cause instanceof Stopped) return deriveStopped(pool, org, importId, deps);
    error = failureOf(cause);
    if (error === null) throw cause;
    if (!claim.dryRun) await deriveTaken(pool, org.id, claim, deps.signal);
  }
  const end = { now: deps.now(), error };
  await inOrg(pool, org.id, 'write', (tx) => finishImport(tx, claim, end));
}

/** What a cancelled import took before is taken: what is derived follows it. */
async function deriveStopped(pool: Pool, org: Org, id: string, deps: RunDeps): Promise<void> {
  const found = await inOrg(pool, org.id, 'read', (tx) => findImport(tx, id));
  if (found?.status !== 'cancelled' || found.dryRun) return;
  await deriveTaken(pool, org.id, found, deps.signal);
}

async function takeAll(
  pool: Pool,
  org: Org,
  claim: ImportRow,
  settled: Settled,
  { signal, chunk = CHUNK, room }: RunDeps,
): Promise<void> {
  const arrival = { receivedAt: claim.createdAt.getTime(), importId: claim.id };
  const part = { from: claim.received, chunk };
  let rows = claim.received;
  const derive = settled.scan.rows > LONG * chunk ? 'later' : 'now';
  for await (const { lines, bytes } of ahead(linesOf(pool, org, claim, settled, part))) {
    signal?.throwIfAborted();
    rows += lines.length;
    if (room !== undefined) await requireRoomForRows(room, rows);
    await inOrg(pool, org.id, 'bulk', async (tx) => {
      const taken = await takeLines(tx, claim.kind, lines, arrival, derive);
      if (!(await advanceImport(tx, claim, taken, bytes))) throw new Stopped();
      await addWarnings(tx, claim, countNotes(lines));
    });
  }
  if (derive === 'later') await deriveTaken(pool, org.id, claim, signal);
}

/**
 * The same over the whole file without keeping anything; a try again counts from the start. Why
 * rows would be held back is told as warnings, because no rejects are kept to look at.
 */
async function countAll(
  pool: Pool,
  org: Org,
  claim: ImportRow,
  settled: Settled,
  { signal, chunk = CHUNK }: RunDeps,
): Promise<void> {
  await inOrg(pool, org.id, 'write', async (keys) => {
    await openSeenKeys(keys);
    const told = new Map<string, number>();
    const part = { from: 0, chunk };
    for await (const { lines, bytes } of ahead(linesOf(pool, org, claim, settled, part))) {
      signal?.throwIfAborted();
      const taken = await countLines(keys, claim.kind, lines);
      countNotes(lines, told);
      for (const line of lines) {
        if (line.state === 'bad') told.set(line.code, (told.get(line.code) ?? 0) + 1);
      }
      const advanced = await inOrg(pool, org.id, 'write', (tx) =>
        advanceImport(tx, claim, taken, bytes),
      );
      if (!advanced) throw new Stopped();
    }
    await inOrg(pool, org.id, 'write', (tx) => addWarnings(tx, claim, told));
  });
}

/** Chunks of rows behind the first `from`, read, with how far into the file that is. */
async function* linesOf(
  pool: Pool,
  org: Org,
  claim: ImportRow,
  settled: Settled,
  { from, chunk: size }: { from: number; chunk: number },
) {
  const progress = { read: 0 };
  const read = await readerOf(pool, org, claim, settled);
  const skip = from + (claim.mapping.header ? 1 : 0);
  const records = readRecords(claim.path, settled.reading, progress);
  for await (const chunk of chunks(records, skip, size)) {
    yield { lines: await readGently(chunk, read), bytes: progress.read };
  }
}

async function readerOf(pool: Pool, org: Org, claim: ImportRow, settled: Settled) {
  const { stages } = await inOrg(pool, org.id, 'read', currentStageMap);
  return lineReader(claim.kind, claim.mapping, {
    header: settled.header,
    resolved: settled.scan.resolved,
    stageOf: stageReader(settled.stages, stages),
    timeZone: claim.timeZone,
    currency: org.currency,
    receivedAt: claim.createdAt.getTime(),
  });
}

/** Reads rows a few at a time, so that what the database answers meanwhile is heard at once. */
async function readGently<R, L>(rows: readonly R[], read: (row: R) => L): Promise<L[]> {
  const lines: L[] = [];
  for (const row of rows) {
    lines.push(read(row));
    if (lines.length % FEW === 0) await nextTurn();
  }
  return lines;
}
