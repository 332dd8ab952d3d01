import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PlanScreen } from '#components/screens/PlanScreen.tsx';
import { prefetchTrack } from '#components/screens/prefetchTrack.ts';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { requestLocale } from '#lib/i18n/requestLocale.ts';
import { createQueryClient } from '#lib/query/createQueryClient.ts';
import { openHome } from '#lib/reports/openHome.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadMessages(await requestLocale())).plan.title };
}

type Props = { params: Promise<{ org: string }> };

export default async function PlanPage({ params }: Props) {
  const home = await openHome((await params).org, new Date());
  if (!home) notFound();
  const client = createQueryClient();
  await prefetchTrack(client, home.facts, home.track);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PlanScreen facts={home.facts} />
    </HydrationBoundary>
  );
}
