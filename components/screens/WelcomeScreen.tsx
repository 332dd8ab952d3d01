'use client';
import { useTranslations } from 'next-intl';
import { BrandMark } from '#components/ui/BrandMark.tsx';
import { ButtonLink } from '#components/ui/ButtonLink.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { Shell } from './shell/Shell.tsx';

/** A database without any organization. */
export function WelcomeScreen() {
  const t = useTranslations('shell.noOrg');
  return (
    <Shell org={null} orgs={[]}>
      <EmptyState
        level="h1"
        title={t('title')}
        figure={<BrandMark className="mb-6 w-14" />}
        actions={
          <ButtonLink variant="primary" href="/orgs/new">
            {t('create')}
          </ButtonLink>
        }
      >
        {t('text')}
      </EmptyState>
    </Shell>
  );
}
