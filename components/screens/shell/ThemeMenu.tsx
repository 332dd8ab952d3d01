'use client';
import { SunMoon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { IconButton } from '#components/ui/IconButton.tsx';
import { keepChoice } from '#components/ui/keepChoice.ts';
import { Menu, MenuChoice } from '#components/ui/Menu.tsx';
import { isTheme, THEME_COOKIE, THEMES, type Theme } from '#components/ui/theme.ts';

export function ThemeMenu() {
  const t = useTranslations('shell.theme');
  const [theme, setTheme] = useState<Theme>('system');
  useEffect(() => {
    const shown = document.documentElement.dataset.theme;
    if (isTheme(shown)) setTheme(shown);
  }, []);
  const choose = (next: Theme) => {
    keepChoice(THEME_COOKIE, next);
    document.documentElement.dataset.theme = next;
    setTheme(next);
  };
  const trigger = (
    <IconButton label={t('label')}>
      <SunMoon aria-hidden className="size-4" />
    </IconButton>
  );
  return (
    <Menu trigger={trigger}>
      <MenuChoice
        label={t('label')}
        value={theme}
        options={THEMES.map((each) => ({ value: each, label: t(each) }))}
        onChange={choose}
      />
    </Menu>
  );
}
