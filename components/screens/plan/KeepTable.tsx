'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import type { DepartmentSheet } from '#lib/view/plan/departmentSheet.ts';

type Props = {
  keep: NonNullable<DepartmentSheet['keep']>;
  months: readonly string[];
  format: Format;
};

/** What today's customers must come to, month by month. */
export function KeepTable({ keep, months, format }: Props) {
  const t = useTranslations('plan.department');
  return (
    <Table label={t('keep')} className="tabular-nums">
      <thead>
        <tr>
          <Th>{t('keep')}</Th>
          <Th numeric>{t('opening')}</Th>
          {months.map((month) => (
            <Th key={month} numeric>
              {format.month(`${month}-01`)}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          <Th scope="row">{t('keepRow')}</Th>
          <Td numeric>{format.shortMoney(String(keep.opening))}</Td>
          {keep.months.map((value, i) => (
            <Td key={months[i]} numeric>
              {format.shortMoney(String(value))}
            </Td>
          ))}
        </tr>
      </tbody>
    </Table>
  );
}
