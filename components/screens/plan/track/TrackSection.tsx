'use client';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { Select } from '#components/ui/Select.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { Department } from '#lib/bowtie/plan/planTypes.ts';
import { planTrackOptions } from '#lib/query/planTrackOptions.ts';
import { groupName } from '#lib/view/groupName.ts';
import { trackItems } from '#lib/view/plan/trackItems.ts';
import { trackSheet } from '#lib/view/plan/trackSheet.ts';
import { SectionHead } from '../../SectionHead.tsx';
import type { PlanPart } from '../planPart.ts';
import { TrackTable } from './TrackTable.tsx';

const ALL = '';

type Props = Pick<PlanPart, 'facts' | 'state' | 'format' | 'onChange'> & {
  department?: Department;
};

/** The published plan against what came, of everything or of one department. */
export function TrackSection({ facts, state, format, onChange, department }: Props) {
  const t = useTranslations('track');
  const { text } = useText();
  const { data } = useQuery(planTrackOptions(facts.slug));
  const track = data?.data.track ?? null;
  if (!data || track === null) return null;
  const tier = track.segments.some(({ key }) => key === state.tier) ? state.tier : null;
  const items = trackItems(track, format, { tier, department: department ?? null });
  if (items.length === 0) return null;
  const tiers = track.segments.map(({ key }) => ({ value: key, label: text(groupName(key)) }));
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
        {tiers.length > 1 && (
          <Select
            label={t('tier')}
            variant="chip"
            value={tier ?? ALL}
            options={[{ value: ALL, label: t('all') }, ...tiers]}
            onChange={(next) => onChange({ tier: next === ALL ? null : next })}
          />
        )}
      </SectionHead>
      <TrackTable items={items} track={track} org={facts.slug} format={format} />
    </section>
  );
}
