import type { QueryClient } from '@tanstack/react-query';
import type { BowtieAnswer } from '#lib/contract/bowtie.ts';
import type { Desk } from '#lib/contract/desk.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import { bowtieOptions } from '#lib/query/bowtieOptions.ts';
import { createQueryClient } from '#lib/query/createQueryClient.ts';
import { layDesk } from './layDesk.ts';

type Params = Record<string, string>;
export type AskBowtie = (params: Params) => Promise<BowtieAnswer>;

/** The bowtie that a page is laid out by, so that the first byte has it. */
export async function prefetchBowtie(
  { slug, calendar }: HomeFacts,
  desk: Desk,
  { ask, params }: { ask: AskBowtie; params: () => Promise<Params> },
): Promise<QueryClient> {
  const client = createQueryClient();
  layDesk(client, slug, desk);
  if (calendar.dataThrough === null) return client;
  const asked = await params();
  await client.prefetchQuery({ ...bowtieOptions(slug, asked), queryFn: () => ask(asked) });
  return client;
}
