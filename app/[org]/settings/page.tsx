import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OrgSettingsScreen } from '#components/screens/orgs/OrgSettingsScreen.tsx';
import { prefetchSettings } from '#components/screens/prefetchSettings.ts';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { requestLocale } from '#lib/i18n/requestLocale.ts';
import { openSettings } from '#lib/reports/openSettings.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { orgs } = await loadMessages(await requestLocale());
  return { title: orgs.settings.title };
}

type Props = { params: Promise<{ org: string }> };

export default async function SettingsPage({ params }: Props) {
  const page = await openSettings((await params).org);
  if (!page) notFound();
  const client = await prefetchSettings(page.org.slug, page.segments);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <OrgSettingsScreen org={page.org} now={Date.now()} />
    </HydrationBoundary>
  );
}
