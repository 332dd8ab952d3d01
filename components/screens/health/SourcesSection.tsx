'use client';
import { useTranslations } from 'next-intl';
import { Table, Th } from '#components/ui/Table.tsx';
import type { DataHealth } from '#lib/contract/dataHealth.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { PARTS } from '#lib/view/imports/equation.ts';
import { SectionHead } from '../SectionHead.tsx';
import { MeansTh } from './MeansTh.tsx';
import { SourceLine } from './SourceLine.tsx';

type Props = { health: DataHealth; format: Format; onHeld: (source: string | null) => void };

/** What became of every row of every source, and until when each has told anything. */
export function SourcesSection({ health, format, onHeld }: Props) {
  const t = useTranslations('health.sources');
  const form = useTranslations('home.figure');
  const kinds = useTranslations('imports.kind');
  const { sources, total, late_hours: hours } = health;
  const table = () => [
    [
      ...[t('source'), t('kind'), t('received'), ...PARTS.map((part) => t(part))],
      ...[t('lastEvent'), t('lastArrival'), t('late')],
    ],
    ...sources.map((one) => [
      ...[one.source, kinds(one.kind), one.received, ...PARTS.map((part) => one[part])],
      ...[one.last_event_at, one.last_arrival_at, one.late],
    ]),
  ];
  return (
    <section aria-labelledby="sources">
      <SectionHead id="sources" title={t('title')} hint={t('text')} name="sources" table={table} />
      <div className="overflow-hidden rounded-xl border border-line bg-surface">
        <Table label={`${t('title')}: ${form('table')}`}>
          <thead className="bg-sunken">
            <tr>
              <Th>{t('source')}</Th>
              <MeansTh name={t('received')} meaning="received" />
              {PARTS.map((part) => (
                <MeansTh key={part} name={t(part)} meaning={part} />
              ))}
              <MeansTh name={t('lastEvent')} meaning="lastEvent" numeric={false} />
              <MeansTh name={t('lastArrival')} meaning="lastArrival" numeric={false} />
              <MeansTh name={t('late')} meaning="late" hours={hours} />
            </tr>
          </thead>
          <tbody className="[&_tr:last-child_td]:border-0 [&_tr:last-child_th]:border-0">
            {sources.map((one) => (
              <SourceLine
                key={`${one.source} ${one.kind}`}
                one={one}
                name={one.source}
                about={kinds(one.kind)}
                format={format}
                onHeld={() => onHeld(one.source)}
              />
            ))}
            {sources.length > 1 && (
              <SourceLine
                one={total}
                name={t('total')}
                about={null}
                format={format}
                onHeld={() => onHeld(null)}
              />
            )}
          </tbody>
        </Table>
      </div>
    </section>
  );
}
