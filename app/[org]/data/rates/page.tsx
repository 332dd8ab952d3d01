import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RatesScreen } from '#components/screens/rates/RatesScreen.tsx';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { requestLocale } from '#lib/i18n/requestLocale.ts';
import { pageOrgAnswer } from '#lib/reports/pageOrgAnswer.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { loop } = await loadMessages(await requestLocale());
  return { title: loop.rates.title };
}

type Props = { params: Promise<{ org: string }> };

export default async function RatesPage({ params }: Props) {
  const org = await pageOrgAnswer((await params).org);
  if (!org) notFound();
  return <RatesScreen org={org} />;
}
