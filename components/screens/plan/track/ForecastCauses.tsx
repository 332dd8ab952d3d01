'use client';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { CauseChart } from '#components/charts/plan/CauseChart.tsx';
import { addDays } from '#lib/bowtie/localDay.ts';
import { type CauseStep, causesSheet, forecastCauses } from '#lib/view/plan/forecastCauses.ts';
import { MetricHelp } from '../../MetricHelp.tsx';
import { SectionHead } from '../../SectionHead.tsx';
import { ForecastCausePopover } from './ForecastCausePopover.tsx';
import { ForecastCauseTable } from './ForecastCauseTable.tsx';
import { ForecastSentence } from './ForecastSentence.tsx';
import type { ForecastPart } from './forecastPart.ts';

/** What moved the projection since last week, in words, as a waterfall and to the cent. */
export function ForecastCauses(part: ForecastPart) {
  const { facts, forecast, format, tier } = part;
  const t = useTranslations('track.forecast');
  const [show, setShow] = useState<'figure' | 'table'>('figure');
  const [asked, setAsked] = useState<{ step: CauseStep; anchor: Element } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const view = forecastCauses(forecast, tier);
  const since = forecast.change?.since ?? null;
  if (view === null || since === null) {
    return <p className="text-sm text-ink-2">{t('why.none')}</p>;
  }
  const before = format.day(addDays(since, -1));
  return (
    <section aria-labelledby="plan-why" className="print-whole">
      <SectionHead
        id="plan-why"
        title={t('why.title')}
        hint={t('why.hint', { before })}
        show={show}
        onShow={setShow}
        name={`${facts.slug}-forecast-change`}
        table={() => causesSheet(forecast)}
        figure={show === 'figure' ? box : null}
      >
        <MetricHelp metric="forecastChange" org={facts.slug} to={null} label={t('define')} />
      </SectionHead>
      <ForecastSentence view={view} since={since} format={format} />
      <div ref={box}>
        {show === 'figure' ? (
          <CauseChart
            view={view}
            since={t('why.before', { day: before })}
            format={format}
            onPick={(step, anchor) => setAsked({ step, anchor })}
          />
        ) : (
          <ForecastCauseTable view={view} before={before} format={format} />
        )}
      </div>
      {asked && (
        <ForecastCausePopover {...part} {...{ ...asked, since }} onClose={() => setAsked(null)} />
      )}
    </section>
  );
}
