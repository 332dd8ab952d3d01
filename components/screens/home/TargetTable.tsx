'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import type { TargetDot } from '#lib/view/prepareTargets.ts';
import { NoteCell, NoteHead } from '../notes/NoteCells.tsx';
import type { ChartNotes } from '../notes/useChartNotes.tsx';
import { StatusWord } from '../track/StatusWord.tsx';

type Props = {
  dots: readonly TargetDot[];
  notes: ChartNotes;
  label: string;
  say: (value: number | null) => string;
  format: Format;
  /** Opens the records of an interval. */
  onOpen: (dot: TargetDot) => void;
};

/** The figure's twin. */
export function TargetTable({ dots, notes, label, say, format, onOpen }: Props) {
  const t = useTranslations('track.trend');
  return (
    <Table label={label} className="tabular-nums">
      <thead>
        <tr>
          <Th>{t('period')}</Th>
          <Th numeric>{t('actual')}</Th>
          <Th numeric>{t('expected')}</Th>
          <Th numeric>{t('plan')}</Th>
          <Th>{t('status')}</Th>
          <NoteHead notes={notes} />
        </tr>
      </thead>
      <tbody>
        {dots.map((dot) => (
          <tr key={dot.from}>
            <Th scope="row">{format.span(dot.from, dot.to)}</Th>
            <Td numeric>
              {dot.value === null ? (
                say(dot.value)
              ) : (
                <NumberButton className="relative" onClick={() => onOpen(dot)}>
                  <span className="sr-only">{`${format.span(dot.from, dot.to)}: `}</span>
                  {say(dot.value)}
                </NumberButton>
              )}
              {dot.value !== null && !dot.complete && (
                <span className="ml-1.5 text-xs text-ink-2">{t('soFar')}</span>
              )}
            </Td>
            <Td numeric>{dot.expected === null ? '·' : say(dot.expected)}</Td>
            <Td numeric>{say(dot.target)}</Td>
            <Td>{dot.status === null ? '·' : <StatusWord status={dot.status} />}</Td>
            <NoteCell notes={notes} slot={dot} />
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
