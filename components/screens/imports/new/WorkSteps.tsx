'use client';
import { useEffect, useRef } from 'react';
import type { OrgAnswer } from '#lib/contract/org.ts';
import type { UploadAnswer } from '#lib/contract/uploads.ts';
import { type Step, stepStates } from '#lib/view/imports/steps.ts';
import { CheckStep } from './CheckStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { FileStep } from './FileStep.tsx';
import { ReadStep } from './ReadStep.tsx';
import { RunStep } from './RunStep.tsx';
import { StagesStep } from './StagesStep.tsx';
import { StepCard } from './StepCard.tsx';
import { StepRail } from './StepRail.tsx';
import { useImportDraft } from './useImportDraft.ts';

type Props = { org: OrgAnswer; upload: UploadAnswer; now: number; onAnother: () => void };

const CONTENT = {
  read: ReadStep,
  columns: ColumnsStep,
  stages: StagesStep,
  check: CheckStep,
  run: RunStep,
};

/** All that follows the upload; every step is open, because every step is already filled in. */
export function WorkSteps({ org, upload, now, onAnother }: Props) {
  const desk = useImportDraft(org, upload, now);
  const steps = stepStates(desk.draft, desk.preview, desk.previewError !== null);
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => top.current?.focus({ preventScroll: true }), []);
  const content = (step: Step) => {
    if (step === 'upload') return <FileStep desk={desk} onAnother={onAnother} />;
    const Content = CONTENT[step];
    return <Content org={org} desk={desk} />;
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[11rem_minmax(0,1fr)]">
      <StepRail steps={steps} />
      <div ref={top} tabIndex={-1} className="flex min-w-0 flex-col gap-5 outline-none">
        {steps.map(({ step }, index) => (
          <StepCard key={step} step={step} index={index + 1}>
            {content(step)}
          </StepCard>
        ))}
      </div>
    </div>
  );
}
