'use client';
import { useTranslations } from 'next-intl';
import { useText } from '#components/ui/useText.tsx';
import type { RecordRow } from '#lib/contract/records.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { groupName } from '#lib/view/groupName.ts';

type Props = { row: RecordRow; format: Format; onOpen: (recordId: string) => void };

export function RecordCells({ row, format, onOpen }: Props) {
  const t = useTranslations();
  const { text } = useText();
  return (
    <>
      <th scope="row" className="px-3 text-left font-normal">
        <button
          type="button"
          onClick={() => onOpen(row.record_id)}
          aria-label={t('records.open', { id: row.record_id })}
          className="block max-w-full truncate leading-6 font-medium underline decoration-line-strong underline-offset-4 hover:decoration-ink"
        >
          {row.record_id}
        </button>
        <span className="block truncate text-xs text-ink-3">
          {text(groupName(row.segment))} · {text(groupName(row.channel))}
        </span>
      </th>
      <td className="truncate px-3 text-ink-2 max-sm:hidden">{text(groupName(row.owner))}</td>
      <td className="px-3 whitespace-nowrap">
        {format.instantDay(row.entered_at)}
        {row.implied && <span className="block text-xs text-ink-3">{t('records.implied')}</span>}
      </td>
      <td className="px-3 max-sm:hidden">
        {row.outcome === null ? '—' : t(`terms.outcome.${row.outcome}`)}
      </td>
      <td className="px-3 text-right">{format.moneyIn(row.amount, row.currency)}</td>
    </>
  );
}
