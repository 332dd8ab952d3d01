import type { QueryClient } from '@tanstack/react-query';
import type { SegmentsAnswer } from '#lib/contract/segments.ts';
import { createQueryClient } from '#lib/query/createQueryClient.ts';
import { segmentsOptions } from '#lib/query/segmentsOptions.ts';

/** The values that came in, so that nothing moves when they do. */
export async function prefetchSettings(
  slug: string,
  ask: () => Promise<SegmentsAnswer>,
): Promise<QueryClient> {
  const client = createQueryClient();
  const queryFn = async () => ({ data: await ask() });
  await client.prefetchQuery({ ...segmentsOptions(slug), queryFn });
  return client;
}
