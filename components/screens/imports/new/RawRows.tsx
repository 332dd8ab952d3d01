'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { DraftDesk } from './useImportDraft.ts';

const ROWS = 5;
const COLUMNS = 40;

/** The first rows as they came, to see at a glance whether the file was understood. */
export function RawRows({ desk }: { desk: DraftDesk }) {
  const t = useTranslations('imports.read');
  const names = desk.draft.upload.sniff.columns.slice(0, COLUMNS).map(({ name }) => name);
  const rows = desk.draft.upload.sniff.rows.slice(0, ROWS);
  if (rows.length === 0) return null;
  return (
    <div className="overflow-hidden rounded-lg border border-line">
      <Table label={t('rows')}>
        <thead className="bg-sunken">
          <tr>
            {names.map((name, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, places do not
              <Th key={index}>{name}</Th>
            ))}
          </tr>
        </thead>
        <tbody className="[&_tr:last-child_td]:border-0">
          {rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
            <tr key={row}>
              {names.map((_, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other name
                <Td key={column} className="max-w-56 truncate whitespace-nowrap">
                  {cells[column]}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
