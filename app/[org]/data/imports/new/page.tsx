import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NewImportScreen } from '#components/screens/imports/NewImportScreen.tsx';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { requestLocale } from '#lib/i18n/requestLocale.ts';
import { pageOrgAnswer } from '#lib/reports/pageOrgAnswer.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { imports } = await loadMessages(await requestLocale());
  return { title: imports.new.title };
}

type Props = { params: Promise<{ org: string }> };

export default async function NewImportPage({ params }: Props) {
  const org = await pageOrgAnswer((await params).org);
  if (!org) notFound();
  return <NewImportScreen org={org} now={Date.now()} />;
}
