'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { OrgAnswer } from '#lib/contract/org.ts';
import type { UploadAnswer } from '#lib/contract/uploads.ts';
import { stepStates } from '#lib/view/imports/steps.ts';
import { SampleNotice } from './new/SampleNotice.tsx';
import { StepCard } from './new/StepCard.tsx';
import { StepRail } from './new/StepRail.tsx';
import { UploadStep } from './new/UploadStep.tsx';
import { WorkSteps } from './new/WorkSteps.tsx';

/** From a file to numbers on one page: every step is filled in and can be corrected. */
export function NewImportScreen({ org, now }: { org: OrgAnswer; now: number }) {
  const t = useTranslations('imports.new');
  const [upload, setUpload] = useState<UploadAnswer | null>(null);
  return (
    <div className="px-4 py-8 sm:px-8 lg:px-10">
      <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
      <p className="mt-1 mb-6 max-w-2xl text-ink-2">{t('text')}</p>
      {org.is_sample && <SampleNotice />}
      {upload ? (
        <WorkSteps
          key={upload.id}
          org={org}
          upload={upload}
          now={now}
          onAnother={() => setUpload(null)}
        />
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-[11rem_minmax(0,1fr)]">
          <StepRail steps={stepStates(null, undefined)} />
          <StepCard step="upload" index={1}>
            <UploadStep org={org.slug} onUpload={setUpload} />
          </StepCard>
        </div>
      )}
    </div>
  );
}
