import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PlanScreen } from '#components/screens/PlanScreen.tsx';
import { prefetchPlan } from '#components/screens/prefetchPlan.ts';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { requestLocale } from '#lib/i18n/requestLocale.ts';
import { openHome } from '#lib/reports/openHome.ts';
import { followView } from '../followView.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadMessages(await requestLocale())).plan.title };
}

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PlanPage({ params, searchParams }: Props) {
  const home = await openHome((await params).org, new Date());
  if (!home) notFound();
  const desk = await followView('plan', home, searchParams);
  const client = await prefetchPlan(home, desk, searchParams);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <PlanScreen facts={home.facts} />
    </HydrationBoundary>
  );
}
