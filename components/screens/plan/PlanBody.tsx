'use client';
import { useMemo } from 'react';
import { cx } from '#components/ui/cx.ts';
import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { PlanDefaultsAnswer } from '#lib/contract/planDefaults.ts';
import type { Scenario } from '#lib/contract/scenarios.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { isDepartment } from '#lib/view/plan/departmentSheet.ts';
import { planInputOf } from '#lib/view/plan/planState.ts';
import { scenarioInput } from '#lib/view/plan/scenarioInput.ts';
import { DepartmentPage } from './DepartmentPage.tsx';
import { DepartmentTabs } from './DepartmentTabs.tsx';
import { InputsPanel } from './InputsPanel.tsx';
import { GrowthPanel } from './inputs/GrowthPanel.tsx';
import { NotYours } from './inputs/NotYours.tsx';
import { PeoplePanel } from './inputs/PeoplePanel.tsx';
import type { PlanPageState, PlanPart } from './planPart.ts';
import { Sentence } from './Sentence.tsx';
import { ScenarioPanel } from './scenarios/ScenarioPanel.tsx';
import { TierMix } from './TierMix.tsx';
import { WholePlan } from './WholePlan.tsx';

type Props = {
  facts: HomeFacts;
  answer: PlanDefaultsAnswer;
  stale: boolean;
  state: PlanPageState;
  /** The saved plan of the address. */
  saved: Scenario | null;
  format: Format;
  onChange: PlanPart['onChange'];
};

/** The sentence on the left, what follows from it on the right; reckoned here while one drags. */
export function PlanBody({ answer, stale, ...rest }: Props) {
  const { state, saved } = rest;
  const { target, start, months, set } = state;
  const kept = useMemo(() => saved && scenarioInput(saved, answer.data), [answer.data, saved]);
  const [input, base] = useMemo(() => {
    const asked = { target, start, months, set };
    const whole = planInputOf(answer.data, asked, kept);
    return [whole, planInputOf(answer.data, { ...asked, set: '' }, kept)];
  }, [answer.data, kept, target, start, months, set]);
  const result = useMemo(() => decomposePlan(input), [input]);
  const { data: defaults, meta } = answer;
  const part: PlanPart = { ...rest, defaults, meta, base, input, result };
  return (
    <div
      aria-busy={stale}
      className={cx(
        'grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-8 transition-opacity',
        'lg:grid-cols-[21rem_minmax(0,1fr)] print:grid-cols-1',
        stale && 'opacity-55',
      )}
    >
      <div className="empty:hidden lg:col-span-2">
        <NotYours {...part} />
      </div>
      <div className="grid content-start gap-6 lg:sticky lg:top-5 lg:max-h-[calc(100dvh-2.5rem)] lg:self-start lg:overflow-y-auto lg:pr-2 print:hidden">
        <Sentence {...part} />
        <ScenarioPanel {...part} />
        <GrowthPanel {...part} />
        <TierMix {...part} />
        <InputsPanel {...part} />
        <PeoplePanel {...part} />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-9">
        <DepartmentTabs {...part} />
        {isDepartment(state.department) ? (
          <DepartmentPage {...part} department={state.department} />
        ) : (
          <WholePlan {...part} />
        )}
      </div>
    </div>
  );
}
