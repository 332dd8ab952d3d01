'use client';
import { useTranslations } from 'next-intl';
import { useText } from '#components/ui/useText.tsx';
import { stageName } from '#lib/view/text.ts';

/** `sql>sal` as a reader says it, and its two ends. */
export function usePairName() {
  const t = useTranslations('home');
  const { text } = useText();
  const ends = (id: string) => {
    const [from = '', to = ''] = id.split('>');
    return { from: text(stageName(from)), to: text(stageName(to)) };
  };
  return { ends, pair: (id: string) => t('pair', ends(id)) };
}
