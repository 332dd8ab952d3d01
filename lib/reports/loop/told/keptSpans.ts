import type { Instant } from '#lib/bowtie/records.ts';
import { cellState } from '#lib/store/cells/cellState.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { orgState } from '#lib/store/orgState.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { EventSpans } from './EventSpans.ts';
import { readEventSpans } from './readEventSpans.ts';

type Kept = { version: string; told: EventSpans };

/** So many spans of all organizations stay in memory, those asked for last. */
const MOST_SPANS = 600_000;
const kept = new Map<string, Kept>();
const reading = new Map<string, { version: string; told: Promise<EventSpans> }>();

/**
 * What the events of an organization tell of its revenue. It is the same for every moment at or
 * after the last event, and stays in memory until an event changes.
 */
export async function keptSpans(
  tx: Tx,
  org: Pick<Org, 'id' | 'timeZone'>,
  asOf: Instant,
): Promise<EventSpans> {
  const state = await cellState(tx);
  if (state === null || asOf < state.last) return readEventSpans(tx, org, asOf);
  const version = `${org.timeZone} ${(await orgState(tx)).revenueVersion}`;
  const known = kept.get(org.id);
  kept.delete(org.id);
  const told = known?.version === version ? known.told : await readOnce(tx, org, asOf, version);
  kept.set(org.id, { version, told });
  forgetOldest();
  return told;
}

/** Those who ask meanwhile wait for the one who reads already: it takes seconds and much memory. */
async function readOnce(
  tx: Tx,
  org: Pick<Org, 'id' | 'timeZone'>,
  asOf: Instant,
  version: string,
): Promise<EventSpans> {
  const other = reading.get(org.id);
  const found = other?.version === version ? await other.told.catch(() => null) : null;
  if (found !== null) return found;
  const own = { version, told: readEventSpans(tx, org, asOf) };
  reading.set(org.id, own);
  try {
    return await own.told;
  } finally {
    if (reading.get(org.id) === own) reading.delete(org.id);
  }
}

function forgetOldest(): void {
  let spans = 0;
  for (const { told } of kept.values()) spans += told.rows.size;
  for (const [id, { told }] of kept) {
    if (spans <= MOST_SPANS) return;
    kept.delete(id);
    spans -= told.rows.size;
  }
}
