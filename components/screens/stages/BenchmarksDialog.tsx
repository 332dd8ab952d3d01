'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { benchmarksOptions } from '#lib/query/stagesOptions.ts';
import { useErrorText } from '../useErrorText.ts';
import { BenchmarkForm } from './BenchmarkForm.tsx';

type Props = { org: string; today: string; onClose: () => void };

/** What each conversion is held against: dated, with its source, and open to change. */
export function BenchmarksDialog({ org, today, onClose }: Props) {
  const t = useTranslations('stages.benchmarks');
  const query = useQuery(benchmarksOptions(org));
  const errorText = useErrorText();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t('text')}
      footer={<Button onClick={onClose}>{t('close')}</Button>}
    >
      {query.error ? (
        <ErrorState message={errorText(query.error)} onRetry={() => query.refetch()} />
      ) : query.data === undefined ? (
        <Skeleton className="h-40" />
      ) : (
        <div className="grid max-h-[55dvh] gap-4 overflow-y-auto pr-1">
          {query.data.data.benchmarks.map((one) => (
            <BenchmarkForm
              key={`${one.conversion} ${one.value} ${one.own}`}
              org={org}
              today={today}
              benchmark={one}
            />
          ))}
        </div>
      )}
    </Dialog>
  );
}
