'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { FilterBar } from '#components/controls/FilterBar.tsx';
import { useFormat } from '#components/ui/useFormat.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import { bowtieOptions } from '#lib/query/bowtieOptions.ts';
import { scopeParams, segmentParamsOf } from '#lib/view/homeState.ts';
import { isNarrow, parseDrill } from '#lib/view/records/drill.ts';
import { HomeBody } from './home/HomeBody.tsx';
import { HomeSkeleton } from './home/HomeSkeleton.tsx';
import { NoEvents } from './home/NoEvents.tsx';
import { Restated } from './home/Restated.tsx';
import { homeSearch } from './homeSearch.ts';
import { QueryError } from './QueryError.tsx';
import { Views } from './views/Views.tsx';

const RecordsPanel = dynamic(
  () => import('./records/RecordsPanel.tsx').then((module) => module.RecordsPanel),
  { ssr: false },
);

/** The home page: one question in the address, one answer, everything drawn from it. */
export function BowtieScreen({ facts }: { facts: HomeFacts }) {
  const { slug, calendar } = facts;
  const [state, setState] = useQueryStates(homeSearch, { history: 'push' });
  const format = useFormat(facts);
  const params = useMemo(() => segmentParamsOf(state, calendar), [state, calendar]);
  const query = useQuery({
    ...bowtieOptions(slug, params),
    enabled: calendar.dataThrough !== null,
  });
  if (calendar.dataThrough === null) return <NoEvents slug={slug} />;
  const drill = parseDrill(state.open);
  return (
    <div className="grid grid-cols-1 gap-6 px-4 py-5 sm:px-8 lg:px-10 print:gap-3 print:p-0">
      <FilterBar
        state={state}
        facts={facts}
        format={format}
        views={<Views page="home" facts={facts} />}
        onChange={setState}
        onReset={() => setState(null)}
      />
      {query.error ? (
        <QueryError error={query.error} onRetry={() => query.refetch()} />
      ) : query.data ? (
        <HomeBody
          answer={query.data}
          facts={facts}
          state={state}
          format={format}
          stale={query.isPlaceholderData}
          onChange={setState}
        />
      ) : (
        <HomeSkeleton />
      )}
      {query.data && <Restated slug={slug} asOf={query.data.meta.as_of} format={format} />}
      {drill && (
        <RecordsPanel
          facts={facts}
          drill={drill}
          scope={scopeParams(state, calendar)}
          outcome={state.outcome}
          record={state.record}
          total={isNarrow(drill) ? null : (query.data?.data.total ?? null)}
          format={format}
          onChange={setState}
        />
      )}
    </div>
  );
}
