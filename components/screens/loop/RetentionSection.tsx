'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { Table, Td, Th } from '#components/ui/Table.tsx';
import type { LoopTrailing } from '#lib/contract/loop.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { addDays } from '#lib/view/days.ts';
import { trailingTable } from '#lib/view/loop/trailingTable.ts';
import type { LoopParts } from './loopParts.ts';
import { SectionHead } from './SectionHead.tsx';

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
  const empty = points.every(({ nrr }) => nrr === null);
  const name = (at: string) => format.day(addDays(at, -1));
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
      />
      {state.retention === 'table' ? (
        <TrailingTable points={points} name={name} format={format} />
      ) : empty ? (
        <div className="grid h-40 place-items-center rounded-xl border border-dashed border-line">
          <p className="px-4 text-center text-ink-2">{t('empty')}</p>
        </div>
      ) : (
        <div ref={figure}>
          <RetentionChart points={points} name={name} format={format} />
        </div>
      )}
    </section>
  );
}

type TableProps = {
  points: readonly LoopTrailing[];
  name: (at: string) => string;
  format: Format;
};

function TrailingTable({ points, name, format }: TableProps) {
  const t = useTranslations('loop');
  return (
    <Table label={t('retention.label')}>
      <thead>
        <tr>
          <Th>{t('retention.at')}</Th>
          <Th>{t('retention.from')}</Th>
          <Th numeric>{t('retention.baseCustomers')}</Th>
          <Th numeric>{t('retention.baseArr')}</Th>
          <Th numeric>{t('figures.nrr')}</Th>
          <Th numeric>{t('figures.grr')}</Th>
          <Th numeric>{t('figures.logos')}</Th>
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.at}>
            <Th scope="row">{name(point.at)}</Th>
            <Td>{name(point.from)}</Td>
            <Td numeric>{format.count(point.base_customers)}</Td>
            <Td numeric>{format.money(point.base_arr)}</Td>
            <Td numeric>{format.percent(point.nrr)}</Td>
            <Td numeric>{format.percent(point.grr)}</Td>
            <Td numeric>{format.percent(point.logo_retention)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
