import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { Shell } from '#components/screens/shell/Shell.tsx';
import { pageOrg, pageOrgs } from '#lib/reports/pageOrgs.ts';

type Props = { children: ReactNode; params: Promise<{ org: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const org = await pageOrg((await params).org);
  return org ? { title: { template: `%s · ${org.name}`, default: org.name } } : {};
}

export default async function OrgLayout({ children, params }: Props) {
  const { org: slug } = await params;
  const orgs = (await pageOrgs()).map(({ slug, name, isSample, changing }) => {
    return { slug, name, isSample, changing: changing > 0 };
  });
  const org = orgs.find((each) => each.slug === slug);
  if (!org) notFound();
  return (
    <Shell org={org} orgs={orgs}>
      {children}
    </Shell>
  );
}
