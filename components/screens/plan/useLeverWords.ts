'use client';
import { useTranslations } from 'next-intl';
import { useText } from '#components/ui/useText.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import { conversionName } from '#lib/view/plan/inputLines.ts';
import type { LeverRow } from '#lib/view/plan/rankLevers.ts';

/** What levers are called, and what they are held against. */
export function useLeverWords(format: Format) {
  const t = useTranslations('plan.levers');
  const { text } = useText();
  const heads = [t('lever'), t('tier'), t('now'), t('then'), t('base'), t('year'), t('three')];
  return {
    heads,
    nameOf: ({ kind, what }: LeverRow): string =>
      kind === 'campaign' ? t('campaign') : text(conversionName(what)),
    /** The quarter or the pod that has what the rate could be. */
    whenOf: ({ when }: LeverRow): string => {
      const [from = '', to] = (when ?? '').split('/');
      return to === undefined ? from : format.months(from, to);
    },
  };
}

export type LeverWords = ReturnType<typeof useLeverWords>;
