'use client';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { timelineOptions } from '#lib/query/timelineOptions.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { useErrorText } from '../useErrorText.ts';
import { TimelineEntries } from './TimelineEntries.tsx';
import { TimelineEvents } from './TimelineEvents.tsx';

type Props = { org: string; recordId: string; format: Format; onBack: () => void };

/** One record from its first event on: what was received, and what was derived from it. */
export function Timeline({ org, recordId, format, onBack }: Props) {
  const t = useTranslations('records');
  const query = useQuery(timelineOptions(org, recordId));
  const errorText = useErrorText();
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
      <Button size="sm" variant="ghost" className="-ml-2 mb-3" onClick={onBack}>
        <ArrowLeft aria-hidden className="size-3.5" />
        {t('back')}
      </Button>
      {query.error ? (
        <ErrorState message={errorText(query.error)} onRetry={() => query.refetch()} />
      ) : query.data ? (
        <div className="grid grid-cols-1 gap-7">
          <TimelineEvents events={query.data.data.events} format={format} />
          <TimelineEntries entries={query.data.data.entries} format={format} />
        </div>
      ) : (
        <Skeleton className="h-72" />
      )}
    </div>
  );
}
