'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { addDays } from '#lib/bowtie/localDay.ts';
import { planForecastOptions } from '#lib/query/planForecastOptions.ts';
import { QueryError } from '../../QueryError.tsx';
import { SectionHead } from '../../SectionHead.tsx';
import type { PlanPart } from '../planPart.ts';
import { ForecastCauses } from './ForecastCauses.tsx';
import { ForecastEnd } from './ForecastEnd.tsx';
import { ForecastParts } from './ForecastParts.tsx';
import type { ForecastPart } from './forecastPart.ts';

/** Where the year ends as things are, what moved that since last week, and what it is made of. */
export function ForecastSection({ facts, state, format, onChange }: PlanPart) {
  const t = useTranslations('track.forecast');
  const query = useQuery(planForecastOptions(facts.slug, 1));
  const { data, error } = query;
  const isThere = data !== undefined;
  useEffect(() => {
    // What the address points at came after the address was read.
    if (isThere) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isThere]);
  if (error) return <QueryError error={error} onRetry={() => query.refetch()} />;
  if (!data) return <Skeleton className="h-[96rem]" />;
  const { forecast } = data.data;
  if (forecast === null) {
    return (
      <section aria-labelledby="plan-forecast">
        <SectionHead
          {...{ id: 'plan-forecast', title: t('title'), hint: t('nothing'), name: '' }}
        />
      </section>
    );
  }
  const known = forecast.parts.some(({ segment }) => segment === state.tier);
  const part: ForecastPart = {
    ...{ facts, state, format, onChange, forecast },
    last: addDays(forecast.end, -1),
    today: forecast.weeks.at(-1)?.as_of ?? forecast.start,
    tier: known ? state.tier : null,
  };
  return (
    <>
      <ForecastEnd {...part} />
      <ForecastCauses {...part} />
      <ForecastParts {...part} />
    </>
  );
}
