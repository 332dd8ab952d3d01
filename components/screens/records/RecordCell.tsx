'use client';
import { useTranslations } from 'next-intl';
import { useText } from '#components/ui/useText.tsx';
import type { RecordRow } from '#lib/contract/records.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { groupName } from '#lib/view/groupName.ts';
import type { Column, RowKind } from '#lib/view/records/columns.ts';

type Props = { row: RecordRow; column: Column; kind: RowKind; format: Format };

/** What a column says of a row. */
export function RecordCell({ row, column, kind, format }: Props) {
  const t = useTranslations();
  const { text } = useText();
  switch (column) {
    case 'record_id':
      return row.record_id;
    case 'account':
      return <Account row={row} />;
    case 'entered_at':
      return (
        <>
          {format.instantDay(row.entered_at)}
          {row.implied && <Second>{t('records.implied')}</Second>}
        </>
      );
    case 'outcome':
      if (row.outcome === null) return '—';
      if (kind === 'retained') return t(`loop.retained.${RETAINED[row.outcome] ?? 'left'}`);
      return kind === 'contracts'
        ? t(`loop.renewals.${RENEWAL[row.outcome] ?? 'open'}`)
        : t(`terms.outcome.${row.outcome}`);
    case 'outcome_at':
      return row.outcome_at === null ? '—' : format.instantDay(row.outcome_at);
    case 'amount':
    case 'end_amount':
    case 'kept_amount':
      return format.moneyIn(row[column] ?? null, row.currency);
    default:
      return text(groupName(row[column]));
  }
}

const RENEWAL: Partial<Record<string, 'renewed' | 'churned'>> = {
  advanced: 'renewed',
  lost: 'churned',
};

const RETAINED: Partial<Record<string, 'stays'>> = { advanced: 'stays' };

/** The name where one is known, with the id as its second line. */
function Account({ row }: { row: RecordRow }) {
  if (row.account_id === null) return '—';
  if (row.account_name === null) return row.account_id;
  return (
    <>
      {row.account_name} <Second>{row.account_id}</Second>
    </>
  );
}

function Second({ children }: { children: string }) {
  return <span className="block truncate text-xs font-normal text-ink-3">{children}</span>;
}
