'use client';
import { Download } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Menu, MenuItem } from '#components/ui/Menu.tsx';
import { saveFile } from '#components/ui/saveFile.ts';
import { triggerClass } from '#components/ui/triggerClass.ts';
import { planFile } from '#lib/query/planFile.ts';
import { planBodyOf } from '#lib/view/plan/planBodyOf.ts';
import type { PlanPart } from './planPart.ts';

const FORMATS = ['xlsx', 'csv'] as const;

/** The plan to take along: what the files say is what the page says. */
export function DownloadMenu({ facts, input }: PlanPart) {
  const t = useTranslations('plan.download');
  const locale = useLocale();
  const save = async (format: (typeof FORMATS)[number]) => {
    const file = await planFile(facts.slug, { format, locale }, planBodyOf(input));
    saveFile(`${facts.slug}-plan-${input.start}.${format}`, file);
  };
  const trigger = (
    <button type="button" className={triggerClass('chip')}>
      <Download aria-hidden className="size-3.5 text-ink-3" />
      {t('title')}
    </button>
  );
  return (
    <Menu trigger={trigger}>
      {FORMATS.map((format) => (
        <MenuItem key={format} onSelect={() => save(format)}>
          {t(format)}
        </MenuItem>
      ))}
    </Menu>
  );
}
