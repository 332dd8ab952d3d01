import { callFile } from './callApi.ts';

/** A plan as a file, made by the server. */
export function planFile(
  org: string,
  params: { format: string; locale: string },
  body: object,
): Promise<Blob> {
  return callFile({ org, path: '/plans/export', params, method: 'POST', body });
}
