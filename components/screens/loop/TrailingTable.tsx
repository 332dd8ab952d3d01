'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { LoopTrailing } from '#lib/contract/loop.ts';
import type { Retained } from '#lib/contract/vocabulary.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { openRetention } from '#lib/view/loop/loopSelection.ts';
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
  onOpen: (open: string) => void;
};

export function TrailingTable({ points, slots, name, notes, format, onOpen }: Props) {
  const t = useTranslations('loop');
  return (
    <Table label={t('retention.label')}>
      <thead>
        <tr>
          <Th>{t('retention.at')}</Th>
          <Th>{t('retention.from')}</Th>
          {COLUMNS.map((column) => (
            <Th key={column} numeric>
              {t(column)}
            </Th>
          ))}
          <NoteHead notes={notes} />
        </tr>
      </thead>
      <tbody>
        {points.map((point, index) => (
          <tr key={point.at}>
            <Th scope="row">{name(point.at)}</Th>
            <Td>{name(point.from)}</Td>
            {cellsOf(point, format).map(({ column, value, opens }) => (
              <Td key={column} numeric>
                {point.nrr === null ? (
                  value
                ) : (
                  <NumberButton
                    className="relative"
                    onClick={() => onOpen(openRetention(opens, { from: point.from, to: point.at }))}
                  >
                    <span className="sr-only">{`${name(point.at)}, ${t(column)}: `}</span>
                    {value}
                  </NumberButton>
                )}
              </Td>
            ))}
            <NoteCell notes={notes} slot={slots[index] ?? null} />
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type Cell = { column: (typeof COLUMNS)[number]; value: string; opens: Retained };

const COLUMNS = [
  ...(['retention.baseCustomers', 'retention.baseArr'] as const),
  ...(['figures.nrr', 'figures.grr', 'figures.logos'] as const),
] as const;

/** The numbers of a point, each with the accounts that it is of. */
function cellsOf(point: LoopTrailing, format: Format): Cell[] {
  const values = [
    format.count(point.base_customers),
    format.money(point.base_arr),
    ...[point.nrr, point.grr, point.logo_retention].map((rate) => format.percent(rate)),
  ];
  return COLUMNS.map((column, at) => {
    const opens = column === 'figures.logos' ? 'kept' : 'base';
    return { column, value: values[at] ?? '', opens };
  });
}
