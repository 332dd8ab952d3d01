import { queryOptions } from '@tanstack/react-query';
import type { ViewAnswer, ViewBody, ViewChanges, ViewsAnswer } from '#lib/contract/views.ts';
import { callApi } from './callApi.ts';

export function viewsOptions(org: string) {
  return queryOptions({
    queryKey: ['views', org] as const,
    queryFn: ({ signal }) => callApi<ViewsAnswer>({ org, path: '/views', signal }),
  });
}

export async function saveView(org: string, body: ViewBody): Promise<ViewAnswer> {
  return callApi({ org, path: '/views', method: 'POST', body });
}

export async function changeView(org: string, id: string, body: ViewChanges): Promise<ViewAnswer> {
  return callApi({ org, path: `/views/${id}`, method: 'PATCH', body });
}

export async function removeView(org: string, id: string): Promise<ViewAnswer> {
  return callApi({ org, path: `/views/${id}`, method: 'DELETE' });
}

export async function setDefaultView(org: string, id: string, on: boolean): Promise<ViewAnswer> {
  return callApi({ org, path: `/views/${id}/default`, method: on ? 'PUT' : 'DELETE' });
}
