import { queryOptions } from '@tanstack/react-query';
import type {
  AnnotationAnswer,
  AnnotationsAnswer,
  WholeAnnotation,
} from '#lib/contract/annotations.ts';
import { callApi } from './callApi.ts';

export function annotationsOptions(org: string) {
  return queryOptions({
    queryKey: ['annotations', org] as const,
    queryFn: ({ signal }) => callApi<AnnotationsAnswer>({ org, path: '/annotations', signal }),
  });
}

/** Keeps a note: a new one without an id. */
export async function putAnnotation(
  org: string,
  id: string | null,
  body: WholeAnnotation,
): Promise<AnnotationAnswer> {
  if (id === null) return callApi({ org, path: '/annotations', method: 'POST', body });
  return callApi({ org, path: `/annotations/${id}`, method: 'PATCH', body });
}

export async function removeAnnotation(org: string, id: string): Promise<AnnotationAnswer> {
  return callApi({ org, path: `/annotations/${id}`, method: 'DELETE' });
}
