'use client';
import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { createFormat, type Format } from '#lib/view/createFormat.ts';

export function useFormat({ currency, timeZone }: { currency: string; timeZone: string }): Format {
  const locale = useLocale();
  return useMemo(() => createFormat(locale, { currency, timeZone }), [locale, currency, timeZone]);
}
