import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { notFound } from 'next/navigation';
import { BowtieScreen } from '#components/screens/BowtieScreen.tsx';
import { prefetchHome } from '#components/screens/prefetchHome.ts';
import { openHome } from '#lib/reports/openHome.ts';
import { followView } from './followView.ts';

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function HomePage({ params, searchParams }: Props) {
  const home = await openHome((await params).org, new Date());
  if (!home) notFound();
  const desk = await followView('home', home, searchParams);
  const client = await prefetchHome(home, searchParams, desk);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <BowtieScreen facts={home.facts} />
    </HydrationBoundary>
  );
}
