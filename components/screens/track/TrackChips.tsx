'use client';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useText } from '#components/ui/useText.tsx';
import { planTrackOptions } from '#lib/query/planTrackOptions.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { trackItems } from '#lib/view/plan/trackItems.ts';
import { StatusWord } from './StatusWord.tsx';

const TrackPopover = dynamic(
  () => import('./TrackPopover.tsx').then((module) => module.TrackPopover),
  { ssr: false },
);

/** Whether the plan of the year comes, stage by stage; without one, the way to make it. */
export function TrackChips({ org, format }: { org: string; format: Format }) {
  const t = useTranslations('track');
  const { text } = useText();
  const [asked, setAsked] = useState<{ id: string; anchor: Element } | null>(null);
  const { data } = useQuery(planTrackOptions(org));
  if (!data) return null;
  const { track } = data.data;
  if (track === null) {
    return (
      <p className="mt-2 text-sm text-ink-3 print:hidden">
        <Link href={`/${org}/plan`} className="inline-flex min-h-6 items-center underline">
          {t('none')}
        </Link>
      </p>
    );
  }
  const items = trackItems(track, format);
  const open = items.find(({ id }) => id === asked?.id);
  return (
    <section aria-label={t('title')} className="mt-3">
      <ul className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-sm">
        <li className="text-ink-2">{t('lead', { name: track.plan.name })}</li>
        {items.map(({ id, name, status, actual, target }) => (
          <li key={id}>
            <button
              type="button"
              aria-haspopup="dialog"
              title={t('of', { actual, target })}
              onClick={(event) => setAsked({ id, anchor: event.currentTarget })}
              className="inline-flex min-h-6 items-center gap-1.5 hover:underline"
            >
              <span className="sr-only">{t('title')}: </span>
              {text(name)} <StatusWord status={status} />
            </button>
          </li>
        ))}
      </ul>
      {asked && open && (
        <TrackPopover
          item={open}
          track={track}
          org={org}
          format={format}
          anchor={asked.anchor}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}
