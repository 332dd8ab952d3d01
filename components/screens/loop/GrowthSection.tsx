'use client';
import { useTranslations } from 'next-intl';
import { useMemo, useRef } from 'react';
import { GrowthChart } from '#components/charts/loop/GrowthChart.tsx';
import { growthTable, prepareGrowth } from '#lib/view/loop/prepareGrowth.ts';
import { useChartNotes } from '../notes/useChartNotes.tsx';
import { SectionHead } from '../SectionHead.tsx';
import { GrowthTable } from './GrowthTable.tsx';
import { type LoopParts, lastDay } from './loopParts.ts';
import { RecurringShare } from './RecurringShare.tsx';

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
    () => prepareGrowth(data.total.periods, data.total.trailing, data.recurring_share),
    [data.total.periods, data.total.trailing, data.recurring_share],
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
        <GrowthTable
          columns={growth.columns}
          notes={notes}
          format={format}
          onOpen={(open) => onChange({ open, account: null })}
        />
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
      <p className="mt-2 text-xs text-ink-3">{t('dash')}</p>
      <RecurringShare
        share={data.recurring_share}
        org={meta.org}
        format={format}
        onOpen={(open) => onChange({ open, account: null })}
      />
    </section>
  );
}
