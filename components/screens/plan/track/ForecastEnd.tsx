'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { WeeksChart } from '#components/charts/plan/WeeksChart.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { planForecastOptions } from '#lib/query/planForecastOptions.ts';
import { weeksSheet } from '#lib/view/plan/forecastRows.ts';
import { MetricHelp } from '../../MetricHelp.tsx';
import { SectionHead } from '../../SectionHead.tsx';
import { ForecastFigures } from './ForecastFigures.tsx';
import type { ForecastPart } from './forecastPart.ts';

const WEEKS = 8;
/** Fewer records behind a rate say only whether it is much or little. */
const LEAST = 20;

/** The projected end of the year with its odds, and how it moved from week to week. */
export function ForecastEnd(part: ForecastPart) {
  const { facts, format, forecast, last, today } = part;
  const t = useTranslations('track.forecast');
  const [show, setShow] = useState<'figure' | 'table'>('figure');
  const box = useRef<HTMLDivElement>(null);
  // The weeks before take longer than what they end in: they come after it.
  const past = useQuery(planForecastOptions(facts.slug, WEEKS));
  const told = past.data?.data.forecast ?? null;
  const thin = forecast.rates.some(({ base }) => base < LEAST);
  return (
    <section aria-labelledby="plan-forecast" className="print-whole">
      <SectionHead
        id="plan-forecast"
        title={t('title')}
        hint={t('hint', { day: format.day(last), on: format.day(today) })}
        show={show}
        onShow={setShow}
        name={`${facts.slug}-forecast`}
        table={told === null ? undefined : () => weeksSheet(told)}
        figure={show === 'figure' && told !== null ? box : null}
      >
        <MetricHelp metric="forecast" org={facts.slug} to={null} label={t('define')} />
      </SectionHead>
      <ForecastFigures {...part} />
      {(thin || forecast.target === null) && (
        <p className="mt-2 text-sm text-ink-2">
          {forecast.target === null && t('noTarget')} {thin && t('thin', { least: LEAST })}
        </p>
      )}
      <div className="mt-4 min-h-[13.5rem]" ref={box}>
        {told === null ? (
          <Skeleton className="h-[13.125rem]" />
        ) : show === 'figure' ? (
          <WeeksChart
            forecast={told}
            label={t('weeks.label')}
            names={[t('weeks.projected'), t('weeks.actual'), t('weeks.target')]}
            format={format}
          />
        ) : (
          <Table label={t('weeks.label')} className="tabular-nums">
            <thead>
              <tr>
                <Th>{t('weeks.week')}</Th>
                <Th numeric>{t('weeks.projected')}</Th>
                <Th numeric>{t('weeks.actual')}</Th>
              </tr>
            </thead>
            <tbody>
              {told.weeks.map(({ as_of, arr, actual }) => (
                <tr key={as_of}>
                  <Th scope="row">{format.day(as_of)}</Th>
                  <Td numeric>{format.money(arr)}</Td>
                  <Td numeric>{format.money(actual)}</Td>
                </tr>
              ))}
            </tbody>
          </Table>
        )}
      </div>
    </section>
  );
}
