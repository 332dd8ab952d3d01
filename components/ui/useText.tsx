'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Text } from '#lib/view/text.ts';

type Values = Record<string, string | number>;

/** Turns prepared sentences into words. `rich` keeps what is stressed. */
export function useText(): {
  text: (text: Text | string) => string;
  rich: (text: Text) => ReactNode;
} {
  const t = useTranslations();
  const text = (given: Text | string): string =>
    // The keys come from lib/view as data; a test holds each of them against the messages.
    typeof given === 'string' ? given : t(given.key as never, valuesOf(given) as never);
  const valuesOf = ({ values = {} }: Text): Values =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'object' ? text(value) : value,
      ]),
    );
  const stress = { b: (chunks: ReactNode) => <b className="font-semibold text-ink">{chunks}</b> };
  const rich = (given: Text) =>
    t.rich(given.key as never, { ...valuesOf(given), ...stress } as never);
  return { text, rich };
}
