'use client';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { ErrorState } from '#components/ui/ErrorState.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { QuarantinedRow, ReplayAnswer } from '#lib/contract/quarantine.ts';
import { quarantineOptions, replayHeld } from '#lib/query/quarantine.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { type HeldState, heldParams } from '#lib/view/health/heldState.ts';
import { useErrorText } from '../useErrorText.ts';
import { HeldFilters } from './HeldFilters.tsx';
import { HeldTable } from './HeldTable.tsx';
import { MendPanel } from './MendPanel.tsx';
import { UnknownStages } from './UnknownStages.tsx';

type Props = {
  org: string;
  state: HeldState;
  format: Format;
  onChange: (change: Partial<HeldState>) => void;
};

/** Every row that could not be taken: found, mended, tried again. */
export function HeldSection({ org, state, format, onChange }: Props) {
  const t = useTranslations('health.held');
  const errorText = useErrorText();
  const client = useQueryClient();
  const params = heldParams(state);
  const query = useInfiniteQuery(quarantineOptions(org, params));
  const [mending, setMending] = useState<QuarantinedRow | null>(null);
  const [told, setTold] = useState<ReplayAnswer | null>(null);
  const tell = async (answer: ReplayAnswer) => {
    setTold(answer);
    // Whatever came in moves every number.
    await client.invalidateQueries();
  };
  const { state: shown, ...filter } = params;
  const trying = useMutation({ mutationFn: () => replayHeld(org, filter), onSuccess: tell });
  const first = query.data?.pages[0]?.data;
  const rows = query.data?.pages.flatMap((page) => page.data.rows) ?? [];
  return (
    <section aria-labelledby="held" className="scroll-mt-4">
      <h2 id="held" className="text-lg font-semibold tracking-tight">
        {t('title')}
      </h2>
      <p className="mb-3 max-w-[62rem] text-sm text-pretty text-ink-2">{t('text')}</p>
      {query.error && (
        <ErrorState message={errorText(query.error)} onRetry={() => query.refetch()} />
      )}
      {!first && !query.error && <Skeleton className="h-64" />}
      {first && first.total + first.released === 0 && <p className="text-ink-2">{t('none')}</p>}
      {first && first.total + first.released > 0 && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
          {first.stages.length > 0 && (
            <UnknownStages org={org} names={first.stages} format={format} onTold={tell} />
          )}
          <div className="flex flex-wrap items-center gap-2">
            <HeldFilters answer={first} state={state} format={format} onChange={onChange} />
            {shown === 'held' && first.count > 0 && (
              <Button
                size="sm"
                className="ml-auto h-8"
                disabled={trying.isPending}
                onClick={() => trying.mutate()}
              >
                {trying.isPending
                  ? t('trying')
                  : t(first.count === first.total ? 'tryAll' : 'tryShown', {
                      n: format.count(first.count),
                    })}
              </Button>
            )}
          </div>
          <p role="status" className="text-sm text-loop-700 empty:hidden">
            {told && t('told', { ...told, next: '' })}
          </p>
          {trying.error && <ErrorState message={errorText(trying.error)} />}
          {rows.length === 0 ? (
            <p className="text-ink-2">{t(first.total === 0 ? 'none' : 'noneHere')}</p>
          ) : (
            <HeldTable rows={rows} format={format} onMend={setMending} />
          )}
          {query.hasNextPage && (
            <Button
              size="sm"
              className="justify-self-start"
              disabled={query.isFetchingNextPage}
              onClick={() => query.fetchNextPage()}
            >
              {t('more')}
            </Button>
          )}
        </div>
      )}
      {mending && (
        <MendPanel
          org={org}
          row={rows.find((row) => row.id === mending.id) ?? mending}
          onClose={() => setMending(null)}
          onTold={tell}
        />
      )}
    </section>
  );
}
