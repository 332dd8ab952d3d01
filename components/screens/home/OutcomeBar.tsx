'use client';
import { cx } from '#components/ui/cx.ts';
import { useText } from '#components/ui/useText.tsx';
import type { Outcome } from '#lib/contract/vocabulary.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { Explain } from '#lib/view/prepareExplain.ts';

type Props = { label: string; outcomes: Explain['outcomes']; format: Format };

const FILL: Record<Outcome, string> = {
  advanced: 'bg-acq-400',
  lost: 'bg-ink-3',
  no_decision: 'bg-line-strong',
  expired: 'bg-note-200',
  open: 'bg-acq-100',
};

/** How the base splits up: one bar, and the numbers that sum to it. */
export function OutcomeBar({ label, outcomes, format }: Props) {
  const { text } = useText();
  return (
    <figure className="mt-3">
      <figcaption className="text-xs text-ink-2">{label}</figcaption>
      <div aria-hidden className="mt-1 flex h-2 gap-px overflow-hidden rounded-full bg-sunken">
        {outcomes.map(({ outcome, count }) => (
          <span key={outcome} className={FILL[outcome]} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="mt-1.5 flex flex-wrap gap-x-3 gap-y-0.5 text-xs">
        {outcomes.map(({ outcome, label: name, count }) => (
          <li key={outcome} className="inline-flex items-center gap-1.5">
            <span aria-hidden className={cx('size-2 rounded-full', FILL[outcome])} />
            {text(name)} {format.count(count)}
          </li>
        ))}
      </ul>
    </figure>
  );
}
