import type { z } from 'zod';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import { type BowtieQuery, toBowtieQuery } from '#lib/contract/query.ts';
import type { conversionParams } from '#lib/contract/stages.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { findConversion } from '../recordSelector.ts';
import { type Resolved, resolveQuery } from '../resolveQuery.ts';

type Params = Omit<z.output<typeof conversionParams>, 'conversion'> & {
  by?: BowtieQuery['by'] | undefined;
};

/** The parameters of a question about cohorts as the query that every report shares. */
export function toCohortQuery(params: Params): BowtieQuery {
  const { by, ...rest } = params;
  return toBowtieQuery({ ...rest, clock: 'cohort', by: by ?? undefined, compare: 'none' });
}

/** One conversion, definite for one organization; `scope` asks for its first stage only. */
export async function resolveConversion(
  tx: Tx,
  org: Org,
  params: Params & { conversion: string },
  now: Date,
): Promise<Resolved & { from: LadderStage; to: LadderStage }> {
  const [from, to] = findConversion(params.conversion, org);
  const resolved = await resolveQuery(tx, org, toCohortQuery(params), now);
  return { ...resolved, scope: { ...resolved.scope, stages: [from] }, from, to };
}
