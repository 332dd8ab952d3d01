'use client';
import { useTranslations } from 'next-intl';
import { ApiError } from '#lib/query/ApiError.ts';
import { useErrorText } from '../../useErrorText.ts';
import { RefusalText } from '../RefusalText.tsx';

type Props = { error: unknown } | { reason: string };

/** Why a file cannot be taken, and what to do about it. */
export function FileRefused(props: Props) {
  const t = useTranslations('imports.upload');
  const errorText = useErrorText();
  const reason = 'reason' in props ? props.reason : reasonOf(props.error);
  function reasonOf(error: unknown) {
    const told = error instanceof ApiError && error.code === 'invalid_request';
    return told ? <RefusalText reason={error.reason} message={error.message} /> : errorText(error);
  }
  return (
    <div role="alert" className="rounded-xl border border-warn-200 bg-warn-50 p-4">
      <p className="font-medium text-warn-700">{t('refused')}</p>
      <p className="mt-0.5">{reason}</p>
      <p className="mt-1 text-sm text-ink-2">{t('tryAnother')}</p>
    </div>
  );
}
