'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Segmented } from '#components/ui/Segmented.tsx';
import { Select } from '#components/ui/Select.tsx';
import type { Dimension } from '#lib/bowtie/dimensions.ts';
import type { HomeFacts } from '#lib/contract/homeFacts.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { isLoopTouched, LOOP_SPLITS, type LoopState, loopSpan } from '#lib/view/loop/loopState.ts';
import { DimensionFilters } from './DimensionFilters.tsx';
import { QueryBar } from './QueryBar.tsx';

type Props = {
  state: LoopState;
  facts: Pick<HomeFacts, 'calendar' | 'values'>;
  format: Format;
  views: ReactNode;
  onChange: (change: Partial<LoopState>) => void;
  onReset: () => void;
};

const FILTERS: readonly Dimension[] = ['segment', 'product', 'region', 'channel', 'owner'];

/** The question of the page Loop. */
export function LoopBar({ state, facts, format, views, onChange, onReset }: Props) {
  const t = useTranslations();
  const { calendar, values } = facts;
  return (
    <QueryBar
      views={views}
      period={state.period}
      span={loopSpan(state, calendar)}
      calendar={calendar}
      format={format}
      onPeriod={onChange}
      first={
        <>
          <Segmented
            label={t('loop.controls.grain')}
            value={state.grain}
            options={(['month', 'quarter'] as const).map((value) => ({
              value,
              label: t(`loop.controls.${value}`),
            }))}
            onChange={(grain) => onChange({ grain })}
          />
          <Select
            variant="chip"
            label={t('loop.controls.split')}
            value={state.by}
            active={state.by !== 'none'}
            options={LOOP_SPLITS.map((value) => ({
              value,
              label: value === 'none' ? t('loop.controls.none') : t(`terms.dimension.${value}`),
            }))}
            onChange={(by) => onChange({ by })}
          />
        </>
      }
      usual={
        <DimensionFilters dimensions={FILTERS} values={values} chosen={state} onChange={onChange} />
      }
      touched={isLoopTouched(state)}
      onReset={onReset}
    />
  );
}
