'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import type { DepartmentSheet } from '#lib/view/plan/departmentSheet.ts';
import { monthBlocks } from './monthBlocks.ts';

type Props = {
  keep: NonNullable<DepartmentSheet['keep']>;
  months: readonly string[];
  format: Format;
};

const CELL = 'print:px-1';
const MONTH = 'print:px-1 print:whitespace-normal';

/** What today's customers must come to, month by month. */
export function KeepTable({ keep, months, format }: Props) {
  const t = useTranslations('plan.department');
  const money = (value: number) => format.shortMoney(String(value));
  return monthBlocks(months).map((block) => (
    <Table key={block.from} label={t('keep')} className="tabular-nums print:text-xs">
      <thead>
        <tr>
          <Th className={CELL}>{t('keep')}</Th>
          {block.from === 0 && (
            <Th numeric className={CELL}>
              {t('opening')}
            </Th>
          )}
          {block.months.map((month) => (
            <Th key={month} numeric className={MONTH}>
              {format.month(`${month}-01`)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <Th scope="row" className={CELL}>
            {t('keepRow')}
          </Th>
          {block.from === 0 && (
            <Td numeric className={CELL}>
              {money(keep.opening)}
            </Td>
          )}
          {block.months.map((month, i) => (
            <Td key={month} numeric className={CELL}>
              {money(keep.months[block.from + i] ?? 0)}
            </Td>
          ))}
        </tr>
      </tbody>
    </Table>
  ));
}
