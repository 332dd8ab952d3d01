'use client';
import { useTranslations } from 'next-intl';
import { GhostBowtie } from '#components/charts/GhostBowtie.tsx';
import { ButtonLink } from '#components/ui/ButtonLink.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';

/** What the loop needs, and how it gets here. */
export function NoRevenue({ slug }: { slug: string }) {
  const t = useTranslations('loop.empty');
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
    </div>
  );
}
