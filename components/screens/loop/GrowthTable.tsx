'use client';
import { useTranslations } from 'next-intl';
import { NumberButton } from '#components/ui/NumberButton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { RecurringShare } from '#lib/contract/loop.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { openOneOff, openPaying, openRetention } from '#lib/view/loop/loopSelection.ts';
import type { GrowthColumn } from '#lib/view/loop/prepareGrowth.ts';
import { NoteCell, NoteHead } from '../notes/NoteCells.tsx';
import type { ChartNotes } from '../notes/useChartNotes.tsx';

type Props = {
  columns: readonly GrowthColumn[];
  notes: ChartNotes;
  format: Format;
  onOpen: (open: string) => void;
};

/** The figure's twin, and where one-off revenue is loaded, what of the revenue recurs. */
export function GrowthTable({ columns, notes, format, onOpen }: Props) {
  const isShared = columns.some(({ revenue }) => revenue !== null);
  const t = useTranslations('loop');
  const money = (value: number) => format.money(String(value));
  return (
    <Table label={t('growth.label')}>
      <thead>
        <tr>
          <Th>{t('bridge.period')}</Th>
          <Th numeric>{t('growth.retained')}</Th>
          <Th numeric>{t('growth.expansion')}</Th>
          <Th numeric>{t('growth.new')}</Th>
          <Th numeric>{t('growth.end')}</Th>
          <Th numeric>{t('growth.rate')}</Th>
          <Th numeric>{t('growth.nrr')}</Th>
          <Th numeric>{t('growth.grr')}</Th>
          {isShared && (
            <>
              <Th numeric>{t('growth.recurring')}</Th>
              <Th numeric>{t('growth.oneOff')}</Th>
              <Th numeric>{t('growth.recurringShare')}</Th>
            </>
          )}
          <NoteHead notes={notes} />
        </tr>
      </thead>
      <tbody>
        {columns.map((one) => (
          <tr key={one.from}>
            <Th scope="row">{format.span(one.from, one.to)}</Th>
            <Td numeric>{money(one.retained)}</Td>
            <Td numeric>{money(one.expansion)}</Td>
            <Td numeric>{money(one.fresh)}</Td>
            <Td numeric>
              <NumberButton className="relative" onClick={() => onOpen(openPaying(one.to))}>
                <span className="sr-only">{`${format.span(one.from, one.to)}, ${t('growth.end')}: `}</span>
                {money(one.end)}
              </NumberButton>
            </Td>
            <Td numeric>{format.percent(one.growth)}</Td>
            <RateCell of={one} name="nrr" format={format} onOpen={onOpen} />
            <RateCell of={one} name="grr" format={format} onOpen={onOpen} />
            {one.revenue && <ShareCells share={one.revenue} format={format} onOpen={onOpen} />}
            <NoteCell notes={notes} slot={one} />
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type RateProps = Pick<Props, 'format' | 'onOpen'> & { of: GrowthColumn; name: 'nrr' | 'grr' };

function RateCell({ of: { twelve, ...one }, name, format, onOpen }: RateProps) {
  const t = useTranslations('loop.growth');
  const value = format.percent(one[name]);
  if (twelve === null || one[name] === null) return <Td numeric>{value}</Td>;
  return (
    <Td numeric>
      <NumberButton className="relative" onClick={() => onOpen(openRetention('base', twelve))}>
        <span className="sr-only">{`${format.span(one.from, one.to)}, ${t(name)}: `}</span>
        {value}
      </NumberButton>
    </Td>
  );
}

type ShareProps = Pick<Props, 'format' | 'onOpen'> & { share: RecurringShare['periods'][number] };

function ShareCells({ share, format, onOpen }: ShareProps) {
  const t = useTranslations('loop.growth');
  return (
    <>
      <Td numeric>{format.money(share.recurring)}</Td>
      <Td numeric>
        <NumberButton className="relative" onClick={() => onOpen(openOneOff(share))}>
          <span className="sr-only">{`${format.span(share.from, share.to)}, ${t('oneOff')}: `}</span>
          {format.money(share.one_off)}
        </NumberButton>
      </Td>
      <Td numeric>{format.percent(share.share)}</Td>
    </>
  );
}
