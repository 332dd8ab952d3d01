import { cookies, headers } from 'next/headers';
import { LOCALE_COOKIE, type Locale } from './locales.ts';
import { negotiateLocale } from './negotiateLocale.ts';

/** The language of this request, known before the first byte: no flash of another language. */
export async function requestLocale(): Promise<Locale> {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  return negotiateLocale(jar.get(LOCALE_COOKIE)?.value, head.get('accept-language'));
}
