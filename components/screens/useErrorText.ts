'use client';
import { useTranslations } from 'next-intl';
import { ApiError } from '#lib/query/ApiError.ts';

/** One sentence in the reader's language for anything that a call can throw. */
export function useErrorText(): (error: unknown) => string {
  const t = useTranslations('errors');
  return (error) => {
    if (!(error instanceof ApiError)) return t('internal');
    if (error.code !== 'invalid_request') return t(error.code);
    const issues = error.issues.map((issue) => `${issue.path}: ${issue.message}`);
    return t('invalid_request', { detail: issues.join('; ') || error.message });
  };
}
