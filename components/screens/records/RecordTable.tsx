'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { cx } from '#components/ui/cx.ts';
import type { RecordRow } from '#lib/contract/records.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { type Column, type RowKind, widthOf } from '#lib/view/records/columns.ts';
import { RecordHead } from './RecordHead.tsx';
import { RecordLine } from './RecordLine.tsx';

const ROW_PX = 52;
/** Browsers cannot lay out a higher page. */
export const MOST_ROWS = 250_000;
/** Rows that fly by are not asked for. */
const SETTLE_MS = 60;

type Props = {
  count: number;
  columns: readonly Column[];
  kind: RowKind;
  sort: string;
  stale: boolean;
  format: Format;
  rowAt: (index: number) => RecordRow | undefined;
  onLook: (first: number, last: number) => void;
  onSort: (sort: string) => void;
  onOpen: (row: RecordRow) => void;
};

/** Only the rows in sight are drawn and asked for; the scroll bar stands for all of them. */
export function RecordTable(props: Props) {
  const { count, columns, kind, sort, stale, format, rowAt, onLook, onSort, onOpen } = props;
  const t = useTranslations('records');
  const box = useRef<HTMLElement>(null);
  const list = useVirtualizer({
    count: Math.min(count, MOST_ROWS),
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  const shown = list.getVirtualItems();
  const [first, last] = [shown[0], shown.at(-1)];
  useLook(first?.index ?? 0, last?.index ?? 0, onLook);
  const width = columns.reduce((sum, column) => sum + widthOf(column), 0);
  return (
    <section
      ref={box}
      aria-label={t('title')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the keyboard
      tabIndex={0}
      className={cx('min-h-0 flex-1 overflow-auto px-2 transition-opacity', stale && 'opacity-50')}
    >
      <table
        aria-rowcount={count + 1}
        style={{ minWidth: width }}
        className="w-full table-fixed border-collapse text-sm"
      >
        <RecordHead columns={columns} kind={kind} sort={sort} onSort={onSort} />
        <tbody>
          <Space px={first?.start ?? 0} />
          {shown.map(({ index }) => (
            <RecordLine
              key={index}
              index={index}
              row={rowAt(index)}
              height={ROW_PX}
              columns={columns}
              kind={kind}
              format={format}
              onOpen={onOpen}
            />
          ))}
          <Space px={list.getTotalSize() - (last?.end ?? 0)} />
        </tbody>
      </table>
    </section>
  );
}

function useLook(first: number, last: number, onLook: Props['onLook']): void {
  const look = useRef(onLook);
  look.current = onLook;
  useEffect(() => {
    const settled = setTimeout(() => look.current(first, last), SETTLE_MS);
    return () => clearTimeout(settled);
  }, [first, last]);
}

/** Stands for the rows that are not in sight. */
function Space({ px }: { px: number }) {
  if (px <= 0) return null;
  return (
    <tr aria-hidden>
      <td style={{ height: px }} />
    </tr>
  );
}
