'use client';
import { useTranslations } from 'next-intl';
import { BrandMark } from '#components/ui/BrandMark.tsx';
import { ButtonLink } from '#components/ui/ButtonLink.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';

export function NotFoundScreen() {
  const t = useTranslations('shell.notFound');
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        level="h1"
        title={t('title')}
        figure={<BrandMark className="mb-6 w-14" />}
        actions={
          <ButtonLink variant="primary" href="/">
            {t('home')}
          </ButtonLink>
        }
      >
        {t('text')}
      </EmptyState>
    </main>
  );
}
