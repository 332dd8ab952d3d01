import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import type { TrackStatus } from '#lib/view/plan/trackItems.ts';

const LOOK = {
  ahead: 'bg-loop-50 text-loop-700',
  near: 'bg-note-50 text-note-700',
  behind: 'bg-warn-50 text-warn-700',
  none: 'bg-sunken text-ink-2',
};

/** Ahead, near or behind, said in words: the colour only repeats it. */
export function StatusWord({ status }: { status: TrackStatus }) {
  const t = useTranslations('track.status');
  const name = status ?? 'none';
  return (
    <span className={cx('rounded-full px-2 py-0.5 text-xs whitespace-nowrap', LOOK[name])}>
      {t(name)}
    </span>
  );
}
