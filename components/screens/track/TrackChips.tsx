'use client';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useText } from '#components/ui/useText.tsx';
import { planTrackOptions } from '#lib/query/planTrackOptions.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { groupName } from '#lib/view/groupName.ts';
import type { TrackFilters } from '#lib/view/plan/trackReach.ts';
import { TrackChip } from './TrackChip.tsx';
import { useTrack } from './useTrack.ts';

type Props = { org: string; filters: TrackFilters; format: Format };

/** Whether the plan of the year comes, stage by stage; without one, the way to make it. */
export function TrackChips({ org, filters, format }: Props) {
  const t = useTranslations('track');
  const { text } = useText();
  const { data } = useQuery(planTrackOptions(org));
  const told = useTrack({ org, filters, format });
  if (!data) return null;
  if (told === null) {
    return (
      <p className="mt-2 text-sm text-ink-3 print:hidden">
        <Link href={`/${org}/plan`} className="inline-flex min-h-6 items-center underline">
          {t('none')}
        </Link>
      </p>
    );
  }
  const { track, items, reach } = told;
  const { tier, wider } = reach;
  const { name } = track.plan;
  return (
    <section aria-label={t('title')} className="mt-3">
      <ul className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm">
        <li className="text-ink-2">
          {tier !== null
            ? t('leadTier', { name, tier: text(groupName(tier)) })
            : t(wider ? 'leadWider' : 'lead', { name })}
        </li>
        {items.map((item) => (
          <li key={item.id}>
            <TrackChip {...{ item, track, tier, org, format }} />
          </li>
        ))}
      </ul>
    </section>
  );
}
