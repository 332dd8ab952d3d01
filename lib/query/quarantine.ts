import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type {
  QuarantineAnswer,
  QuarantinedRow,
  ReplayAnswer,
  StageMapAnswer,
} from '#lib/contract/quarantine.ts';
import { callApi } from './callApi.ts';

export type HeldParams = { state: 'held' | 'released' } & Partial<
  Record<'code' | 'source' | 'import_id', string>
>;

/** Held rows, page by page; the counts are of the first page. */
export function quarantineOptions(org: string, params: HeldParams) {
  return infiniteQueryOptions({
    queryKey: ['quarantine', org, params] as const,
    queryFn: ({ signal, pageParam }) =>
      callApi<{ data: QuarantineAnswer }>({
        org,
        path: '/quarantine',
        params: { ...params, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.data.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** Tries all rows of a filter again, as many calls as it takes, and sums what came of them. */
export async function replayHeld(
  org: string,
  filter: Omit<HeldParams, 'state'> & { ids?: string[] },
): Promise<ReplayAnswer> {
  const sum = { tried: 0, accepted: 0, duplicates: 0, ignored: 0, held: 0 };
  let after: string | null = null;
  do {
    const { data }: { data: ReplayAnswer } = await callApi<{ data: ReplayAnswer }>({
      ...{ org, path: '/quarantine/replay', method: 'POST' },
      body: { ...filter, ...(after === null ? {} : { after }) },
    });
    for (const part of Object.keys(sum) as (keyof typeof sum)[]) sum[part] += data[part];
    after = data.next;
  } while (after !== null);
  return { ...sum, next: null };
}

export async function mendHeld(
  org: string,
  id: string,
  cells: Record<string, string | null>,
): Promise<QuarantinedRow> {
  const path = `/quarantine/${id}`;
  const body = { cells };
  return (await callApi<{ data: QuarantinedRow }>({ org, path, method: 'PATCH', body })).data;
}

export async function putStageMap(
  org: string,
  stages: Record<string, string | null>,
): Promise<StageMapAnswer> {
  const call = { org, path: '/stage-map', method: 'PUT', body: { stages } } as const;
  return (await callApi<{ data: StageMapAnswer }>(call)).data;
}
