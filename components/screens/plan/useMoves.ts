'use client';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useText } from '#components/ui/useText.tsx';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import { MAX_SCENARIO_NAME } from '#lib/contract/scenarioWords.ts';
import { scenariosOptions } from '#lib/query/scenarioCalls.ts';
import { groupName } from '#lib/view/groupName.ts';
import { fixedInput, freeName, type Hire, hiredInput } from '#lib/view/plan/moves.ts';
import type { LeverRow } from '#lib/view/plan/rankLevers.ts';
import type { PlanPart } from './planPart.ts';
import { MOST_BESIDE } from './scenarios/mostBeside.ts';
import { useScenarioActs } from './scenarios/useScenarioActs.ts';
import type { LeverWords } from './useLeverWords.ts';

type Move = { name: string; remark: string; input: PlanInput };

/** What a CEO can try in one click: each becomes a scenario beside the plan of the page. */
export function useMoves(part: PlanPart, words: LeverWords) {
  const { facts, input, format, onChange } = part;
  const t = useTranslations('scenarios.move');
  const { text } = useText();
  const acts = useScenarioActs(part);
  const known = useQuery(scenariosOptions(facts.slug)).data?.data.scenarios ?? [];
  const make = useMutation({
    mutationFn: async ({ name, remark, input: moved }: Move) => {
      const names = known.map((one) => one.name);
      const free = freeName(name, names, MAX_SCENARIO_NAME);
      const made = await acts.add(moved, { name: free, author: null, remark });
      // What is drawn may lag behind the move before this one.
      onChange(({ beside }) => ({ beside: [...beside, made.id].slice(-MOST_BESIDE) }));
      return made;
    },
  });
  return {
    make,
    fix: (row: LeverRow) => {
      const tier = text(groupName(row.segment));
      const values = { lever: words.nameOf(row), tier, rate: format.percent(row.target) };
      const remark = t('fixRemark', { from: format.percent(row.rate), when: words.whenOf(row) });
      make.mutate({ name: t('fix', values), remark, input: fixedInput(input, row) });
    },
    hire: (hires: readonly Hire[]) => {
      const list = hires.map(({ role, heads }) => `${format.count(heads)} ${role}`).join(', ');
      const name = t('hire', { list });
      make.mutate({ name, remark: t('hireRemark'), input: hiredInput(input, hires) });
    },
  };
}

export type Moves = ReturnType<typeof useMoves>;
