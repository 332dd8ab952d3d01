'use client';
import { useTranslations } from 'next-intl';
import type { Column, RowKind } from '#lib/view/records/columns.ts';

/** What a column is called for rows of a kind. */
export function useColumnName(kind: RowKind): (column: Column) => string {
  const t = useTranslations('records.field');
  return (column) => {
    if (column === 'entered_at') return t(`entered.${kind}`);
    return kind === 'contracts' && column === 'record_id' ? t('contract') : t(column);
  };
}
