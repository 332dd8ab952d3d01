'use client';
import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import type { RecordRow } from '#lib/contract/records.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { type Column, isMoney, type RowKind } from '#lib/view/records/columns.ts';
import { RecordCell } from './RecordCell.tsx';

type Props = {
  index: number;
  /** Absent while it is on its way. */
  row: RecordRow | undefined;
  height: number;
  columns: readonly Column[];
  kind: RowKind;
  format: Format;
  onOpen: (row: RecordRow) => void;
};

/** One row; its first cell opens what is known of it. */
export function RecordLine({ index, row, height, columns, kind, format, onOpen }: Props) {
  return (
    <tr
      aria-rowindex={index + 2}
      style={{ height }}
      className="border-b border-line hover:bg-sunken"
    >
      {row === undefined ? (
        <td colSpan={columns.length} className="px-3">
          <span className="block h-3 w-2/3 rounded bg-sunken" />
        </td>
      ) : (
        columns.map((column, place) =>
          place === 0 ? (
            <th key={column} scope="row" className="px-3 text-left font-normal">
              <Opener row={row} column={column} kind={kind} format={format} onOpen={onOpen} />
            </th>
          ) : (
            <td
              key={column}
              className={cx(
                'truncate px-3',
                isMoney(column) ? 'text-right' : 'text-ink-2',
                column === 'entered_at' && 'whitespace-nowrap',
              )}
            >
              <RecordCell row={row} column={column} kind={kind} format={format} />
            </td>
          ),
        )
      )}
    </tr>
  );
}

type OpenerProps = Omit<Props, 'index' | 'height' | 'columns' | 'row'> & {
  row: RecordRow;
  column: Column;
};

function Opener({ row, column, kind, format, onOpen }: OpenerProps) {
  const t = useTranslations('records');
  const isAccount = column === 'account';
  const name = isAccount ? accountSaid(row) : row.record_id;
  return (
    <button
      type="button"
      onClick={() => onOpen(row)}
      aria-label={t(isAccount ? 'openAccount' : 'open', { id: name })}
      className={[
        'block min-h-6 max-w-full truncate text-left leading-6 font-medium underline',
        'decoration-line-strong underline-offset-4 hover:decoration-ink',
      ].join(' ')}
    >
      {isAccount && row.account_id === null ? (
        row.record_id
      ) : (
        <RecordCell row={row} column={column} kind={kind} format={format} />
      )}
    </button>
  );
}

/** All that is seen of it: who speaks to a screen says what it shows. */
function accountSaid({ account_name, account_id, record_id }: RecordRow): string {
  const id = account_id ?? record_id;
  return account_name === null ? id : `${account_name} ${id}`;
}
