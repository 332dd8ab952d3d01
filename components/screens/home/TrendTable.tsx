'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import type { TrendDot } from '#lib/view/prepareTrend.ts';
import { NoteCell, NoteHead } from '../notes/NoteCells.tsx';
import type { ChartNotes } from '../notes/useChartNotes.tsx';

type Props = {
  dots: readonly TrendDot[];
  notes: ChartNotes;
  label: string;
  format: Format;
  onOpen: (dot: TrendDot, outcome: 'advanced' | null) => void;
};

/** The figure's twin; a number opens the records of its interval. */
export function TrendTable({ dots, notes, label, format, onOpen }: Props) {
  const t = useTranslations('home');
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{t('table.period')}</Th>
          <Th numeric>{t('table.base')}</Th>
          <Th numeric>{t('table.advanced')}</Th>
          <Th numeric>{t('table.rate')}</Th>
          <Th numeric>{t('table.interval')}</Th>
          <Th numeric>{t('table.matured')}</Th>
          <Th>{t('table.complete')}</Th>
          <NoteHead notes={notes} />
        </tr>
      </thead>
      <tbody>
        {dots.map((dot) => (
          <tr key={dot.from}>
            <Th scope="row">{format.span(dot.from, dot.to)}</Th>
            <Td numeric>
              <NumberButton className="relative" onClick={() => onOpen(dot, null)}>
                <span className="sr-only">
                  {`${format.span(dot.from, dot.to)}, ${t('table.base')}: `}
                </span>
                {format.count(dot.base)}
              </NumberButton>
            </Td>
            <Td numeric>
              <NumberButton className="relative" onClick={() => onOpen(dot, 'advanced')}>
                <span className="sr-only">
                  {`${format.span(dot.from, dot.to)}, ${t('table.advanced')}: `}
                </span>
                {format.count(dot.advanced)}
              </NumberButton>
            </Td>
            <Td numeric>{dot.confidence === 'none' ? '—' : format.percent(dot.value)}</Td>
            <Td numeric>{format.interval(dot.interval)}</Td>
            <Td numeric>
              {dot.confidence === 'none' || dot.tooYoung ? '—' : format.percent(dot.matured)}
            </Td>
            <Td>{t(dot.complete ? 'table.yes' : dot.tooYoung ? 'trend.tooYoung' : 'table.no')}</Td>
            <NoteCell notes={notes} slot={dot} />
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
