'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { addDays } from '#lib/bowtie/localDay.ts';
import { planForecastOptions } from '#lib/query/planForecastOptions.ts';
import { planTrackOptions } from '#lib/query/planTrackOptions.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { signedMoney } from '#lib/view/plan/signedMoney.ts';

/** Where the year ends and what a week changed, in a line; quiet where no plan is published. */
export function ForecastLine({ org, format }: { org: string; format: Format }) {
  const t = useTranslations('track.forecast');
  const track = useQuery(planTrackOptions(org));
  const published = (track.data?.data.track ?? null) !== null;
  const { data, isPending } = useQuery({ ...planForecastOptions(org, 1), enabled: published });
  if (!published) return null;
  const forecast = data?.data.forecast ?? null;
  // Its place is kept while it is reckoned, so that nothing moves when it comes.
  if (forecast === null) {
    return isPending ? (
      <p className="mt-1.5 min-h-11 text-sm text-ink-3 sm:min-h-6">{t('homeLoading')}</p>
    ) : null;
  }
  const { change } = forecast;
  const day = format.day(addDays(forecast.end, -1));
  const arr = format.shortMoney(forecast.arr);
  return (
    <p className="mt-1.5 min-h-11 text-sm tabular-nums sm:min-h-6">
      {change === null
        ? t('homeFirst', { day, arr })
        : t('home', {
            ...{ day, arr, since: format.day(change.since) },
            change: signedMoney(change.change, format),
          })}{' '}
      <Link
        href={`/${org}/plan#plan-why`}
        className="inline-flex min-h-6 items-center underline hover:text-ink print:hidden"
      >
        {t('homeWhy')}
      </Link>
    </p>
  );
}
