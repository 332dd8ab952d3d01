'use client';
import { useTranslations } from 'next-intl';
import { isTooLong } from '#lib/view/plan/settings.ts';
import type { PlanPart } from '../planPart.ts';

/** So much is set by hand that a link to it may be cut: a scenario has a short one. */
export function LongAddress({ state }: Pick<PlanPart, 'state'>) {
  const t = useTranslations('planInputs.row');
  if (!isTooLong(state.set)) return null;
  return (
    <p role="status" className="text-xs text-pretty text-warn-600">
      {t('long')}
    </p>
  );
}
