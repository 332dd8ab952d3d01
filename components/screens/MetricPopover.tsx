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
  anchor: Element;
  onClose: () => void;
};

/** Definition and formula of one metric beside its name. */
export function MetricPopover({ metric, org, to, anchor, onClose }: Props) {
  const t = useTranslations('definitions');
  return (
    <Popover
      open
      anchor={anchor}
      onOpenChange={(open) => !open && onClose()}
      title={t(`metric.${metric}.name`)}
      className="w-[25rem]"
    >
      <p className="text-sm text-ink-2">{t(`metric.${metric}.says`)}</p>
      <p className="mt-2 rounded-lg bg-sunken px-3 py-2 text-sm">{t(`metric.${metric}.formula`)}</p>
      <DefinitionLink org={org} anchor={metricAnchor(metric)} to={to} />
    </Popover>
  );
}
