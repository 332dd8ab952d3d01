import type { Metadata } from 'next';
import { NewOrgScreen } from '#components/screens/orgs/NewOrgScreen.tsx';
import { Shell } from '#components/screens/shell/Shell.tsx';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { requestLocale } from '#lib/i18n/requestLocale.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { orgs } = await loadMessages(await requestLocale());
  return { title: orgs.new.title };
}

type Props = { searchParams: Promise<{ next?: string }> };

export default async function NewOrgPage({ searchParams }: Props) {
  const { next } = await searchParams;
  return (
    <Shell org={null} orgs={[]}>
      <NewOrgScreen next={next === 'imports' ? 'imports' : null} now={Date.now()} />
    </Shell>
  );
}
