import type { QueryClient } from '@tanstack/react-query';
import { createLoader, type SearchParams } from 'nuqs/server';
import type { CriteriaAnswer } from '#lib/contract/criteria.ts';
import { createQueryClient } from '#lib/query/createQueryClient.ts';
import { criteriaOptions } from '#lib/query/criteriaOptions.ts';
import type { ExampleValues } from '#lib/view/definitions/exampleValue.ts';
import { metricExamples } from '#lib/view/definitions/metricExamples.ts';
import type { Metric } from '#lib/view/definitions/metrics.ts';
import { definitionsSearch } from './definitionsSearch.ts';

const loadSearch = createLoader(definitionsSearch);

/** Criteria and worked examples, so that the first byte has the whole page and its anchors. */
export async function prefetchDefinitions(
  slug: string,
  searchParams: Promise<SearchParams>,
  ask: (on: string | null) => Promise<CriteriaAnswer>,
): Promise<{ client: QueryClient; examples: Record<Metric, ExampleValues> }> {
  const client = createQueryClient();
  const { on } = await loadSearch(searchParams);
  await client.prefetchQuery({ ...criteriaOptions(slug, on), queryFn: () => ask(on) });
  return { client, examples: metricExamples() };
}
