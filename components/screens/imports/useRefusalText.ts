'use client';
import { useTranslations } from 'next-intl';
import { refusalOf } from '#lib/view/imports/refusalOf.ts';

/** Why a file cannot be read, in the reader's language. */
export function useRefusalText(): (message: string) => string {
  const t = useTranslations('imports.refused');
  return (message) => {
    const reason = refusalOf(message);
    return reason ? t(reason) : message.replace(/^file: /, '');
  };
}
