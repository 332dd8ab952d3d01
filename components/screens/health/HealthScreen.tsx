'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { ButtonLink } from '#components/ui/ButtonLink.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { useFormat } from '#components/ui/useFormat.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import { dataHealthOptions } from '#lib/query/dataHealth.ts';
import { parseDoubt, spanOfHealth, validSince, writeDoubt } from '#lib/view/health/healthState.ts';
import { DataTabs } from '../data/DataTabs.tsx';
import { healthSearch } from '../healthSearch.ts';
import { QueryError } from '../QueryError.tsx';
import { HealthVerdict } from './HealthVerdict.tsx';
import { HeldSection } from './HeldSection.tsx';
import { RestatedSection } from './RestatedSection.tsx';
import { SourcesSection } from './SourcesSection.tsx';
import { StagesSection } from './StagesSection.tsx';

const DoubtPanel = dynamic(() => import('./DoubtPanel.tsx').then((one) => one.DoubtPanel), {
  ssr: false,
});

/** Whether the numbers can be trusted, and what to do where they cannot. */
export function HealthScreen({ facts }: { facts: HomeFacts }) {
  const { slug, calendar } = facts;
  const t = useTranslations('health');
  const format = useFormat(facts);
  const [state, setState] = useQueryStates(healthSearch, { history: 'push' });
  const span = useMemo(() => spanOfHealth(state.span, calendar), [state.span, calendar]);
  const query = useQuery(dataHealthOptions(slug, span));
  const doubt = parseDoubt(state.open);
  const health = query.data;
  return (
    <div className="px-4 py-6 sm:px-8 lg:px-10 print:p-0">
      <DataTabs org={slug} page="health" />
      <header className="mb-6">
        <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-1 text-ink-2">{t('text')}</p>
      </header>
      {query.error ? (
        <QueryError error={query.error} onRetry={() => query.refetch()} />
      ) : !health ? (
        <Waiting />
      ) : health.total.received === 0 ? (
        <EmptyState
          title={t('empty.title')}
          actions={
            <ButtonLink variant="primary" href={`/${slug}/data/imports/new`}>
              {t('empty.action')}
            </ButtonLink>
          }
        >
          {t('empty.text')}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-9" aria-busy={query.isPlaceholderData}>
          <HealthVerdict health={health} format={format} />
          <StagesSection
            health={health}
            span={state.span}
            format={format}
            onSpan={(next) => setState({ span: next })}
            onOpen={(next) => setState({ open: writeDoubt(next), record: null })}
          />
          <SourcesSection
            health={health}
            format={format}
            onHeld={(source) => {
              setState({ source, code: null, file: null, state: 'held' });
              document.getElementById('held')?.scrollIntoView({ block: 'start' });
            }}
          />
          <HeldSection org={slug} state={state} format={format} onChange={setState} />
          <RestatedSection
            org={slug}
            today={calendar.today}
            since={validSince(state.since)}
            format={format}
            onSince={(since) => setState({ since })}
          />
        </div>
      )}
      {doubt && health && (
        <DoubtPanel
          facts={facts}
          doubt={doubt}
          health={health}
          record={state.record}
          format={format}
          onChange={setState}
        />
      )}
    </div>
  );
}

function Waiting() {
  return (
    <div className="grid gap-9" aria-busy="true">
      <Skeleton className="h-16" />
      <Skeleton className="h-88" />
      <Skeleton className="h-40" />
      <Skeleton className="h-64" />
    </div>
  );
}
