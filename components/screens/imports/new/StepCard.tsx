'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Step } from '#lib/view/imports/steps.ts';

type Props = { step: Step; index: number; aside?: ReactNode; children: ReactNode };

export function StepCard({ step, index, aside, children }: Props) {
  const t = useTranslations('imports.new.step');
  return (
    <section
      id={`step-${step}`}
      aria-labelledby={`step-${step}-title`}
      className="min-w-0 scroll-mt-14 rounded-xl border border-line bg-surface lg:scroll-mt-6"
    >
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-4 py-3 sm:px-5">
        <h2 id={`step-${step}-title`} className="text-lg font-semibold">
          <span className="mr-1 font-normal text-ink-3">{index}</span> {t(step)}
        </h2>
        {aside && <div className="ml-auto text-sm text-ink-2">{aside}</div>}
      </header>
      <div className="p-4 sm:p-5">{children}</div>
    </section>
  );
}
