import type { ReactNode } from 'react';
import { cx } from './cx.ts';

type Props = { tone?: 'note' | 'warn' | 'good'; children: ReactNode; actions?: ReactNode };

const TONES = {
  note: 'border-note-200 bg-note-50 text-note-700',
  warn: 'border-warn-200 bg-warn-50 text-warn-700',
  good: 'border-loop-200 bg-loop-50 text-loop-700',
};

/** One line across the page, with what can be done about it. */
export function Banner({ tone = 'note', children, actions }: Props) {
  return (
    <div
      className={cx(
        'flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border px-3.5 py-2 text-sm',
        TONES[tone],
      )}
    >
      <div className="min-w-56 flex-1">{children}</div>
      {actions && <div className="flex flex-wrap items-center gap-x-3">{actions}</div>}
    </div>
  );
}
