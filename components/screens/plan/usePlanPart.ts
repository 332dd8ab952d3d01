'use client';
import { useMemo } from 'react';
import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { PlanDefaultsAnswer } from '#lib/contract/planDefaults.ts';
import type { Scenario } from '#lib/contract/scenarios.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { planInputOf } from '#lib/view/plan/planState.ts';
import { scenarioInput } from '#lib/view/plan/scenarioInput.ts';
import type { PlanPageState, PlanPart } from './planPart.ts';

export type PlanAsked = {
  facts: HomeFacts;
  answer: PlanDefaultsAnswer;
  state: PlanPageState;
  /** The saved plan of the address. */
  saved: Scenario | null;
  format: Format;
  onChange: PlanPart['onChange'];
};

/** The plan of the page, reckoned anew only when what it is made of changes. */
export function usePlanPart(asked: PlanAsked): PlanPart {
  const { facts, answer, state, saved, format, onChange } = asked;
  const { data: defaults, meta } = answer;
  const { target, start, months, set } = state;
  const kept = useMemo(() => saved && scenarioInput(saved, defaults), [defaults, saved]);
  const base = useMemo(
    () => planInputOf(defaults, { target, start, months, set: '' }, kept),
    [defaults, kept, target, start, months],
  );
  const input = useMemo(
    () => planInputOf(defaults, { target, start, months, set }, kept),
    [defaults, kept, target, start, months, set],
  );
  const result = useMemo(() => decomposePlan(input), [input]);
  return useMemo(
    () => ({ facts, defaults, meta, state, base, input, result, format, onChange }),
    [facts, defaults, meta, state, base, input, result, format, onChange],
  );
}
