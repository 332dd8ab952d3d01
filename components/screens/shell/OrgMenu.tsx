'use client';
import { Check, ChevronsUpDown, Plus, Settings2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { keepChoice } from '#components/ui/keepChoice.ts';
import { Menu, MenuLink, MenuSeparator } from '#components/ui/Menu.tsx';
import { LAST_ORG_COOKIE } from './lastOrg.ts';

export type OrgChoice = { slug: string; name: string; isSample: boolean; changing: boolean };

export function OrgMenu({ org, orgs }: { org: OrgChoice; orgs: readonly OrgChoice[] }) {
  const t = useTranslations('shell.org');
  useEffect(() => keepChoice(LAST_ORG_COOKIE, org.slug), [org.slug]);
  const trigger = (
    <button
      type="button"
      aria-label={t('label', { name: org.name })}
      className="flex h-8 min-w-0 items-center gap-1.5 rounded-lg px-2.5 hover:bg-sunken"
    >
      <span className="max-w-24 truncate font-medium sm:max-w-48">{org.name}</span>
      <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
    </button>
  );
  return (
    <Menu trigger={trigger}>
      {orgs.map((each) => (
        <MenuLink
          key={each.slug}
          href={`/${each.slug}`}
          icon={each.slug === org.slug ? <Check aria-hidden className="size-3.5" /> : null}
        >
          {each.name}
          {each.isSample && <span className="ml-2 text-xs text-ink-3">{t('sample')}</span>}
        </MenuLink>
      ))}
      <MenuSeparator />
      <MenuLink
        href={`/${org.slug}/settings`}
        icon={<Settings2 aria-hidden className="size-3.5" />}
      >
        {t('settings')}
      </MenuLink>
      <MenuLink href="/orgs/new" icon={<Plus aria-hidden className="size-3.5" />}>
        {t('create')}
      </MenuLink>
    </Menu>
  );
}
