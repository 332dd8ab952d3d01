'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import { ARR_MOVEMENTS } from '#lib/bowtie/loopMovements.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { openMovement, openPaying } from '#lib/view/loop/loopSelection.ts';
import type { ArrPeriod } from '#lib/view/loop/prepareBridge.ts';
import { NoteCell, NoteHead } from '../notes/NoteCells.tsx';
import type { ChartNotes } from '../notes/useChartNotes.tsx';

type Props = {
  periods: readonly ArrPeriod[];
  whole: ArrPeriod | null;
  notes: ChartNotes;
  format: Format;
  onOpen: (open: string) => void;
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
            <Paying at={period.from} value={period.start} format={format} onOpen={onOpen} />
            {ARR_MOVEMENTS.map((movement) => (
              <Td key={movement} numeric>
                {Number(period[movement]) === 0 ? (
                  <span className="text-ink-3">—</span>
                ) : (
                  <NumberButton onClick={() => onOpen(openMovement(movement, period))}>
                    {format.money(period[movement])}
                  </NumberButton>
                )}
              </Td>
            ))}
            <Paying at={period.to} value={period.end} format={format} onOpen={onOpen} />
            <Td numeric>
              <NumberButton onClick={() => onOpen(openPaying(period.to))}>
                {format.count(period.customers_end)}
              </NumberButton>
            </Td>
            <NoteCell notes={notes} slot={period === whole ? null : period} />
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type PayingProps = Pick<Props, 'format' | 'onOpen'> & { at: string; value: string };

/** A balance, which opens who pays it. */
function Paying({ at, value, format, onOpen }: PayingProps) {
  return (
    <Td numeric>
      {Number(value) === 0 ? (
        format.money(value)
      ) : (
        <NumberButton onClick={() => onOpen(openPaying(at))}>{format.money(value)}</NumberButton>
      )}
    </Td>
  );
}
