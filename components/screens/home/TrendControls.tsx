'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Segmented } from '#components/ui/Segmented.tsx';
import { Select } from '#components/ui/Select.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { HomeState } from '#lib/view/homeState.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';
import { stageName } from '#lib/view/text.ts';
import { metricName, type TrendMetric } from '#lib/view/trendMetric.ts';

type Props = {
  view: BowtieView;
  /** Offered besides the conversions. */
  metrics: readonly TrendMetric[];
  chosen: string;
  grain: HomeState['grain'];
  onChange: (change: Partial<HomeState>) => void;
  children?: ReactNode;
};

/** Which conversion or number, by months or by weeks. */
export function TrendControls({ view, metrics, chosen, grain, onChange, children }: Props) {
  const t = useTranslations('home');
  const { text } = useText();
  const conversions = view.handOffs.map(({ id, from, to }) => ({
    value: id,
    label: t('pair', { from: text(stageName(from)), to: text(stageName(to)) }),
  }));
  const numbers = metrics.map((one) => ({ value: one.id, label: text(metricName(one)) }));
  return (
    <>
      <Select
        variant="chip"
        label={t(metrics.length > 0 ? 'trend.what' : 'trend.conversion')}
        value={chosen}
        options={[...conversions, ...numbers]}
        onChange={(trend) => onChange({ trend })}
      />
      <div className="contents print:hidden">
        <Segmented
          label={t('trend.grain')}
          value={grain}
          options={(['month', 'week'] as const).map((value) => ({
            value,
            label: t(`trend.${value}`),
          }))}
          onChange={(next) => onChange({ grain: next })}
        />
        {children}
      </div>
    </>
  );
}
