import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { BenchmarkBody, BenchmarksAnswer } from '#lib/contract/benchmarks.ts';
import type {
  AgesAnswer,
  BottlenecksAnswer,
  ChangeAnswer,
  GroupsAnswer,
  HandOffsAnswer,
  StayAnswer,
} from '#lib/contract/stages.ts';
import { callApi } from './callApi.ts';

type Answers = {
  ages: AgesAnswer;
  stay: StayAnswer;
  groups: GroupsAnswer;
  'hand-offs': HandOffsAnswer;
  change: ChangeAnswer;
  bottlenecks: BottlenecksAnswer;
};

/** One question of the page Stages; the last answer stays in sight while the next comes. */
export function stagesOptions<K extends keyof Answers>(
  org: string,
  question: K,
  params: Record<string, string>,
) {
  return queryOptions({
    queryKey: ['stages', org, question, params] as const,
    queryFn: ({ signal }) =>
      callApi<Answers[K]>({ org, path: `/stages/${question}`, params, signal }),
    placeholderData: keepPreviousData,
  });
}

export function benchmarksOptions(org: string) {
  return queryOptions({
    queryKey: ['benchmarks', org] as const,
    queryFn: ({ signal }) => callApi<BenchmarksAnswer>({ org, path: '/benchmarks', signal }),
  });
}

export async function putBenchmark(org: string, body: BenchmarkBody): Promise<BenchmarksAnswer> {
  return callApi({ org, path: '/benchmarks', method: 'PUT', body });
}

export async function resetBenchmark(org: string, conversion: string): Promise<BenchmarksAnswer> {
  const path = `/benchmarks/${encodeURIComponent(conversion)}`;
  return callApi({ org, path, method: 'DELETE' });
}
