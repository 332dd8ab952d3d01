import { addDays, localDayOf } from '#lib/bowtie/localDay.ts';
import type { DataHealth } from '#lib/contract/dataHealth.ts';
import { Refusal } from '#lib/contract/errors.ts';
import { toBowtieQuery } from '#lib/contract/query.ts';
import { allowLong } from '#lib/store/allowLong.ts';
import { LATE_HOURS, sourceHealth } from '#lib/store/health/sourceHealth.ts';
import { stageHealth } from '#lib/store/health/stageHealth.ts';
import { inOrg, type Tx } from '#lib/store/inOrg.ts';
import { listIntake } from '#lib/store/intake.ts';
import type { ReportContext } from '../context.ts';
import { resolveQuery } from '../resolveQuery.ts';
import { firstToMend, PRICED, readiness } from './readiness.ts';

const YEAR = 365;

/** What came in from where, and how far each stage can be trusted. */
export async function getDataHealth(
  { pool, org }: ReportContext,
  asked: { from?: string | undefined; to?: string | undefined },
  now: Date,
): Promise<DataHealth> {
  const tomorrow = addDays(localDayOf(now.getTime(), org.timeZone), 1);
  const { from = addDays(tomorrow, -YEAR), to = tomorrow } = asked;
  if (from > to) {
    const message = 'must not be after "to"';
    throw new Refusal('invalid_request', `from: ${message}`, [{ path: 'from', message }]);
  }
  return inOrg(pool, org.id, 'read', async (tx) => {
    await allowLong(tx);
    const sources = await sourcesOf(tx);
    const query = toBowtieQuery({ from, to, clock: 'cohort', rule: 'implied' });
    const { scope, range } = await resolveQuery(tx, org, query, now);
    const found = await stageHealth(tx, scope, range, { zone: org.timeZone, priced: PRICED });
    const stages = org.stages.map((stage) =>
      readiness(
        stage,
        found.find((one) => one.stage === stage),
      ),
    );
    const total = sumOf(sources);
    return { from, to, late_hours: LATE_HOURS, sources, total, stages, first: firstToMend(stages) };
  });
}

async function sourcesOf(tx: Tx): Promise<DataHealth['sources']> {
  const events = new Map((await sourceHealth(tx)).map((one) => [one.source, one]));
  return (await listIntake(tx)).map(({ lastReceivedAt, ...one }) => {
    const told = one.kind === 'events' ? events.get(one.source) : undefined;
    return {
      ...one,
      last_arrival_at: lastReceivedAt.toISOString(),
      last_event_at: told?.lastEvent.toISOString() ?? null,
      since_first: told?.since ?? null,
      late: told?.late ?? null,
    };
  });
}

function sumOf(sources: DataHealth['sources']): DataHealth['total'] {
  const sum = (part: keyof DataHealth['total']) =>
    sources.reduce((total, one) => total + one[part], 0);
  return {
    received: sum('received'),
    accepted: sum('accepted'),
    duplicates: sum('duplicates'),
    quarantined: sum('quarantined'),
    ignored: sum('ignored'),
  };
}
