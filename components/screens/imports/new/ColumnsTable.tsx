'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { missingParts } from '#lib/view/imports/missingParts.ts';
import { targetsOf } from '#lib/view/imports/targets.ts';
import { ColumnRow } from './ColumnRow.tsx';
import type { DraftDesk } from './useImportDraft.ts';

const FEW = 15;
const MANY = 60;

/** One line per column of the file: what stands in it, and what it becomes. */
export function ColumnsTable({ desk }: { desk: DraftDesk }) {
  const t = useTranslations('imports.columns');
  const { draft, mapping } = desk;
  const { columns } = draft.upload.sniff;
  const used = columns.filter(({ name }) => targetsOf(mapping, draft.kind, name).length > 0);
  const missing = missingParts(draft.kind, mapping).length > 0;
  // Of a file with many columns those that count come first; none vanishes while it is changed.
  const [first] = useState(() => new Set(missing ? [] : used.map(({ name }) => name)));
  const [all, setAll] = useState(columns.length <= FEW);
  const shown = all
    ? columns
    : columns.filter(
        (one, at) => used.includes(one) || first.has(one.name) || (missing && at < MANY),
      );
  return (
    <div>
      <p className="mb-2 text-sm text-ink-2" role="status">
        {t('summary', { used: used.length, all: columns.length })}
      </p>
      <div className="overflow-hidden rounded-lg border border-line">
        <div
          aria-hidden
          className="hidden grid-cols-[minmax(8rem,1fr)_minmax(8rem,1.2fr)_minmax(15rem,1.1fr)] gap-4 border-b border-line bg-sunken px-4 py-2 text-xs font-medium text-ink-2 md:grid"
        >
          <span>{t('column')}</span>
          <span>{t('samples')}</span>
          <span>{t('becomes')}</span>
        </div>
        <ul aria-label={t('label')} className="divide-y divide-line">
          {shown.map((column) => (
            <ColumnRow key={column.name} column={column} desk={desk} />
          ))}
        </ul>
      </div>
      {shown.length < columns.length && (
        <Button size="sm" className="mt-3" onClick={() => setAll(true)}>
          {t('showAll', { count: columns.length })}
        </Button>
      )}
    </div>
  );
}
