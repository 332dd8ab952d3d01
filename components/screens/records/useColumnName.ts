'use client';
import { useTranslations } from 'next-intl';
import type { Column, RowKind } from '#lib/view/records/columns.ts';

/** What a column is called for rows of a kind. */
export function useColumnName(kind: RowKind): (column: Column) => string {
  const t = useTranslations('records.field');
  return (column) => {
    if (column === 'entered_at') return t(`entered.${kind}`);
    if (column !== 'record_id') return t(column);
    if (kind === 'sales') return t('revenue');
    return kind === 'contracts' ? t('contract') : t(column);
  };
}
