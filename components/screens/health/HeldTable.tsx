'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { QuarantinedRow } from '#lib/contract/quarantine.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { heldDetail } from '#lib/view/imports/heldDetail.ts';

type Props = {
  rows: readonly QuarantinedRow[];
  format: Format;
  onMend: (row: QuarantinedRow) => void;
};

/** Rows as they came, why they were held, and a way to mend each. */
export function HeldTable({ rows, format, onMend }: Props) {
  const t = useTranslations('health.held');
  const form = useTranslations('home.figure');
  return (
    <div className="relative overflow-hidden rounded-xl border border-line bg-surface">
      <Table label={`${t('title')}: ${form('table')}`}>
        <thead className="bg-sunken">
          <tr>
            <Th>{t('where')}</Th>
            <Th>{t('reason')}</Th>
            <Th className="max-md:hidden">{t('row')}</Th>
            <Th className="max-md:hidden">
              <span className="sr-only">{t('edit')}</span>
            </Th>
          </tr>
        </thead>
        <tbody className="[&_tr:last-child_td]:border-0">
          {rows.map((row) => (
            <HeldLine key={row.id} row={row} format={format} onMend={onMend} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function HeldLine({ row, format, onMend }: { row: QuarantinedRow } & Omit<Props, 'rows'>) {
  const t = useTranslations('health.held');
  const reasons = useTranslations('imports.code');
  const from = row.file_name ?? row.source;
  const detail = heldDetail(row.code, row.message);
  const mend = row.outcome === null && (
    <Button
      size="sm"
      aria-label={t('editLabel', { line: row.line, from })}
      onClick={() => onMend(row)}
    >
      {t('edit')}
    </Button>
  );
  return (
    <tr className="align-top">
      <Td className="min-w-24 md:min-w-40">
        <span className="block max-w-24 md:max-w-60 truncate font-medium">{from}</span>
        <span className="block text-xs text-ink-3">
          {t(row.import_id === null ? 'call' : 'line', { line: row.line })} ·{' '}
          {format.instant(row.received_at)}
        </span>
      </Td>
      <Td className="min-w-32 max-md:w-full md:min-w-40">
        {row.outcome === null ? reasons(row.code) : t(`outcome.${row.outcome}`)}
        <span className="block max-w-72 text-xs break-words text-ink-3">
          {row.outcome === null ? detail : format.instant(row.released_at)}
        </span>
        <div className="mt-1 text-xs text-ink-2 md:hidden">
          <Cells row={row} />
          <div className="mt-2 empty:hidden">{mend}</div>
        </div>
      </Td>
      <Td className="min-w-64 max-w-xl text-ink-2 max-md:hidden">
        <Cells row={row} />
      </Td>
      <Td className="text-right max-md:hidden">{mend}</Td>
    </tr>
  );
}

function Cells({ row }: { row: QuarantinedRow }) {
  const t = useTranslations('health.held');
  const told = row.cells.filter((cell) => cell.value !== null || cell.was != null);
  return (
    <dl className="flex flex-wrap gap-x-3 gap-y-0.5">
      {told.map(({ name, value, was }) => (
        <div key={name} className="flex max-w-full gap-1 max-md:max-w-52">
          <dt className="shrink-0 text-ink-3">{name}</dt>
          <dd
            className="truncate text-ink"
            title={was === undefined ? undefined : t('was', { was: was ?? '' })}
          >
            {value === null || value === '' ? '–' : value}
            {was !== undefined && <span className="ml-1 text-xs text-acq-600">{t('mended')}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
