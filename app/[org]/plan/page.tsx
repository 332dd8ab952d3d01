import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PlanScreen } from '#components/screens/PlanScreen.tsx';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { requestLocale } from '#lib/i18n/requestLocale.ts';
import { openHome } from '#lib/reports/openHome.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadMessages(await requestLocale())).plan.title };
}

type Props = { params: Promise<{ org: string }> };

export default async function PlanPage({ params }: Props) {
  const home = await openHome((await params).org, new Date());
  if (!home) notFound();
  return <PlanScreen facts={home.facts} />;
}
