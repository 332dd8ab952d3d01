import { queryOptions } from '@tanstack/react-query';
import type { HeldAnswer } from '#lib/contract/heldRows.ts';
import type { ImportAnswer } from '#lib/contract/ingest.ts';
import type { PreviewAnswer, PreviewBody } from '#lib/contract/uploads.ts';
import { callApi } from './callApi.ts';

const POLL = 700;

/** Whether an import is still under way. */
export function isLive({ status }: Pick<ImportAnswer, 'status'>): boolean {
  return status === 'queued' || status === 'running';
}

/** The newest imports of an organization; asked again while one is under way. */
export function importsOptions(org: string) {
  return queryOptions({
    queryKey: ['imports', org] as const,
    queryFn: ({ signal }) =>
      callApi<{ data: { imports: ImportAnswer[] } }>({ org, path: '/imports', signal }),
    select: (answer) => answer.data.imports,
    refetchInterval: ({ state }) => (state.data?.data.imports.some(isLive) ? POLL * 2 : false),
    staleTime: 0,
  });
}

export function importOptions(org: string, id: string) {
  return queryOptions({
    queryKey: ['import', org, id] as const,
    queryFn: ({ signal }) =>
      callApi<{ data: ImportAnswer }>({ org, path: `/imports/${id}`, signal }),
    select: (answer) => answer.data,
    refetchInterval: ({ state }) => (state.data && isLive(state.data.data) ? POLL : false),
    staleTime: 0,
  });
}

/** The quarantined rows by code; `count` is part of the key, because a resumed run adds to them. */
export function heldRowsOptions(org: string, id: string, count: number) {
  return queryOptions({
    queryKey: ['held', org, id, count] as const,
    queryFn: ({ signal }) =>
      callApi<{ data: HeldAnswer }>({ org, path: `/imports/${id}/held`, signal }),
    select: (answer) => answer.data,
  });
}

/** What the first rows of an upload would become; the last answer stays while a new one comes. */
export function previewOptions(org: string, uploadId: string, body: PreviewBody | null) {
  return queryOptions({
    queryKey: ['preview', org, uploadId, body] as const,
    queryFn: ({ signal }) =>
      callApi<{ data: PreviewAnswer }>({
        org,
        path: `/uploads/${uploadId}/preview`,
        method: 'POST',
        body,
        signal,
      }),
    select: (answer) => answer.data,
    enabled: body !== null,
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
