'use client';
import { useTranslations } from 'next-intl';
import { GhostBowtie } from '#components/charts/GhostBowtie.tsx';
import { ButtonLink } from '#components/ui/ButtonLink.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';

const STEPS = ['step1', 'step2', 'step3'] as const;

/** A new organization: what a bowtie needs and how it gets here. */
export function NoEvents({ slug }: { slug: string }) {
  const t = useTranslations('home.empty');
  return (
    <div className="px-4 py-8 sm:px-8 lg:px-10">
      <EmptyState
        level="h1"
        title={t('title')}
        figure={<GhostBowtie className="mb-7 w-full max-w-110" />}
        actions={
          <ButtonLink variant="primary" href={`/${slug}/data/imports/new`}>
            {t('import')}
          </ButtonLink>
        }
      >
        {t('text')}
      </EmptyState>
      <ol className="mx-auto grid max-w-4xl gap-6 border-t border-line pt-8 sm:grid-cols-3">
        {STEPS.map((step, index) => (
          <li key={step}>
            <p className="text-sm font-semibold text-acq-600">{index + 1}</p>
            <h2 className="mt-0.5 font-semibold">{t(step)}</h2>
            <p className="mt-1 text-sm text-ink-2">{t(`${step}Text`)}</p>
          </li>
        ))}
      </ol>
    </div>
  );
}
