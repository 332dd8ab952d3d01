'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { ratio } from '#lib/bowtie/ratio.ts';
import type { StayAnswer } from '#lib/contract/stages.ts';
import { QuartileMarks } from './QuartileMarks.tsx';
import { RateText } from './RateText.tsx';
import type { StagePart } from './stagePart.ts';

type Props = StagePart & { data: StayAnswer['data'] };

/** The quartiles, and the three shares: skipped, fallen back, stuck; each opens its records. */
export function StayFacts({ data, ...part }: Props) {
  const { conversion, format, onDrill } = part;
  const t = useTranslations('stages.stay');
  const { stuck, base, implied, advanced, regressed } = data;
  const [stage = ''] = conversion.split('>');
  const count = format.count;
  const stuckHint =
    stuck.limit_days === null
      ? t('noLimit')
      : t('stuckHint', {
          n: count(stuck.count),
          stock: count(stuck.stock),
          limit: format.days(stuck.limit_days),
        });
  return (
    <div className="grid grid-cols-1 gap-3">
      <QuartileMarks data={data} {...part} />
      <dl className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <Fact
          name={t('skipped')}
          hint={t('skippedHint', { n: count(implied), base: count(base) })}
          onOpen={() => onDrill(conversion, { set: 'skipped' })}
        >
          <RateText rate={ratio(implied, base)} base={base} format={format} />
        </Fact>
        <Fact
          name={t('regressed')}
          hint={t('regressedHint', { n: count(regressed), base: count(advanced) })}
          onOpen={() => onDrill(conversion, { set: 'regressed', window_days: '' })}
        >
          <RateText rate={ratio(regressed, advanced)} base={advanced} format={format} />
        </Fact>
        <Fact
          name={t('stuck')}
          hint={stuckHint}
          onOpen={() => onDrill(conversion, { set: 'stuck' })}
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
        <Button size="sm" onClick={() => onDrill(stage, { clock: 'snapshot' })}>
          {t('openStock')}
        </Button>
      </div>
    </div>
  );
}

type FactProps = { name: string; hint: string; onOpen: () => void; children: ReactNode };

function Fact({ name, hint, onOpen, children }: FactProps) {
  return (
    <div className="rounded-xl border border-line bg-surface px-4 py-3">
      <dt className="text-sm text-ink-2">{name}</dt>
      <dd>
        <NumberButton className="relative text-xl font-semibold" onClick={onOpen}>
          <span className="sr-only">{`${name}: `}</span>
          {children}
        </NumberButton>
      </dd>
      <dd className="text-xs text-ink-2">{hint}</dd>
    </div>
  );
}
