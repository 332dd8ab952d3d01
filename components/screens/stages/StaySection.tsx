'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import type { StayAnswer } from '#lib/contract/stages.ts';
import { stagesOptions } from '#lib/query/stagesOptions.ts';
import { stayTable } from '#lib/view/stages/sectionTables.ts';
import { questionParams } from '#lib/view/stages/stagesState.ts';
import { type BinOutcome, BinsTable } from './BinsTable.tsx';
import { StageSection } from './StageSection.tsx';
import { StayFacts } from './StayFacts.tsx';
import { StuckTable } from './StuckTable.tsx';
import type { StagePart } from './stagePart.ts';
import { usePairName } from './usePairName.ts';

const StayChart = dynamic(
  () => import('#components/charts/stages/StayChart.tsx').then((module) => module.StayChart),
  { ssr: false, loading: () => <Skeleton className="h-60" /> },
);

const METRICS = ['days', 'moves', 'stuck'] as const;

/** How long records stay, what is skipped or falls back, and what is stuck. */
export function StaySection(part: StagePart) {
  const { facts, state, conversion, format, onChange, onDrill } = part;
  const t = useTranslations('stages.stay');
  const { ends } = usePairName();
  const params = questionParams(state, facts.calendar, { conversion });
  const query = useQuery(stagesOptions(facts.slug, 'stay', params));
  const label = t('label', ends(conversion));
  // The bins are of all stays, however long: a window of the page does not cut them.
  const openBin = (bin: StayAnswer['data']['bins'][number], outcome: BinOutcome) =>
    onDrill(
      conversion,
      {
        days_from: String(bin.from),
        ...(bin.to === null ? {} : { days_to: String(bin.to) }),
        window_days: '',
      },
      { outcome },
    );
  const figure = ({ bins }: StayAnswer['data']) => {
    if (bins.length === 0) return <p className="py-6 text-center text-ink-2">{t('empty')}</p>;
    const Shown = state.stayShow === 'table' ? BinsTable : StayChart;
    return <Shown bins={bins} label={label} format={format} onOpen={openBin} />;
  };
  return (
    <StageSection
      id="stay"
      title={t('title')}
      metrics={METRICS}
      org={facts.slug}
      hint={t('hint')}
      show={{ value: state.stayShow, onChange: (stayShow) => onChange({ stayShow }) }}
      file={{
        name: `${facts.slug}-days-${conversion.replace('>', '-')}`,
        table: ({ data }) => stayTable(data),
      }}
      query={query}
    >
      {({ data }) => (
        <div className="grid grid-cols-1 gap-4">
          <StayFacts {...part} data={data} />
          {figure(data)}
          {data.stuck.rows.length > 0 && <StuckTable {...part} data={data} />}
        </div>
      )}
    </StageSection>
  );
}
