import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ImportScreen } from '#components/screens/imports/ImportScreen.tsx';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { requestLocale } from '#lib/i18n/requestLocale.ts';
import { pageOrgAnswer } from '#lib/reports/pageOrgAnswer.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { imports } = await loadMessages(await requestLocale());
  return { title: imports.title };
}

type Props = { params: Promise<{ org: string; id: string }> };

export default async function ImportPage({ params }: Props) {
  const { org: slug, id } = await params;
  const org = await pageOrgAnswer(slug);
  if (!org) notFound();
  return <ImportScreen org={org} id={id} />;
}
