import type { QueryClient } from '@tanstack/react-query';
import type { Desk } from '#lib/contract/desk.ts';
import { annotationsOptions } from '#lib/query/annotationCalls.ts';
import { viewsOptions } from '#lib/query/viewCalls.ts';

/** Views and notes are there with the first byte: nothing moves when they come. */
export function layDesk(client: QueryClient, slug: string, desk: Desk): void {
  client.setQueryData(viewsOptions(slug).queryKey, desk.views);
  client.setQueryData(annotationsOptions(slug).queryKey, desk.annotations);
}
