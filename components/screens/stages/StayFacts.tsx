'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { ratio } from '#lib/bowtie/ratio.ts';
import type { StayAnswer } from '#lib/contract/stages.ts';
import { RateText } from './RateText.tsx';
import type { StagePart } from './stagePart.ts';

type Props = StagePart & { data: StayAnswer['data'] };

/** Quartiles in a sentence, and the three shares: skipped, fallen back, stuck. */
export function StayFacts({ data, conversion, format, onDrill }: Props) {
  const t = useTranslations('stages.stay');
  const { days, stuck, base, implied, advanced, regressed } = data;
  const [stage = ''] = conversion.split('>');
  const openStock = () =>
    onDrill({ open: stage, outcome: null, record: null, narrow: { clock: 'snapshot' } });
  const count = format.count;
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-sm">
        {days.p50 === null
          ? t('noQuartiles')
          : t('quartiles', {
              p25: format.days(days.p25),
              p50: format.days(days.p50),
              p75: format.days(days.p75),
              n: count(days.n),
            })}
      </p>
      <dl className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <Fact name={t('skipped')} hint={t('skippedHint', { n: count(implied), base: count(base) })}>
          <RateText rate={ratio(implied, base)} base={base} format={format} />
        </Fact>
        <Fact
          name={t('regressed')}
          hint={t('regressedHint', { n: count(regressed), base: count(advanced) })}
        >
          <RateText rate={ratio(regressed, advanced)} base={advanced} format={format} />
        </Fact>
        <Fact
          name={t('stuck')}
          hint={
            stuck.limit_days === null
              ? t('noLimit')
              : t('stuckHint', {
                  n: count(stuck.count),
                  stock: count(stuck.stock),
                  limit: format.days(stuck.limit_days),
                })
          }
        >
          {count(stuck.count)}{' '}
          {stuck.count > 0 && (
            <span className="text-sm font-normal text-ink-2">
              {t('worth', { amount: format.shortMoney(stuck.amount) })}
            </span>
          )}
        </Fact>
      </dl>
      <div>
        <Button size="sm" onClick={openStock}>
          {t('openStock')}
        </Button>
      </div>
    </div>
  );
}

type FactProps = { name: string; hint: string; children: ReactNode };

function Fact({ name, hint, children }: FactProps) {
  return (
    <div className="rounded-xl border border-line bg-surface px-4 py-3">
      <dt className="text-sm text-ink-2">{name}</dt>
      <dd className="text-xl font-semibold">{children}</dd>
      <dd className="text-xs text-ink-2">{hint}</dd>
    </div>
  );
}
