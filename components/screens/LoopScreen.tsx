'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { LoopBar } from '#components/controls/LoopBar.tsx';
import { useFormat } from '#components/ui/useFormat.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import { loopOptions } from '#lib/query/loopOptions.ts';
import { parseLoopSelection } from '#lib/view/loop/loopSelection.ts';
import { loopParamsOf } from '#lib/view/loop/loopState.ts';
import { HomeSkeleton } from './home/HomeSkeleton.tsx';
import { LoopBody } from './loop/LoopBody.tsx';
import { NoRevenue } from './loop/NoRevenue.tsx';
import { loopSearch } from './loopSearch.ts';
import { QueryError } from './QueryError.tsx';
import { Views } from './views/Views.tsx';

const LoopPanel = dynamic(() => import('./loop/LoopPanel.tsx').then((one) => one.LoopPanel), {
  ssr: false,
});

/** The right side as a page: one question in the address, one answer, everything drawn from it. */
export function LoopScreen({ facts }: { facts: HomeFacts }) {
  const { slug, calendar } = facts;
  const [state, setState] = useQueryStates(loopSearch, { history: 'push' });
  const format = useFormat(facts);
  const params = useMemo(() => loopParamsOf(state, calendar), [state, calendar]);
  const query = useQuery(loopOptions(slug, params));
  if (query.data?.data.source === 'none') return <NoRevenue slug={slug} />;
  const selection = parseLoopSelection(state.open);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 px-4 py-5 sm:px-8 lg:px-10 print:gap-3 print:p-0">
      <LoopBar
        state={state}
        facts={facts}
        format={format}
        views={<Views page="loop" facts={facts} />}
        onChange={setState}
        onReset={() => setState(null)}
      />
      {query.error ? (
        <QueryError error={query.error} onRetry={() => query.refetch()} />
      ) : query.data ? (
        <LoopBody
          answer={query.data}
          state={state}
          format={format}
          stale={query.isPlaceholderData}
          onChange={setState}
        />
      ) : (
        <HomeSkeleton />
      )}
      {(selection !== null || state.account !== null) && (
        <LoopPanel
          facts={facts}
          selection={selection}
          state={state}
          format={format}
          onChange={setState}
        />
      )}
    </div>
  );
}
