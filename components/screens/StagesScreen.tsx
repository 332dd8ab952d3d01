'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useQueryStates } from 'nuqs';
import { FilterBar } from '#components/controls/FilterBar.tsx';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { useFormat } from '#components/ui/useFormat.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import { bowtieOptions } from '#lib/query/bowtieOptions.ts';
import { parseDrill, writeDrill } from '#lib/view/records/drill.ts';
import { asCohort, questionParams } from '#lib/view/stages/stagesState.ts';
import { NoEvents } from './home/NoEvents.tsx';
import { QueryError } from './QueryError.tsx';
import { StagesBody } from './stages/StagesBody.tsx';
import type { OpenRecords } from './stages/stagePart.ts';
import { stagesSearch } from './stagesSearch.ts';
import { Views } from './views/Views.tsx';

const CountedRecords = dynamic(
  () => import('./records/CountedRecords.tsx').then((module) => module.CountedRecords),
  { ssr: false },
);

/** The analyst's page: one conversion taken apart, and what its gaps cost. */
export function StagesScreen({ facts }: { facts: HomeFacts }) {
  const { slug, calendar } = facts;
  const t = useTranslations('stages');
  const [found, setState] = useQueryStates(stagesSearch, { history: 'push' });
  const state = asCohort(found);
  const drill = parseDrill(state.open);
  const openRecords: OpenRecords = (what, narrow, { outcome = null, record = null } = {}) =>
    setState({ open: writeDrill(what, narrow), outcome, record });
  const format = useFormat(facts);
  const query = useQuery({
    ...bowtieOptions(slug, questionParams(state, calendar)),
    enabled: calendar.dataThrough !== null,
  });
  if (calendar.dataThrough === null) return <NoEvents slug={slug} />;
  return (
    <div className="grid grid-cols-1 gap-6 px-4 py-5 sm:px-8 lg:px-10 print:gap-3 print:p-0">
      <h1 className="text-2xl font-semibold tracking-tight">{t('title')}</h1>
      <FilterBar
        cohortOnly
        state={state}
        facts={facts}
        format={format}
        views={<Views page="stages" facts={facts} />}
        onChange={setState}
        onReset={() => setState(null)}
      />
      {query.error ? (
        <QueryError error={query.error} onRetry={() => query.refetch()} />
      ) : query.data ? (
        <StagesBody
          answer={query.data}
          stale={query.isPlaceholderData}
          facts={facts}
          state={state}
          format={format}
          onChange={setState}
          onDrill={openRecords}
        />
      ) : (
        <Skeleton className="h-96" />
      )}
      {drill && (
        <CountedRecords
          facts={facts}
          drill={drill}
          scope={questionParams(state, calendar)}
          state={state}
          format={format}
          onChange={setState}
        />
      )}
    </div>
  );
}
