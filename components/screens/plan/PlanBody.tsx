'use client';
import { useDeferredValue } from 'react';
import { cx } from '#components/ui/cx.ts';
import { InputsPanel } from './InputsPanel.tsx';
import { GrowthPanel } from './inputs/GrowthPanel.tsx';
import { NotYours } from './inputs/NotYours.tsx';
import { PeoplePanel } from './inputs/PeoplePanel.tsx';
import { PlanAnswer } from './PlanAnswer.tsx';
import { Sentence } from './Sentence.tsx';
import { ScenarioPanel } from './scenarios/ScenarioPanel.tsx';
import { TierMix } from './TierMix.tsx';
import { type PlanAsked, usePlanPart } from './usePlanPart.ts';

/** The sentence on the left, what follows from it on the right; reckoned here while one drags. */
export function PlanBody({ stale, ...asked }: PlanAsked & { stale: boolean }) {
  const part = usePlanPart(asked);
  // The finger comes first: while it moves, the answer is drawn when there is time.
  const shown = useDeferredValue(part);
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
      <PlanAnswer part={shown} />
    </div>
  );
}
