import type { Day } from '#lib/bowtie/localDay.ts';
import { fiscalYearOf } from '#lib/bowtie/plan/fiscalYearOf.ts';
import type { DecomposeBody } from '#lib/contract/plans.ts';
import { scenarioInputs } from '#lib/contract/scenarios.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { listPublications } from '#lib/store/publications.ts';

/** The plan of the fiscal year that a day lies in; null where none was published. */
export async function publishedPlan(
  tx: Tx,
  org: Org,
  day: Day,
): Promise<{ scenarioId: string; version: number; name: string; plan: DecomposeBody } | null> {
  const year = fiscalYearOf(day, org.fiscalStartMonth);
  const found = (await listPublications(tx)).find((one) => one.fiscalYear === year);
  if (found === undefined) return null;
  const { scenarioId, version, name, body } = found;
  return { scenarioId, version, name, plan: scenarioInputs.parse(body).plan };
}
