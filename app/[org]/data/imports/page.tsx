import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImportsScreen } from '#components/screens/imports/ImportsScreen.tsx';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { requestLocale } from '#lib/i18n/requestLocale.ts';
import { pageOrgAnswer } from '#lib/reports/pageOrgAnswer.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { imports } = await loadMessages(await requestLocale());
  return { title: imports.title };
}

type Props = { params: Promise<{ org: string }> };

export default async function ImportsPage({ params }: Props) {
  const org = await pageOrgAnswer((await params).org);
  if (!org) notFound();
  return <ImportsScreen org={org} />;
}
