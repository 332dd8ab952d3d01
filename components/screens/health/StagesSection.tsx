'use client';
import { useTranslations } from 'next-intl';
import { Segmented } from '#components/ui/Segmented.tsx';
import { Table, Th } from '#components/ui/Table.tsx';
import type { DataHealth } from '#lib/contract/dataHealth.ts';
import { FAULTS } from '#lib/contract/vocabulary.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { type Doubt, type HealthSpan, SPANS } from '#lib/view/health/healthState.ts';
import { SectionHead } from '../SectionHead.tsx';
import { MeansTh } from './MeansTh.tsx';
import { StageLine } from './StageLine.tsx';

type Props = {
  health: DataHealth;
  span: HealthSpan;
  format: Format;
  onSpan: (span: HealthSpan) => void;
  onOpen: (doubt: Doubt) => void;
};

/** How much of each stage is evidence, what speaks against the rest, and what to mend first. */
export function StagesSection({ health, span, format, onSpan, onOpen }: Props) {
  const t = useTranslations('health.stages');
  const form = useTranslations('home.figure');
  const terms = useTranslations('terms.stage');
  const table = () => [
    [t('stage'), t('ready'), t('entries'), ...FAULTS.map((fault) => t(fault))],
    ...health.stages.map((one) => [
      ...[terms(one.stage), one.sound, one.entries],
      ...FAULTS.map((fault) => one[fault]),
    ]),
  ];
  return (
    <section aria-labelledby="readiness">
      <SectionHead
        id="readiness"
        title={t('title')}
        hint={t('text', { span: format.span(health.from, health.to) })}
        name="readiness"
        table={table}
      >
        <Segmented
          label={t('span')}
          value={span}
          options={SPANS.map((value) => ({ value, label: t(value) }))}
          onChange={onSpan}
        />
      </SectionHead>
      <div className="overflow-hidden rounded-xl border border-line bg-surface">
        <Table label={`${t('title')}: ${form('table')}`}>
          <thead className="bg-sunken">
            <tr>
              <Th>{t('stage')}</Th>
              <MeansTh name={t('ready')} meaning="ready" numeric={false} />
              <MeansTh name={t('entries')} meaning="entries" />
              {FAULTS.map((fault) => (
                <MeansTh key={fault} name={t(fault)} meaning={fault} />
              ))}
              <Th>{t('fix')}</Th>
            </tr>
          </thead>
          <tbody className="[&_tr:last-child_td]:border-0 [&_tr:last-child_th]:border-0">
            {health.stages.map((one) => (
              <StageLine key={one.stage} one={one} format={format} onOpen={onOpen} />
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}
