import { isLocale, type Locale } from './locales.ts';

const TRADITIONAL = /^zh-(?:[a-z]+-)*?(?:hant|tw|hk|mo)\b/i;

function localeOf(tag: string): Locale | null {
  if (/^zh-(?:[a-z]+-)*?hans\b/i.test(tag)) return 'zh-Hans';
  if (TRADITIONAL.test(tag)) return 'zh-Hant';
  if (/^zh\b/i.test(tag)) return 'zh-Hans';
  if (/^en\b/i.test(tag)) return 'en';
  return null;
}

/** The visitor's own choice wins, else the first language of the browser that we speak. */
export function negotiateLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie;
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';');
      const quality = params.map((param) => /^\s*q=([\d.]+)\s*$/.exec(param)?.[1]).find(Boolean);
      return { tag, quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const locale = localeOf(tag);
    if (locale) return locale;
  }
  return 'en';
}
