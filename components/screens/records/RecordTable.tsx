'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { SortTh } from '#components/ui/Table.tsx';
import type { RecordRow } from '#lib/contract/records.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { RecordCells } from './RecordCells.tsx';

const COLUMNS = [
  { name: 'record_id', width: '' },
  { name: 'owner', width: 'w-36 max-sm:hidden' },
  { name: 'entered_at', width: 'w-32' },
  { name: 'outcome', width: 'w-28 max-sm:hidden' },
  { name: 'amount', width: 'w-28' },
] as const;
const ROW_PX = 52;
const NEAR_END = 40;

type Props = {
  rows: readonly RecordRow[];
  sort: string;
  format: Format;
  onSort: (sort: string) => void;
  onOpen: (recordId: string) => void;
  onNearEnd: () => void;
};

/** Only the rows in sight are drawn; more are asked for before the end is reached. */
export function RecordTable({ rows, sort, format, onSort, onOpen, onNearEnd }: Props) {
  const t = useTranslations('records');
  const box = useRef<HTMLElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const shown = list.getVirtualItems();
  const last = shown.at(-1);
  const lastIndex = last?.index ?? 0;
  useEffect(() => {
    if (lastIndex >= rows.length - NEAR_END) onNearEnd();
  }, [lastIndex, rows.length, onNearEnd]);
  return (
    <section
      ref={box}
      aria-label={t('title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto px-2"
    >
      <table aria-rowcount={rows.length + 1} className="w-full table-fixed border-collapse text-sm">
        <Head sort={sort} onSort={onSort} />
        <tbody>
          <Space px={shown[0]?.start ?? 0} />
          {shown.map(({ index }) => {
            const row = rows[index];
            return (
              row && (
                <tr
                  key={row.record_id}
                  aria-rowindex={index + 2}
                  style={{ height: ROW_PX }}
                  className="border-b border-line hover:bg-sunken"
                >
                  <RecordCells row={row} format={format} onOpen={onOpen} />
                </tr>
              )
            );
          })}
          <Space px={list.getTotalSize() - (last?.end ?? 0)} />
        </tbody>
      </table>
    </section>
  );
}

/** Stands for the rows that are not in sight. */
function Space({ px }: { px: number }) {
  if (px <= 0) return null;
  return (
    <tr>
      <td style={{ height: px }} />
    </tr>
  );
}

function Head({ sort, onSort }: { sort: string; onSort: (sort: string) => void }) {
  const t = useTranslations('records.field');
  return (
    <thead className="sticky top-0 z-10 bg-surface">
      <tr aria-rowindex={1}>
        {COLUMNS.map(({ name, width }) => {
          const direction = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : null;
          return (
            <SortTh
              key={name}
              className={width}
              numeric={name === 'amount'}
              direction={direction}
              onSort={() => onSort(direction === 'descending' ? name : `-${name}`)}
            >
              {t(name)}
            </SortTh>
          );
        })}
      </tr>
    </thead>
  );
}
