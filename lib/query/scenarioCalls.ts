import { queryOptions } from '@tanstack/react-query';
import type {
  PublicationAnswer,
  PublicationsAnswer,
  ScenarioAnswer,
  ScenarioInputs,
  ScenariosAnswer,
  VersionsAnswer,
} from '#lib/contract/scenarios.ts';
import { callApi } from './callApi.ts';

export function scenariosOptions(org: string) {
  return queryOptions({
    queryKey: ['scenarios', org] as const,
    queryFn: ({ signal }) => callApi<ScenariosAnswer>({ org, path: '/scenarios', signal }),
  });
}

export function publicationsOptions(org: string) {
  return queryOptions({
    queryKey: ['publications', org] as const,
    queryFn: ({ signal }) => callApi<PublicationsAnswer>({ org, path: '/publications', signal }),
  });
}

export function scenarioVersionsOptions(org: string, id: string) {
  return queryOptions({
    queryKey: ['scenarioVersions', org, id] as const,
    queryFn: ({ signal }) =>
      callApi<VersionsAnswer>({ org, path: `/scenarios/${id}/versions`, signal }),
  });
}

type Inputs = Pick<ScenarioInputs, 'assumptions'> & { plan: object };
/** Who does it, and why in their own words. */
export type Hand = { author: string | null; remark: string | null };

export async function saveScenario(
  org: string,
  body: Hand & { name: string; inputs: Inputs },
): Promise<ScenarioAnswer> {
  return callApi({ org, path: '/scenarios', method: 'POST', body });
}

export async function duplicateScenario(
  org: string,
  id: string,
  body: Hand & { name: string },
): Promise<ScenarioAnswer> {
  return callApi({ org, path: `/scenarios/${id}/duplicate`, method: 'POST', body });
}

export async function changeScenario(
  org: string,
  id: string,
  body: Hand & { version: number; name?: string; inputs?: Inputs },
): Promise<ScenarioAnswer> {
  return callApi({ org, path: `/scenarios/${id}`, method: 'PATCH', body });
}

export async function publishScenario(
  org: string,
  id: string,
  body: Hand & { version: number },
): Promise<PublicationAnswer> {
  return callApi({ org, path: `/scenarios/${id}/publish`, method: 'POST', body });
}

export async function removeScenario(org: string, id: string): Promise<ScenarioAnswer> {
  return callApi({ org, path: `/scenarios/${id}`, method: 'DELETE' });
}
