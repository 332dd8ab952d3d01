import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { LoopScreen } from '#components/screens/LoopScreen.tsx';
import { prefetchLoop } from '#components/screens/prefetchLoop.ts';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { requestLocale } from '#lib/i18n/requestLocale.ts';
import { openLoop } from '#lib/reports/openLoop.ts';
import { followView } from '../followView.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadMessages(await requestLocale())).loop.title };
}

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function LoopPage({ params, searchParams }: Props) {
  const loop = await openLoop((await params).org, new Date());
  if (!loop) notFound();
  const desk = await followView('loop', loop, searchParams);
  const client = await prefetchLoop(loop, searchParams, desk);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <LoopScreen facts={loop.facts} />
    </HydrationBoundary>
  );
}
