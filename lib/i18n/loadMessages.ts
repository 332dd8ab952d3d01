import type { Locale } from './locales.ts';
import type { Messages } from './messages/en.ts';

/** Only the language that is asked for is loaded. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  if (locale === 'zh-Hans') return (await import('./messages/zh-Hans.ts')).zhHans;
  if (locale === 'zh-Hant') return (await import('./messages/zh-Hant.ts')).zhHant;
  return (await import('./messages/en.ts')).en;
}
