import { ApiError } from './ApiError.ts';

/** A file of the API as a blob: a plain link could not say which organization is meant. */
export async function fetchFile(
  org: string,
  path: string,
  params: Record<string, string>,
): Promise<Blob> {
  const response = await fetch(`/api/v1${path}?${new URLSearchParams(params)}`, {
    headers: { 'x-bowtie-org': org },
  }).catch(() => {
    throw new ApiError('offline', 'the server does not answer');
  });
  if (!response.ok) throw new ApiError('internal', `HTTP ${response.status}`);
  return response.blob();
}
