import { queryOptions } from '@tanstack/react-query';
import type { SettingsAnswer } from '#lib/contract/settings.ts';
import { callApi } from './callApi.ts';

/** The organization with its people and their roles. */
export function settingsOptions(org: string) {
  return queryOptions({
    queryKey: ['settings', org],
    queryFn: ({ signal }) => callApi<SettingsAnswer>({ org, path: '/org', signal }),
  });
}
