import { createTranslator } from 'next-intl';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import type { Locale } from '#lib/i18n/locales.ts';

/** The words of sheets and paper in one language. */
export type PaperText = Awaited<ReturnType<typeof paperText>>;

export async function paperText(locale: Locale) {
  const messages = await loadMessages(locale);
  return {
    locale,
    t: createTranslator({ locale, messages, namespace: 'paper' }),
    terms: createTranslator({ locale, messages, namespace: 'terms' }),
  };
}
