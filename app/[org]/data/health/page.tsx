import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { HealthScreen } from '#components/screens/health/HealthScreen.tsx';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { requestLocale } from '#lib/i18n/requestLocale.ts';
import { openHome } from '#lib/reports/openHome.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { health } = await loadMessages(await requestLocale());
  return { title: health.title };
}

type Props = { params: Promise<{ org: string }> };

export default async function HealthPage({ params }: Props) {
  const home = await openHome((await params).org, new Date());
  if (!home) notFound();
  return <HealthScreen facts={home.facts} />;
}
