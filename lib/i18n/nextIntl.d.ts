import type { Locale } from './locales.ts';
import type { en } from './messages/en.ts';

// Message keys and their values are checked against the English file wherever `t()` is called.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof en;
  }
}
