'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { ARR_MOVEMENTS, type ArrMovement } from '#lib/bowtie/loopMovements.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { ArrPeriod } from '#lib/view/loop/prepareBridge.ts';

import { NoteCell, NoteHead } from '../notes/NoteCells.tsx';
import type { ChartNotes } from '../notes/useChartNotes.tsx';

type Props = {
  periods: readonly ArrPeriod[];
  whole: ArrPeriod | null;
  notes: ChartNotes;
  format: Format;
  onOpen: (movement: ArrMovement, days: { from: string; to: string }) => void;
};

/** The waterfall's twin: a row per period, and all of them together. */
export function BridgeTable({ periods, whole, notes, format, onOpen }: Props) {
  const t = useTranslations('loop');
  const rows = whole && periods.length > 1 ? [...periods, whole] : periods;
  return (
    <Table label={t('bridge.label')}>
      <thead>
        <tr>
          <Th>{t('bridge.period')}</Th>
          <Th numeric>{t('bridge.start')}</Th>
          {ARR_MOVEMENTS.map((movement) => (
            <Th key={movement} numeric>
              {t(`movement.${movement}`)}
            </Th>
          ))}
          <Th numeric>{t('bridge.end')}</Th>
          <Th numeric>{t('bridge.customers')}</Th>
          <NoteHead notes={notes} />
        </tr>
      </thead>
      <tbody>
        {rows.map((period) => (
          <tr
            key={`${period.from}:${period.to}`}
            className={period === whole ? 'font-semibold' : ''}
          >
            <Th scope="row">
              {format.span(period.from, period.to)}
              {!period.final && (
                <span className="block text-xs font-normal text-ink-3">{t('bridge.running')}</span>
              )}
            </Th>
            <Td numeric>{format.money(period.start)}</Td>
            {ARR_MOVEMENTS.map((movement) => (
              <Td key={movement} numeric>
                {Number(period[movement]) === 0 ? (
                  <span className="text-ink-3">—</span>
                ) : (
                  <NumberButton onClick={() => onOpen(movement, period)}>
                    {format.money(period[movement])}
                  </NumberButton>
                )}
              </Td>
            ))}
            <Td numeric>{format.money(period.end)}</Td>
            <Td numeric>{format.count(period.customers_end)}</Td>
            <NoteCell notes={notes} slot={period === whole ? null : period} />
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
