'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import type { DepartmentSheet } from '#lib/view/plan/departmentSheet.ts';
import { stageName } from '#lib/view/text.ts';
import { monthBlocks } from './monthBlocks.ts';

type Props = { sheet: DepartmentSheet; format: Format };

/** A sheet of paper is as wide as it is. */
const CELL = 'print:px-1';
const MONTH = 'print:px-1 print:whitespace-normal';

/** Targets by month: a table a year, so that a long plan stays on paper. */
export function DepartmentTable({ sheet, format }: Props) {
  const t = useTranslations('plan.department');
  const { text } = useText();
  const blocks = monthBlocks(sheet.months);
  const dotted = (count: number) => (count === 0 ? '·' : format.count(count));
  return blocks.map(({ from, months }, b) => {
    const isFirst = b === 0;
    const isLast = b === blocks.length - 1;
    return (
      <Table key={from} label={t('table')} className="tabular-nums print:text-xs">
        <thead>
          <tr>
            <Th className={CELL}>{t('stage')}</Th>
            {isFirst && (
              <Th numeric className={CELL}>
                {t('locked')}
              </Th>
            )}
            {months.map((month) => (
              <Th key={month} numeric className={MONTH}>
                {format.month(`${month}-01`)}
              </Th>
            ))}
            {isLast &&
              [t('later'), t('total')].map((head) => (
                <Th key={head} numeric className={CELL}>
                  {head}
                </Th>
              ))}
          </tr>
        </thead>
        <tbody>
          {sheet.lines.map((line) => (
            <tr key={line.stage}>
              <Th scope="row" className={CELL}>
                {text(stageName(line.stage))}
              </Th>
              {isFirst && (
                <Td numeric className={CELL}>
                  {dotted(line.locked)}
                </Td>
              )}
              {months.map((month, i) => (
                <Td key={month} numeric className={CELL}>
                  {format.count(line.months[from + i] ?? 0)}
                </Td>
              ))}
              {isLast && (
                <>
                  <Td numeric className={CELL}>
                    {dotted(line.later)}
                  </Td>
                  <Td numeric className={`${CELL} font-semibold`}>
                    {format.count(line.total)}
                  </Td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    );
  });
}
