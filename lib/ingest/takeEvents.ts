import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { currentStageMap } from '#lib/store/stageMaps.ts';
import type { Arrival, Taken } from './line.ts';
import { postReader } from './postReader.ts';
import type { RawRow } from './readText.ts';
import { takeEventCalls } from './takeEventLines.ts';

/** The rows of one call. */
export type EventPost = { source: string; rows: readonly RawRow[] };

/** Takes rows as the API sends them; `rows` of the answer are numbered from 0. */
export async function takeEvents(
  tx: Tx,
  org: Org,
  source: string,
  rows: readonly RawRow[],
  arrival: Arrival,
): Promise<Taken> {
  const [taken] = await takeEventPosts(tx, org, [{ source, rows }], arrival);
  if (taken === undefined) throw new Error('a call without an outcome');
  return taken;
}

/** The same for calls that came together: one write for all, an answer for each. */
export async function takeEventPosts(
  tx: Tx,
  org: Org,
  posts: readonly EventPost[],
  arrival: Arrival,
): Promise<Taken[]> {
  const { stages } = await currentStageMap(tx);
  const { receivedAt } = arrival;
  const calls = posts.map(({ source, rows }) =>
    rows.map(postReader('events', org, { source, stages, receivedAt })),
  );
  return takeEventCalls(tx, calls, arrival);
}
