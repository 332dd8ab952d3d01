'use client';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId } from 'react';

type Props = {
  title: string;
  /** What one needs to know of it while it is closed. */
  says: ReactNode;
  open?: boolean;
  children: ReactNode;
};

/** A part of the plan's inputs: a line while closed, all of it when opened. */
export function Fold({ title, says, open = false, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-xl border border-line bg-surface">
      <details open={open} className="group">
        <summary className="flex cursor-pointer list-none items-start gap-2 rounded-xl px-5 py-3.5 [&::-webkit-details-marker]:hidden">
          <span className="min-w-0 flex-1">
            <h2 id={id} className="text-sm font-semibold">
              {title}
            </h2>
            <span className="mt-0.5 block text-xs text-ink-2">{says}</span>
          </span>
          <ChevronDown
            aria-hidden
            className="mt-0.5 size-4 shrink-0 text-ink-3 transition-transform group-open:rotate-180"
          />
        </summary>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3 px-5 pb-5">{children}</div>
      </details>
    </section>
  );
}
