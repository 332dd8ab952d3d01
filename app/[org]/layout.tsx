import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { Shell } from '#components/screens/shell/Shell.tsx';
import { pageOrgs } from '#lib/reports/pageOrgs.ts';

type Props = { children: ReactNode; params: Promise<{ org: string }> };

export default async function OrgLayout({ children, params }: Props) {
  const { org: slug } = await params;
  const orgs = (await pageOrgs()).map(({ slug, name, isSample }) => ({ slug, name, isSample }));
  const org = orgs.find((each) => each.slug === slug);
  if (!org) notFound();
  return (
    <Shell org={org} orgs={orgs}>
      {children}
    </Shell>
  );
}
