'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import type { Scenario, ScenarioInputs, ScenariosAnswer } from '#lib/contract/scenarios.ts';
import { planTrackOptions } from '#lib/query/planTrackOptions.ts';
import {
  changeScenario,
  duplicateScenario,
  type Hand,
  publicationsOptions,
  publishScenario,
  removeScenario,
  saveScenario,
  scenariosOptions,
} from '#lib/query/scenarioCalls.ts';
import { planBodyOf } from '#lib/view/plan/planBodyOf.ts';
import type { PlanPart } from '../planPart.ts';

type Named = Hand & { name: string };
/** Inputs as the API takes them. */
export type Kept = Pick<ScenarioInputs, 'assumptions'> & { plan: object };

/** What can be done with scenarios; the lists follow, and the page shows what came of it. */
export function useScenarioActs({ facts, meta, onChange }: PlanPart) {
  const client = useQueryClient();
  const org = facts.slug;
  const { queryKey } = scenariosOptions(org);
  /** In the list before the address names it: else the page would show live data for a moment. */
  const put = (one: Scenario) =>
    client.setQueryData<ScenariosAnswer>(queryKey, (before) => {
      const rest = (before?.data.scenarios ?? []).filter(({ id }) => id !== one.id);
      return { data: { scenarios: [one, ...rest] } };
    });
  const follow = () =>
    Promise.all([
      client.invalidateQueries({ queryKey }),
      client.invalidateQueries({ queryKey: publicationsOptions(org).queryKey }),
      client.invalidateQueries({ queryKey: ['scenarioVersions', org] }),
      client.invalidateQueries({ queryKey: planTrackOptions(org).queryKey }),
    ]);
  const keep = (input: PlanInput): Kept => {
    return { plan: planBodyOf(input), assumptions: meta.assumptions };
  };
  /** The lists are read anew also where it was refused: somebody else may have been there. */
  const act = async (work: () => Promise<{ data: Scenario }>): Promise<Scenario> => {
    try {
      const { data } = await work();
      put(data);
      return data;
    } finally {
      void follow();
    }
  };
  const show = (id: string | null) => onChange({ scenario: id, set: '', target: null });
  return {
    keep,
    show,
    /** Keeps inputs under a name, without going there. */
    add: (input: PlanInput, by: Named) =>
      act(() => saveScenario(org, { ...by, inputs: keep(input) })),
    duplicate: (of: Scenario, by: Named) => act(() => duplicateScenario(org, of.id, by)),
    rename: (of: Scenario, by: Named) =>
      act(() => changeScenario(org, of.id, { ...by, version: of.version })),
    change: (of: Scenario, inputs: Kept, by: Hand) =>
      act(() => changeScenario(org, of.id, { ...by, version: of.version, inputs })),
    publish: async (of: Scenario, by: Hand) => {
      await publishScenario(org, of.id, { ...by, version: of.version }).finally(follow);
    },
    remove: async (of: Scenario) => {
      await removeScenario(org, of.id).finally(follow);
      onChange({ scenario: null });
    },
  };
}

export type ScenarioActs = ReturnType<typeof useScenarioActs>;
