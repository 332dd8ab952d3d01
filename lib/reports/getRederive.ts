import type { ChangeAnswer, RederiveAnswer, SettingsChange } from '#lib/contract/rederive.ts';
import { type ChangeRow, listChanges } from '#lib/store/changes.ts';
import { countRecords } from '#lib/store/countRecords.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import type { ReportContext } from './context.ts';

const LAST = 10;

/** Changes of settings: those on their way, and the last that came into force. */
export async function getRederive(
  { pool, org }: ReportContext,
  { preview }: { preview?: string | undefined },
): Promise<RederiveAnswer> {
  return inOrg(pool, org.id, 'read', async (tx) => {
    const changes = (await listChanges(tx, LAST)).map(toAnswer);
    const rederiving = changes.some(({ status }) => status === 'queued' || status === 'running');
    return { rederiving, changes, records: preview === 'true' ? await countRecords(tx) : null };
  });
}

function toAnswer({
  id,
  change,
  status,
  records,
  total,
  error,
  ...times
}: ChangeRow): ChangeAnswer {
  return {
    ...{ id, kind: change.kind, changes: saidOf(change), status, records, total, error },
    requested_at: times.requestedAt.toISOString(),
    started_at: times.startedAt?.toISOString() ?? null,
    finished_at: times.finishedAt?.toISOString() ?? null,
  };
}

function saidOf(change: SettingsChange): ChangeAnswer['changes'] {
  if (change.kind === 'org') return { ...change.settings };
  return change.kind === 'rates' ? { rates: change.rates.length } : change.stages;
}
