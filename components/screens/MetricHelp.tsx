'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Metric } from '#lib/view/definitions/metrics.ts';

const MetricPopover = dynamic(
  () => import('./MetricPopover.tsx').then((module) => module.MetricPopover),
  { ssr: false },
);

type Props = {
  metric: Metric;
  org: string;
  to: string | null;
  /** What the page calls it there; else its own name. */
  label?: string;
};

/** The name of a metric that says what it means: definition, formula, and the way to its page. */
export function MetricHelp({ metric, org, to, label }: Props) {
  const t = useTranslations('definitions');
  const [anchor, setAnchor] = useState<Element | null>(null);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
        className={[
          'inline-flex min-h-6 items-center text-sm text-ink-2 underline decoration-line-strong',
          'decoration-dotted underline-offset-4 hover:text-ink hover:decoration-ink print:hidden',
        ].join(' ')}
      >
        {label ?? t(`metric.${metric}.name`)}
      </button>
      {anchor && (
        <MetricPopover
          metric={metric}
          org={org}
          to={to}
          anchor={anchor}
          onClose={() => setAnchor(null)}
        />
      )}
    </>
  );
}
