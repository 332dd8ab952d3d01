'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import type { StayAnswer } from '#lib/contract/stages.ts';
import type { StagePart } from './stagePart.ts';

type Props = StagePart & { data: StayAnswer['data'] };

/** The quartiles of the measured times: each opens those that were faster, `n` all of them. */
export function QuartileMarks({ data, conversion, format, onDrill }: Props) {
  const t = useTranslations('stages.stay');
  const { n, ...days } = data.days;
  if (days.p50 === null) return <p className="text-sm">{t('noQuartiles')}</p>;
  const marks = (['p25', 'p50', 'p75'] as const).flatMap((name) => {
    const value = days[name];
    return value === null ? [] : [{ name, value }];
  });
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {marks.map(({ name, value }) => (
        <div key={name} className="flex gap-1.5">
          <dt className="text-ink-2">{t(name)}</dt>
          <dd>
            <NumberButton
              className="font-medium"
              aria-label={`${format.days(value)}. ${t('openFaster', { days: format.days(value) })}`}
              onClick={() => onDrill(conversion, { set: 'timed', days_to: value.toFixed(9) })}
            >
              {format.days(value)}
            </NumberButton>
          </dd>
        </div>
      ))}
      <div className="flex gap-1.5">
        <dt className="text-ink-2">{t('measured')}</dt>
        <dd>
          <NumberButton
            className="font-medium"
            onClick={() => onDrill(conversion, { set: 'timed' })}
          >
            {format.count(n)}
          </NumberButton>
        </dd>
      </div>
    </dl>
  );
}
