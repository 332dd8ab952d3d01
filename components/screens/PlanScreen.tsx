'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useQueryStates } from 'nuqs';
import { useFormat } from '#components/ui/useFormat.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import { planDefaultsOptions } from '#lib/query/planDefaultsOptions.ts';
import { scenariosOptions } from '#lib/query/scenarioCalls.ts';
import { planMonths, planStart } from '#lib/view/plan/planState.ts';
import { parseDrill } from '#lib/view/records/drill.ts';
import { HomeSkeleton } from './home/HomeSkeleton.tsx';
import { PlanBody } from './plan/PlanBody.tsx';
import { planSearch } from './planSearch.ts';
import { QueryError } from './QueryError.tsx';

const CountedRecords = dynamic(
  () => import('./records/CountedRecords.tsx').then((one) => one.CountedRecords),
  { ssr: false },
);

/** The page has no filters: what was drilled into says all. */
const EVERYTHING = {};

/** From one sentence to dated, staffed targets: measured once, then reckoned in the page. */
export function PlanScreen({ facts }: { facts: HomeFacts }) {
  const [state, setState] = useQueryStates(planSearch, { history: 'replace', throttleMs: 250 });
  const format = useFormat(facts);
  const drill = parseDrill(state.open);
  const scenarios = useQuery(scenariosOptions(facts.slug));
  const saved = scenarios.data?.data.scenarios.find(({ id }) => id === state.scenario) ?? null;
  const start = planStart(state.start ?? saved?.inputs.plan.start ?? null, facts.calendar);
  const months = planMonths(state.months ?? saved?.inputs.plan.months ?? null);
  const query = useQuery({
    ...planDefaultsOptions(facts.slug, start, months),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6 px-4 py-5 sm:px-8 lg:px-10 print:gap-3 print:p-0">
      {query.error ? (
        <QueryError error={query.error} onRetry={() => query.refetch()} />
      ) : query.data && !(state.scenario !== null && scenarios.isPending) ? (
        <PlanBody
          facts={facts}
          answer={query.data}
          saved={saved}
          stale={query.isPlaceholderData}
          state={{ ...state, months }}
          format={format}
          onChange={setState}
        />
      ) : (
        <HomeSkeleton />
      )}
      {drill && (
        <CountedRecords
          facts={facts}
          drill={drill}
          scope={EVERYTHING}
          state={state}
          format={format}
          onChange={setState}
        />
      )}
    </div>
  );
}
