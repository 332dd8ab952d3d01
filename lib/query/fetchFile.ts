import { callFile } from './callApi.ts';

/** A file of the API as a blob: a plain link could not say which organization is meant. */
export function fetchFile(
  org: string,
  path: string,
  params: Record<string, string>,
): Promise<Blob> {
  return callFile({ org, path, params });
}
