import type { ReadingBody, StartBody, UploadAnswer } from '#lib/contract/uploads.ts';
import { callApi } from './callApi.ts';

/** Reads an upload again with another encoding, delimiter or header. */
export async function sniffAgain(
  org: string,
  uploadId: string,
  body: ReadingBody,
): Promise<UploadAnswer> {
  const path = `/uploads/${uploadId}/sniff`;
  return (await callApi<{ data: UploadAnswer }>({ org, path, method: 'POST', body })).data;
}

export async function startImport(
  org: string,
  uploadId: string,
  body: StartBody,
): Promise<{ id: string }> {
  const path = `/uploads/${uploadId}/import`;
  return (await callApi<{ data: { id: string } }>({ org, path, method: 'POST', body })).data;
}

export async function cancelImport(org: string, id: string): Promise<void> {
  await callApi<unknown>({ org, path: `/imports/${id}/cancel`, method: 'POST' });
}

export async function resumeImport(org: string, id: string): Promise<void> {
  await callApi<unknown>({ org, path: `/imports/${id}/resume`, method: 'POST' });
}
