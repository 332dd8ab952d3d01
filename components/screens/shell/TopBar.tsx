'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { BrandMark } from '#components/ui/BrandMark.tsx';
import { cx } from '#components/ui/cx.ts';
import { LanguageMenu } from './LanguageMenu.tsx';
import { type OrgChoice, OrgMenu } from './OrgMenu.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';

type Props = { org: OrgChoice | null; orgs: readonly OrgChoice[] };

export function TopBar({ org, orgs }: Props) {
  const t = useTranslations('shell');
  return (
    <header className="border-b border-line print:hidden">
      <div className="mx-auto flex max-w-[100rem] flex-wrap items-center gap-x-3 px-4 max-sm:pt-2 sm:h-13 sm:flex-nowrap sm:gap-6 sm:px-8 lg:px-10">
        <Link
          href={org ? `/${org.slug}` : '/'}
          className="flex items-center gap-2 text-lg font-semibold tracking-tight"
        >
          <BrandMark className="w-6.5" />
          <span className="max-sm:sr-only">{t('brand')}</span>
        </Link>
        {org && <MainNav slug={org.slug} />}
        <div className="flex-1" />
        <div className="flex min-w-0 items-center gap-0.5">
          {org && <OrgMenu org={org} orgs={orgs} />}
          <LanguageMenu />
          <ThemeMenu />
        </div>
      </div>
    </header>
  );
}

function MainNav({ slug }: { slug: string }) {
  const t = useTranslations('shell.nav');
  const path = usePathname();
  const inData = path.startsWith(`/${slug}/data`);
  return (
    <nav
      aria-label={t('label')}
      className="flex h-full min-w-0 gap-4 overflow-x-auto max-sm:order-last max-sm:h-10 max-sm:w-full sm:gap-5"
    >
      <Tab href={`/${slug}`} active={path === `/${slug}`}>
        {t('bowtie')}
      </Tab>
      <Tab href={`/${slug}/stages`} active={path === `/${slug}/stages`}>
        {t('stages')}
      </Tab>
      <Tab href={`/${slug}/loop`} active={path === `/${slug}/loop`}>
        {t('loop')}
      </Tab>
      <Tab href={`/${slug}/plan`} active={path === `/${slug}/plan`}>
        {t('plan')}
      </Tab>
      <Tab href={`/${slug}/data/imports`} active={inData}>
        {t('data')}
      </Tab>
      <Tab href={`/${slug}/definitions`} active={path === `/${slug}/definitions`}>
        {t('definitions')}
      </Tab>
    </nav>
  );
}

function Tab({ href, active, children }: { href: string; active: boolean; children: string }) {
  return (
    <Link
      href={href}
      aria-current={active ? 'page' : undefined}
      className={cx(
        'flex items-center border-b-2 pt-0.5 whitespace-nowrap transition-colors',
        active ? 'border-ink font-medium text-ink' : 'border-transparent text-ink-2 hover:text-ink',
      )}
    >
      {children}
    </Link>
  );
}
