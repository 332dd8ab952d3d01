import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OrgSettingsScreen } from '#components/screens/orgs/OrgSettingsScreen.tsx';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { requestLocale } from '#lib/i18n/requestLocale.ts';
import { pageOrgAnswer } from '#lib/reports/pageOrgAnswer.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { orgs } = await loadMessages(await requestLocale());
  return { title: orgs.settings.title };
}

type Props = { params: Promise<{ org: string }> };

export default async function SettingsPage({ params }: Props) {
  const org = await pageOrgAnswer((await params).org);
  if (!org) notFound();
  return <OrgSettingsScreen org={org} now={Date.now()} />;
}
