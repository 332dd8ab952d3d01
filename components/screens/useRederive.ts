'use client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { RederiveAnswer } from '#lib/contract/rederive.ts';
import { rederiveOptions } from '#lib/query/rederiveOptions.ts';

const BEGUN: RederiveAnswer = { rederiving: true, changes: [], records: null };

/** Whether changed settings are on their way, how far they are, and how to say that they began. */
export function useRederive(org: string, known = false) {
  const client = useQueryClient();
  const { data } = useQuery(rederiveOptions(org, known));
  const begin = useCallback(() => {
    client.setQueryData(rederiveOptions(org).queryKey, { data: BEGUN });
  }, [client, org]);
  const running = data?.changes.find((one) => one.status === 'running');
  const share = running && running.total > 0 ? running.records / running.total : null;
  return { rederiving: data?.rederiving ?? known, running: running ?? null, share, begin };
}
