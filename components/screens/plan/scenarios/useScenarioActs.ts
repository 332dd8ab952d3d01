'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Scenario } from '#lib/contract/scenarios.ts';
import { planTrackOptions } from '#lib/query/planTrackOptions.ts';
import {
  changeScenario,
  publicationsOptions,
  publishScenario,
  removeScenario,
  saveScenario,
  scenariosOptions,
} from '#lib/query/scenarioCalls.ts';
import { planBodyOf } from '#lib/view/plan/planBodyOf.ts';
import type { PlanPart } from '../planPart.ts';

export type Act =
  | { kind: 'save'; name: string; author: string | null }
  | { kind: 'update'; of: Scenario; author: string | null }
  | { kind: 'publish'; of: Scenario; author: string | null }
  | { kind: 'remove'; of: Scenario };

/** What can be done with scenarios; the lists follow. */
export function useScenarioActs({ facts, input, meta, onChange }: PlanPart) {
  const client = useQueryClient();
  const org = facts.slug;
  const inputs = { plan: planBodyOf(input), assumptions: meta.assumptions };
  return useMutation({
    mutationFn: async (act: Act) => {
      if (act.kind === 'save') {
        const { data } = await saveScenario(org, { name: act.name, author: act.author, inputs });
        onChange({ scenario: data.id, set: '', target: null });
        return;
      }
      const { id, version } = act.of;
      if (act.kind === 'update') {
        await changeScenario(org, id, { version, author: act.author, inputs });
        onChange({ set: '', target: null });
      } else if (act.kind === 'publish') {
        await publishScenario(org, id, { version, author: act.author });
      } else {
        await removeScenario(org, id);
        onChange({ scenario: null });
      }
    },
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: scenariosOptions(org).queryKey }),
        client.invalidateQueries({ queryKey: publicationsOptions(org).queryKey }),
        client.invalidateQueries({ queryKey: ['scenarioVersions', org] }),
        client.invalidateQueries({ queryKey: planTrackOptions(org).queryKey }),
      ]),
  });
}
