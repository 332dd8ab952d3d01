'use client';
import { useTranslations } from 'next-intl';
import { Popover } from '#components/ui/Popover.tsx';
import { metricAnchor } from '#lib/view/definitions/definitionLink.ts';
import type { Metric } from '#lib/view/definitions/metrics.ts';
import { DefinitionLink } from './DefinitionLink.tsx';

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
  const name = t(`metric.${metric}.name`);
  const trigger = (
    <button
      type="button"
      className={[
        'inline-flex min-h-6 items-center text-sm text-ink-2 underline decoration-line-strong',
        'decoration-dotted underline-offset-4 hover:text-ink hover:decoration-ink print:hidden',
      ].join(' ')}
    >
      {label ?? name}
    </button>
  );
  return (
    <Popover trigger={trigger} title={name} className="w-[25rem]">
      <p className="text-sm text-ink-2">{t(`metric.${metric}.says`)}</p>
      <p className="mt-2 rounded-lg bg-sunken px-3 py-2 text-sm">{t(`metric.${metric}.formula`)}</p>
      <DefinitionLink org={org} anchor={metricAnchor(metric)} to={to} />
    </Popover>
  );
}
