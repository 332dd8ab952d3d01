'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { OrgAnswer } from '#lib/contract/org.ts';
import { putRates, ratesOptions } from '#lib/query/rateCalls.ts';
import { DataTabs } from '../data/DataTabs.tsx';
import { useErrorText } from '../useErrorText.ts';
import { useRederive } from '../useRederive.ts';
import { RateForm } from './RateForm.tsx';
import { RateTable } from './RateTable.tsx';

/** What a unit of each currency is worth, from which day on. */
export function RatesScreen({ org }: { org: OrgAnswer }) {
  const t = useTranslations('loop.rates');
  const errorText = useErrorText();
  const client = useQueryClient();
  const query = useQuery(ratesOptions(org.slug));
  const { begin } = useRederive(org.slug);
  const taking = useMutation({
    mutationFn: (csv: string) => putRates(org.slug, csv),
    // Every sum of the organization rests on the rates.
    onSuccess: ({ data }) => (data.rederiving ? begin() : client.invalidateQueries()),
  });
  return (
    <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-7 px-4 py-6 sm:px-8 lg:px-10">
      <DataTabs org={org.slug} page="rates" />
      <header className="flex flex-wrap items-start gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1">
          <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
          <p className="mt-1 text-ink-2">{t('text', { currency: org.currency })}</p>
        </div>
      </header>
      <RateForm
        currency={org.currency}
        busy={taking.isPending}
        onRates={(csv) => taking.mutate(csv)}
      />
      <div aria-live="polite" className="empty:hidden">
        {taking.error && <ErrorState message={errorText(taking.error)} />}
        {taking.data && (
          <p className="text-sm text-loop-700">{t('taken', { n: taking.data.data.rates })}</p>
        )}
      </div>
      {query.error ? (
        <ErrorState message={errorText(query.error)} onRetry={() => query.refetch()} />
      ) : query.data ? (
        <RateTable rates={query.data.data} org={org} />
      ) : (
        <Skeleton className="h-56" />
      )}
    </div>
  );
}
