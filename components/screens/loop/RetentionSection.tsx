'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { addDays } from '#lib/view/days.ts';
import { trailingTable } from '#lib/view/loop/trailingTable.ts';
import { useChartNotes } from '../notes/useChartNotes.tsx';
import { SectionHead } from '../SectionHead.tsx';
import { type LoopParts, lastDay } from './loopParts.ts';
import { TrailingTable } from './TrailingTable.tsx';

const RetentionChart = dynamic(
  () => import('#components/charts/loop/RetentionChart.tsx').then((one) => one.RetentionChart),
  { ssr: false, loading: () => <Skeleton className="h-74" /> },
);

/** Trailing twelve months at the end of each period. */
export function RetentionSection({ answer, state, format, onChange }: LoopParts) {
  const t = useTranslations('loop.retention');
  const figure = useRef<HTMLDivElement>(null);
  const { meta, data } = answer;
  const points = data.total.trailing;
  const slots = data.total.periods.slice(0, points.length);
  const empty = points.every(({ nrr }) => nrr === null);
  const name = (at: string) => format.day(addDays(at, -1));
  const notes = useChartNotes({ org: meta.org, slots, today: lastDay(meta), format });
  const chart = { points, name, format };
  return (
    <section aria-labelledby="retention" className="print-whole">
      <SectionHead
        id="retention"
        title={t('title')}
        hint={t('hint')}
        show={state.retention}
        onShow={(retention) => onChange({ retention })}
        name={`${meta.org}-retention-${meta.from}-${meta.to}`}
        table={() => trailingTable(points)}
        figure={state.retention === 'figure' ? figure : null}
        notes={notes}
      />
      {state.retention === 'table' ? (
        <TrailingTable
          slots={slots}
          notes={notes}
          onOpen={(open) => onChange({ open, account: null })}
          {...chart}
        />
      ) : empty ? (
        <div className="grid h-40 place-items-center rounded-xl border border-dashed border-line">
          <p className="px-4 text-center text-ink-2">{t('empty')}</p>
        </div>
      ) : (
        <div ref={figure}>
          <RetentionChart flags={notes.flags} {...chart} />
        </div>
      )}
      {notes.legend}
    </section>
  );
}
