import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { prefetchStages } from '#components/screens/prefetchStages.ts';
import { StagesScreen } from '#components/screens/StagesScreen.tsx';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { requestLocale } from '#lib/i18n/requestLocale.ts';
import { openHome } from '#lib/reports/openHome.ts';
import { followView } from '../followView.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadMessages(await requestLocale())).stages.title };
}

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function StagesPage({ params, searchParams }: Props) {
  const home = await openHome((await params).org, new Date());
  if (!home) notFound();
  const desk = await followView('stages', home, searchParams);
  const client = await prefetchStages(home, searchParams, desk);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <StagesScreen facts={home.facts} />
    </HydrationBoundary>
  );
}
