'use client';
import { useTranslations } from 'next-intl';
import { Table, Th } from '#components/ui/Table.tsx';
import type { Ranked } from '#lib/view/stages/rankBottlenecks.ts';
import { BottleneckRow } from './BottleneckRow.tsx';
import type { StagePart } from './stagePart.ts';

type Props = StagePart & { rows: readonly Ranked[] };

export function BottlenecksTable({ rows, ...part }: Props) {
  const t = useTranslations('stages');
  return (
    <Table label={t('bottlenecks.label')}>
      <thead>
        <tr>
          <Th>{t('bottlenecks.segment')}</Th>
          <Th>{t('conversion')}</Th>
          <Th numeric>{t('bottlenecks.base')}</Th>
          <Th numeric>{t('bottlenecks.rate')}</Th>
          <Th numeric>{t('bottlenecks.target')}</Th>
          <Th numeric>{t('bottlenecks.gain')}</Th>
          <Th>{t('bottlenecks.changed')}</Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <BottleneckRow key={`${row.group} ${row.id}`} row={row} {...part} />
        ))}
      </tbody>
    </Table>
  );
}
