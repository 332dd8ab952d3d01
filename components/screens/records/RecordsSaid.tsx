'use client';
import { useTranslations } from 'next-intl';
import type { Format } from '#lib/view/createFormat.ts';
import { MOST_ROWS } from './RecordTable.tsx';

type Props = {
  count: number | null;
  expected: number | null;
  /** The reader picked among the rows: their number is not the one in the chart. */
  filtered: boolean;
  format: Format;
};

/** How many rows there are, and whether that is the number in the chart. */
export function RecordsSaid({ count, expected, filtered, format }: Props) {
  const t = useTranslations('records');
  const differs = !filtered && count !== null && expected !== null && count !== expected;
  return (
    <div className="border-b border-line px-5 py-2 text-sm">
      <p role="status" className="text-ink-2">
        {count === null ? '…' : t(filtered ? 'matching' : 'count', { n: count })}
        {count !== null && count > MOST_ROWS && ` · ${t('most', { n: format.count(MOST_ROWS) })}`}
      </p>
      {differs && (
        <p role="alert" className="text-warn-600">
          {t('differs', { listed: format.count(count), n: format.count(expected) })}
        </p>
      )}
    </div>
  );
}
