'use client';
import { Languages } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { IconButton } from '#components/ui/IconButton.tsx';
import { keepChoice } from '#components/ui/keepChoice.ts';
import { Menu, MenuChoice } from '#components/ui/Menu.tsx';
import { LOCALE_COOKIE, LOCALES, type Locale } from '#lib/i18n/locales.ts';

export function LanguageMenu() {
  const t = useTranslations('shell.language');
  const locale = useLocale();
  const router = useRouter();
  const choose = (next: Locale) => {
    keepChoice(LOCALE_COOKIE, next);
    router.refresh();
  };
  const trigger = (
    <IconButton label={t('label')}>
      <Languages aria-hidden className="size-4" />
    </IconButton>
  );
  return (
    <Menu trigger={trigger}>
      <MenuChoice
        label={t('label')}
        value={locale}
        options={LOCALES.map((each) => ({ value: each, label: t(each), lang: each }))}
        onChange={choose}
      />
    </Menu>
  );
}
