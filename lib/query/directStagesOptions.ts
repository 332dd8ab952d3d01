import { queryOptions } from '@tanstack/react-query';
import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { BowtieAnswer } from '#lib/contract/bowtie.ts';
import type { SettingsAnswer } from '#lib/contract/settings.ts';
import { callApi } from './callApi.ts';

const DAY_MS = 86_400_000;

/** The stages that are on, and those of them that the data itself has dates for. */
export function directStagesOptions(org: string) {
  return queryOptions({
    queryKey: ['directStages', org] as const,
    queryFn: ({ signal }) => ask(org, signal),
    staleTime: 0,
  });
}

type Found = { on: LadderStage[]; direct: LadderStage[] };

async function ask(org: string, signal: AbortSignal): Promise<Found> {
  const { data } = await callApi<SettingsAnswer>({ org, path: '/org', signal });
  const { first_event_at: first, last_event_at: last } = data;
  if (first === null || last === null) return { on: data.stages, direct: [] };
  // A day more at both ends, so that the local days of every zone are inside.
  const params = { from: dayOf(first, -1), to: dayOf(last, 2) };
  const answer = await callApi<BowtieAnswer>({ org, path: '/bowtie', params, signal });
  const stages = answer.data.total.stages;
  const direct = stages.filter((one) => one.entries > one.implied).map((one) => one.stage);
  return { on: data.stages, direct };
}

function dayOf(instant: string, days: number): string {
  return new Date(Date.parse(instant) + days * DAY_MS).toISOString().slice(0, 10);
}
