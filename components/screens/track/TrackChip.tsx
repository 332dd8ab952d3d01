'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useText } from '#components/ui/useText.tsx';
import type { PlanTrack } from '#lib/contract/planTrack.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { TrackItem } from '#lib/view/plan/trackItems.ts';
import { StatusWord } from './StatusWord.tsx';

const TrackPopover = dynamic(
  () => import('./TrackPopover.tsx').then((module) => module.TrackPopover),
  { ssr: false },
);

type Props = {
  item: TrackItem;
  track: PlanTrack;
  tier: string | null;
  org: string;
  format: Format;
  /** Where the number stands beside it, it need not be named again. */
  bare?: boolean;
};

/** Where one target stands; it says why. */
export function TrackChip({ item, track, tier, org, format, bare = false }: Props) {
  const t = useTranslations('track');
  const { text } = useText();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const { name, status, actual, target } = item;
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        title={t('of', { actual, target })}
        onClick={(event) => setAnchor(event.currentTarget)}
        className="inline-flex min-h-6 items-center gap-1.5 text-sm hover:underline"
      >
        <span className="sr-only">{t('title')}: </span>
        {bare ? <span className="sr-only">{text(name)}</span> : text(name)}
        {bare && <span className="text-xs text-ink-2">{t('trend.plan')}</span>}
        <StatusWord status={status} />
      </button>
      {anchor && (
        <TrackPopover
          {...{ item, track, tier, org, format, anchor }}
          onClose={() => setAnchor(null)}
        />
      )}
    </>
  );
}
