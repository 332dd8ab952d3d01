import type { Pool } from 'pg';
import { type OrgChanges, orgChanges } from '#lib/contract/orgInput.ts';
import { parse } from '#lib/contract/parse.ts';
import { findOrgById, type Org, rebuildNeeded, updateOrg } from '#lib/store/orgs.ts';
import type { ApplyDeps } from './applyChanges.ts';
import { type Changed, requestChange } from './requestChange.ts';

/**
 * Changes settings. What only shows or cuts is in force at once; what rows are derived with comes
 * into force with all of them. The answer has the settings as they will be.
 */
export async function changeOrg(
  pool: Pool,
  org: Org,
  given: OrgChanges,
  deps: ApplyDeps & { newId: () => string },
): Promise<Changed & { org: Org }> {
  const { time_zone, currency, stages, renewal_grace_days, segment_rule, ...plain } = parse(
    orgChanges,
    given,
  );
  const derived = { time_zone, currency, stages, renewal_grace_days, segment_rule };
  const settings = Object.fromEntries(
    Object.entries(derived).filter(([, value]) => value !== undefined),
  ) as OrgChanges;
  const shown = await updateOrg(pool, org.slug, plain);
  const after: Org = {
    ...shown,
    timeZone: time_zone ?? shown.timeZone,
    currency: currency ?? shown.currency,
    stages: stages ?? shown.stages,
    renewalGraceDays: renewal_grace_days ?? shown.renewalGraceDays,
    segmentRule: segment_rule ?? shown.segmentRule,
  };
  // Where another change is on its way, the same settings as now may undo it.
  const moved = rebuildNeeded(shown, after) || shown.changing > 0;
  if (!moved || Object.keys(settings).length === 0) {
    return { org: after, rederiving: false, records: 0 };
  }
  const told = await requestChange(pool, org.id, { kind: 'org', settings }, deps);
  const now = told.rederiving ? null : await findOrgById(pool, org.id);
  return { ...told, org: now ?? after };
}
