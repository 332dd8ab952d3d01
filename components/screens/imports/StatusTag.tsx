'use client';
import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import type { ImportAnswer } from '#lib/contract/ingest.ts';

type Status = ImportAnswer['status'];

const TONES: Record<Status, string> = {
  queued: 'bg-sunken text-ink-2',
  running: 'bg-acq-50 text-acq-700',
  done: 'bg-loop-50 text-loop-700',
  failed: 'bg-warn-50 text-warn-700',
  cancelled: 'bg-note-50 text-note-700',
};

export function StatusTag({ status, dryRun }: { status: Status; dryRun: boolean }) {
  const t = useTranslations('imports');
  return (
    <span className="inline-flex gap-1.5">
      <span className={cx('rounded-full px-2.5 py-0.5 text-xs font-medium', TONES[status])}>
        {t(`status.${status}`)}
      </span>
      {dryRun && (
        <span className="rounded-full border border-line px-2.5 py-0.5 text-xs text-ink-2">
          {t('list.dryRun')}
        </span>
      )}
    </span>
  );
}
