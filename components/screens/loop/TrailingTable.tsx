'use client';
import { useTranslations } from 'next-intl';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { LoopTrailing } from '#lib/contract/loop.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { Slot } from '#lib/view/notes/placeNotes.ts';
import { NoteCell, NoteHead } from '../notes/NoteCells.tsx';
import type { ChartNotes } from '../notes/useChartNotes.tsx';

type Props = {
  points: readonly LoopTrailing[];
  /** The periods at whose ends the points stand. */
  slots: readonly Slot[];
  name: (at: string) => string;
  notes: ChartNotes;
  format: Format;
};

export function TrailingTable({ points, slots, name, notes, format }: Props) {
  const t = useTranslations('loop');
  return (
    <Table label={t('retention.label')}>
      <thead>
        <tr>
          <Th>{t('retention.at')}</Th>
          <Th>{t('retention.from')}</Th>
          <Th numeric>{t('retention.baseCustomers')}</Th>
          <Th numeric>{t('retention.baseArr')}</Th>
          <Th numeric>{t('figures.nrr')}</Th>
          <Th numeric>{t('figures.grr')}</Th>
          <Th numeric>{t('figures.logos')}</Th>
          <NoteHead notes={notes} />
        </tr>
      </thead>
      <tbody>
        {points.map((point, index) => (
          <tr key={point.at}>
            <Th scope="row">{name(point.at)}</Th>
            <Td>{name(point.from)}</Td>
            <Td numeric>{format.count(point.base_customers)}</Td>
            <Td numeric>{format.money(point.base_arr)}</Td>
            <Td numeric>{format.percent(point.nrr)}</Td>
            <Td numeric>{format.percent(point.grr)}</Td>
            <Td numeric>{format.percent(point.logo_retention)}</Td>
            <NoteCell notes={notes} slot={slots[index] ?? null} />
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
