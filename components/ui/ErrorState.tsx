'use client';
import { useTranslations } from 'next-intl';
import { Button } from './Button.tsx';

type Props = { message: string; requestId?: string | null; onRetry?: () => void };

export function ErrorState({ message, requestId, onRetry }: Props) {
  const t = useTranslations();
  return (
    <div role="alert" className="rounded-xl border border-warn-200 bg-warn-50 p-4">
      <p className="font-medium text-warn-700">{t('errors.title')}</p>
      <p className="mt-0.5">{message}</p>
      {requestId && (
        <p className="mt-1 text-xs text-ink-2">{t('errors.request', { id: requestId })}</p>
      )}
      {onRetry && (
        <Button size="sm" className="mt-3" onClick={onRetry}>
          {t('ui.retry')}
        </Button>
      )}
    </div>
  );
}
