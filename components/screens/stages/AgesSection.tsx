'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { Skeleton } from '#components/ui/Skeleton.tsx';
import { stagesOptions } from '#lib/query/stagesOptions.ts';
import { agesDots, agesTable } from '#lib/view/stages/agesRows.ts';
import { questionParams } from '#lib/view/stages/stagesState.ts';
import { useChartNotes } from '../notes/useChartNotes.tsx';
import { AgesTable } from './AgesTable.tsx';
import { StageSection } from './StageSection.tsx';
import type { StagePart } from './stagePart.ts';
import { usePairName } from './usePairName.ts';

const AgesChart = dynamic(
  () => import('#components/charts/stages/AgesChart.tsx').then((module) => module.AgesChart),
  { ssr: false, loading: () => <Skeleton className="h-70" /> },
);

const METRICS = ['rate', 'interval'] as const;

/** Cohorts side by side at the same ages. */
export function AgesSection({ facts, state, conversion, format, onChange, onDrill }: StagePart) {
  const t = useTranslations('stages.ages');
  const { ends } = usePairName();
  const params = questionParams(state, facts.calendar, { conversion });
  const query = useQuery(stagesOptions(facts.slug, 'ages', params));
  const label = t('label', ends(conversion));
  const notes = useChartNotes({
    org: facts.slug,
    slots: query.data?.data.cohorts ?? [],
    today: facts.calendar.today,
    format,
  });
  return (
    <StageSection
      id="ages"
      title={t('title')}
      metrics={METRICS}
      org={facts.slug}
      hint={t('hint')}
      show={{ value: state.agesShow, onChange: (agesShow) => onChange({ agesShow }) }}
      file={{
        name: `${facts.slug}-ages-${conversion.replace('>', '-')}`,
        table: ({ data }) => agesTable(data.cohorts),
      }}
      query={query}
      notes={notes}
    >
      {({ data }) => {
        const { ages, dots } = agesDots(data.cohorts);
        const empty = dots.every((dot) => ages.every((days) => (dot[`d${days}`] ?? null) === null));
        if (state.agesShow === 'table') {
          return (
            <AgesTable
              cohorts={data.cohorts}
              notes={notes}
              label={label}
              format={format}
              onOpen={({ from, to }, days, outcome) =>
                onDrill(
                  conversion,
                  { from, to, window_days: days === null ? '' : String(days) },
                  outcome === null ? {} : { outcome },
                )
              }
            />
          );
        }
        if (empty) {
          return (
            <p className="grid h-40 place-items-center rounded-xl border border-dashed border-line-strong text-ink-2">
              {t('empty')}
            </p>
          );
        }
        return (
          <AgesChart ages={ages} dots={dots} flags={notes.flags} label={label} format={format} />
        );
      }}
    </StageSection>
  );
}
