import { createTranslator } from 'next-intl';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import type { Locale } from '#lib/i18n/locales.ts';
import type { Text } from '#lib/view/text.ts';

/** The words of sheets and paper in one language. */
export type PaperText = Awaited<ReturnType<typeof paperText>>;

export async function paperText(locale: Locale) {
  const messages = await loadMessages(locale);
  const all = createTranslator({ locale, messages });
  /** What a page says as data; its keys are held against the messages by the tests of the view. */
  const say = (given: Text | string): string => {
    if (typeof given === 'string') return given;
    const values = Object.entries(given.values ?? {}).map(([name, value]) => {
      return [name, typeof value === 'object' ? say(value) : value] as const;
    });
    return all(given.key as never, Object.fromEntries(values) as never);
  };
  return {
    locale,
    say,
    t: createTranslator({ locale, messages, namespace: 'paper' }),
    plan: createTranslator({ locale, messages, namespace: 'plan' }),
    terms: createTranslator({ locale, messages, namespace: 'terms' }),
  };
}
