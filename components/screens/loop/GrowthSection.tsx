'use client';
import { useTranslations } from 'next-intl';
import { useMemo, useRef } from 'react';
import { GrowthChart } from '#components/charts/loop/GrowthChart.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import { type GrowthColumn, growthTable, prepareGrowth } from '#lib/view/loop/prepareGrowth.ts';
import { NoteCell, NoteHead } from '../notes/NoteCells.tsx';
import { type ChartNotes, useChartNotes } from '../notes/useChartNotes.tsx';
import { SectionHead } from '../SectionHead.tsx';
import { type LoopParts, lastDay } from './loopParts.ts';

const KEY = [
  ['retained', 'bg-loop-200'],
  ['expansion', 'bg-loop-400'],
  ['new', 'bg-acq-400'],
] as const;

/** How fast it grows, and whether that lasts. */
export function GrowthSection({ answer, state, format, onChange }: LoopParts) {
  const t = useTranslations('loop.growth');
  const figure = useRef<HTMLDivElement>(null);
  const { meta, data } = answer;
  const growth = useMemo(
    () => prepareGrowth(data.total.periods, data.total.trailing),
    [data.total.periods, data.total.trailing],
  );
  const slots = growth.columns;
  const notes = useChartNotes({ org: meta.org, slots, today: lastDay(meta), format });
  return (
    <section aria-labelledby="growth" className="print-whole">
      <SectionHead
        id="growth"
        title={t('title')}
        hint={t('hint')}
        show={state.growth}
        onShow={(growth) => onChange({ growth })}
        name={`${meta.org}-growth-${meta.from}-${meta.to}`}
        table={() => growthTable(growth.columns)}
        figure={state.growth === 'figure' ? figure : null}
        notes={notes}
      />
      {state.growth === 'table' ? (
        <GrowthTable columns={growth.columns} notes={notes} format={format} />
      ) : (
        <div ref={figure}>
          <ul className="mb-1 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-2">
            {KEY.map(([name, color]) => (
              <li key={name} className="inline-flex items-center gap-1.5">
                <span aria-hidden className={`size-2.5 rounded-xs ${color}`} />
                {t(name)}
              </li>
            ))}
          </ul>
          <GrowthChart growth={growth} grain={state.grain} flags={notes.flags} format={format} />
        </div>
      )}
      {notes.legend}
      <p className="mt-2 text-xs text-ink-3">
        {t('dash')} {t('share')}
      </p>
    </section>
  );
}

type TableProps = { columns: readonly GrowthColumn[]; notes: ChartNotes; format: Format };

function GrowthTable({ columns, notes, format }: TableProps) {
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
            <Td numeric>{money(one.end)}</Td>
            <Td numeric>{format.percent(one.growth)}</Td>
            <Td numeric>{format.percent(one.nrr)}</Td>
            <Td numeric>{format.percent(one.grr)}</Td>
            <NoteCell notes={notes} slot={one} />
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
