'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { Department } from '#lib/bowtie/plan/planTypes.ts';
import { planTrackOptions } from '#lib/query/planTrackOptions.ts';
import { trackItems, trackLines } from '#lib/view/plan/trackItems.ts';
import { trackSheet } from '#lib/view/plan/trackSheet.ts';
import { SectionHead } from '../../SectionHead.tsx';
import type { PlanPart } from '../planPart.ts';
import { TierSelect } from '../TierSelect.tsx';
import { TrackMonths } from './TrackMonths.tsx';
import { TrackTable } from './TrackTable.tsx';

type Props = Pick<PlanPart, 'facts' | 'state' | 'format' | 'onChange'> & {
  department?: Department;
};

/** The published plan against what came, of everything or of one department. */
export function TrackSection({ facts, state, format, onChange, department }: Props) {
  const t = useTranslations('track');
  const { data } = useQuery(planTrackOptions(facts.slug));
  const track = data?.data.track ?? null;
  if (!data || track === null) return null;
  const tier = track.segments.some(({ key }) => key === state.tier) ? state.tier : null;
  const items = trackItems(track, format, { tier, department: department ?? null });
  if (items.length === 0) return null;
  const tiers = track.segments.map(({ key }) => key);
  const { name, start, end } = track.plan;
  return (
    <section aria-labelledby="plan-track" className="print-whole">
      <SectionHead
        id="plan-track"
        title={t('title')}
        hint={t('hint', {
          ...{ name, span: format.span(start, end) },
          on: format.instantDay(data.meta.as_of),
        })}
        name={`${facts.slug}-plan-track`}
        table={() => trackSheet(track)}
      >
        <TierSelect
          label={t('tier')}
          all={t('all')}
          tiers={tiers}
          tier={tier}
          onChange={onChange}
        />
      </SectionHead>
      <TrackTable {...{ items, track, tier, format }} org={facts.slug} />
      {department && (
        <TrackMonths lines={trackLines(track, { tier, department })} format={format} />
      )}
    </section>
  );
}
