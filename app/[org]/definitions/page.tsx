import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DefinitionsScreen } from '#components/screens/DefinitionsScreen.tsx';
import { prefetchDefinitions } from '#components/screens/prefetchDefinitions.ts';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { requestLocale } from '#lib/i18n/requestLocale.ts';
import { openDefinitions } from '#lib/reports/openDefinitions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadMessages(await requestLocale())).definitions.title };
}

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function DefinitionsPage({ params, searchParams }: Props) {
  const page = await openDefinitions((await params).org, new Date());
  if (!page) notFound();
  const { client, examples } = await prefetchDefinitions(page.org.slug, searchParams, page.ask);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <DefinitionsScreen org={page.org} examples={examples} />
    </HydrationBoundary>
  );
}
