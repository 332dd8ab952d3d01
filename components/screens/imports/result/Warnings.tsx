'use client';
import { useTranslations } from 'next-intl';
import type { ImportAnswer } from '#lib/contract/ingest.ts';

const WORDED = ['no_rows', 'guessed_day_order', 'assumed_currency'] as const;

export function Warnings({ warnings }: { warnings: ImportAnswer['warnings'] }) {
  const t = useTranslations('imports');
  if (warnings.length === 0) return null;
  return (
    <section className="rounded-xl border border-note-200 bg-note-50 p-4">
      <h2 className="font-medium text-note-700">{t('result.warnings')}</h2>
      <ul className="mt-1 list-disc pl-5">
        {warnings.map(({ code, count }) => {
          const known = WORDED.find((each) => each === code);
          return (
            <li key={code}>
              {known ? t(`warning.${known}`, { count }) : t('warning.other', { code, count })}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
