'use client';
import { useTranslations } from 'next-intl';
import { Popover } from '#components/ui/Popover.tsx';
import { Th } from '#components/ui/Table.tsx';
import type { en } from '#lib/i18n/messages/en.ts';

export type Meaning = keyof (typeof en)['health']['means'];

type Props = { name: string; meaning: Meaning; hours?: number; numeric?: boolean };

/** The head of a column, with what its numbers mean one click away. */
export function MeansTh({ name, meaning, hours = 0, numeric = true }: Props) {
  const t = useTranslations('health');
  return (
    <Th numeric={numeric}>
      <Popover
        title={name}
        trigger={
          <button
            type="button"
            aria-label={t('stages.more', { name })}
            className="min-h-6 underline decoration-line-strong decoration-dotted underline-offset-4 hover:text-ink print:no-underline"
          >
            {name}
          </button>
        }
      >
        <p className="text-sm text-ink-2">{t(`means.${meaning}`, { hours })}</p>
      </Popover>
    </Th>
  );
}
