'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import type { RecurringShare as Share } from '#lib/contract/loop.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { openOneOff } from '#lib/view/loop/loopSelection.ts';
import { MetricHelp } from '../MetricHelp.tsx';

type Props = { share: Share | null; org: string; format: Format; onOpen: (open: string) => void };

/** Which part of the revenue recurs, or why that is not said. */
export function RecurringShare({ share, org, format, onOpen }: Props) {
  const t = useTranslations('loop.growth');
  const whole = share?.whole ?? null;
  return (
    <div className="mt-2 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-sm">
      <MetricHelp metric="recurringShare" org={org} to={whole?.to ?? null} />
      {whole === null || share === null ? (
        <p className="text-ink-3">{t('share')}</p>
      ) : (
        <>
          <p>
            <b className="text-base font-semibold">{format.percent(whole.share)}</b>{' '}
            {t('recurringOf', { recurring: format.money(whole.recurring) })}
          </p>
          <NumberButton onClick={() => onOpen(openOneOff(whole))}>
            {t('oneOffOf', { amount: format.money(whole.one_off) })}
          </NumberButton>
          {share.unconverted > 0 && (
            <p className="text-ink-3">{t('oneOffLeft', { n: share.unconverted })}</p>
          )}
        </>
      )}
    </div>
  );
}
