'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import type { AgesRow } from '#lib/view/stages/agesRows.ts';
import { NoteCell, NoteHead } from '../notes/NoteCells.tsx';
import type { ChartNotes } from '../notes/useChartNotes.tsx';
import { RateText } from './RateText.tsx';

type Props = {
  cohorts: readonly AgesRow[];
  notes: ChartNotes;
  label: string;
  format: Format;
  onOpen: (cohort: AgesRow, days: number | null, outcome: 'advanced' | null) => void;
};

export function AgesTable({ cohorts, notes, label, format, onOpen }: Props) {
  const t = useTranslations('stages');
  const ages = cohorts[0]?.marks ?? [];
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{t('ages.cohort')}</Th>
          <Th numeric>{t('ages.base')}</Th>
          {ages.map(({ days }) => (
            <Th key={days} numeric>
              {t('ages.by', { days })}
            </Th>
          ))}
          <NoteHead notes={notes} />
        </tr>
      </thead>
      <tbody>
        {cohorts.map((cohort) => {
          const span = format.span(cohort.from, cohort.to);
          return (
            <tr key={cohort.from}>
              <Th scope="row">{span}</Th>
              <Td numeric>
                <NumberButton
                  aria-label={`${t('openRecords', { what: span })}: ${format.count(cohort.base)}`}
                  onClick={() => onOpen(cohort, null, null)}
                >
                  {format.count(cohort.base)}
                </NumberButton>
              </Td>
              {cohort.marks.map((mark) => (
                <Td key={mark.days} numeric>
                  {mark.advanced === null ? (
                    <span className="text-ink-3" title={t('ages.youngLong')}>
                      {t('ages.young')}
                    </span>
                  ) : (
                    <NumberButton
                      className="relative"
                      onClick={() => onOpen(cohort, mark.days, 'advanced')}
                    >
                      <span className="sr-only">
                        {`${span}, ${t('ages.by', { days: mark.days })}: `}
                      </span>
                      <RateText rate={mark.rate} base={cohort.base} format={format} />
                    </NumberButton>
                  )}
                </Td>
              ))}
              <NoteCell notes={notes} slot={cohort} />
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
