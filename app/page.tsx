import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { LAST_ORG_COOKIE } from '#components/screens/shell/lastOrg.ts';
import { WelcomeScreen } from '#components/screens/WelcomeScreen.tsx';
import { pageOrgs } from '#lib/reports/pageOrgs.ts';

export default async function StartPage() {
  const last = (await cookies()).get(LAST_ORG_COOKIE)?.value;
  const orgs = await pageOrgs();
  const org = orgs.find((each) => each.slug === last) ?? orgs[0];
  if (org) redirect(`/${org.slug}`);
  return <WelcomeScreen />;
}
