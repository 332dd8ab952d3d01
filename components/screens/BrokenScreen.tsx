'use client';
import { useTranslations } from 'next-intl';
import { BrandMark } from '#components/ui/BrandMark.tsx';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';

export function BrokenScreen({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations();
  return (
    <main className="grid min-h-dvh place-items-center" role="alert">
      <EmptyState
        level="h1"
        title={t('shell.broken.title')}
        figure={<BrandMark className="mb-6 w-14" />}
        actions={
          <Button variant="primary" onClick={onRetry}>
            {t('ui.retry')}
          </Button>
        }
      >
        {t('shell.broken.text')}
      </EmptyState>
    </main>
  );
}
