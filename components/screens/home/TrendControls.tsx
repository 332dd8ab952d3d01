'use client';
import { useTranslations } from 'next-intl';
import { Segmented } from '#components/ui/Segmented.tsx';
import { Select } from '#components/ui/Select.tsx';
import { useText } from '#components/ui/useText.tsx';
import type { HomeState } from '#lib/view/homeState.ts';
import type { BowtieView } from '#lib/view/prepareBowtie.ts';
import { stageName } from '#lib/view/text.ts';

type Props = {
  view: BowtieView;
  chosen: string;
  grain: HomeState['grain'];
  onChange: (change: Partial<HomeState>) => void;
};

/** Which conversion, by months or by weeks. */
export function TrendControls({ view, chosen, grain, onChange }: Props) {
  const t = useTranslations('home');
  const { text } = useText();
  return (
    <>
      <Select
        variant="chip"
        label={t('trend.conversion')}
        value={chosen}
        options={view.handOffs.map(({ id, from, to }) => ({
          value: id,
          label: t('pair', { from: text(stageName(from)), to: text(stageName(to)) }),
        }))}
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
      </div>
    </>
  );
}
