'use client';
import { useTranslations } from 'next-intl';
import type { ImportAnswer } from '#lib/contract/ingest.ts';

type Warning = ImportAnswer['warnings'][number];

/** What is worth knowing though nothing failed; of a check also why rows would be held back. */
export function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  const t = useTranslations('imports');
  if (warnings.length === 0) return null;
  return (
    <section className="rounded-xl border border-note-200 bg-note-50 p-4">
      <h2 className="font-medium text-note-700">{t('result.warnings')}</h2>
      <ul className="mt-1 list-disc pl-5">
        {warnings.map((warning) => (
          <li key={warning.code}>
            <WarningText warning={warning} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function WarningText({ warning: { code, count } }: { warning: Warning }) {
  const t = useTranslations('imports');
  const known = `warning.${code}` as 'warning.no_rows';
  const held = `code.${code}` as 'code.bad_row';
  if (t.has(known)) return t(known, { count });
  if (!t.has(held)) return t('warning.other', { code, count });
  return (
    <>
      {t('warning.held', { count, reason: t(held) })}{' '}
      <span className="text-ink-2">{t(`mend.${code}` as 'mend.bad_row')}</span>
    </>
  );
}
