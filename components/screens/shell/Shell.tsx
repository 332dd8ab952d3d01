'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LocalNotice } from './LocalNotice.tsx';
import type { OrgChoice } from './OrgMenu.tsx';
import { RederiveBanner } from './RederiveBanner.tsx';
import { SampleBanner } from './SampleBanner.tsx';
import { TopBar } from './TopBar.tsx';

type Props = { org: OrgChoice | null; orgs: readonly OrgChoice[]; children: ReactNode };

/** What surrounds every page: where I am, whose data this is, and who may see it. */
export function Shell({ org, orgs, children }: Props) {
  const t = useTranslations('shell');
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className={[
          'absolute top-2 left-2 z-50 -translate-y-20 rounded-lg bg-ink px-3 py-2 text-paper',
          'focus:translate-y-0',
        ].join(' ')}
      >
        {t('skip')}
      </a>
      <TopBar org={org} orgs={orgs} />
      {org?.isSample && <SampleBanner slug={org.slug} />}
      {org && <RederiveBanner key={org.slug} slug={org.slug} changing={org.changing} />}
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-[100rem] flex-1 outline-none"
      >
        {children}
      </main>
      <LocalNotice />
    </div>
  );
}
