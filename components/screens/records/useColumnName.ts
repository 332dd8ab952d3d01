'use client';
import { useTranslations } from 'next-intl';
import type { Column, RowKind } from '#lib/view/records/columns.ts';

/** What a column is called for rows of a kind. */
export function useColumnName(kind: RowKind): (column: Column) => string {
  const t = useTranslations('records.field');
  return (column) => {
    if (column === 'entered_at') return t(`entered.${kind}`);
    if (kind === 'retained' && column === 'amount') return t('start_amount');
    if (kind === 'retained' && column === 'outcome_at') return t('left_at');
    if (kind === 'paying' && column === 'amount') return t('arr');
    if (column !== 'record_id') return t(column);
    if (kind === 'sales') return t('revenue');
    return kind === 'contracts' ? t('contract') : t(column);
  };
}
