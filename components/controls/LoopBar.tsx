'use client';
import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import { Segmented } from '#components/ui/Segmented.tsx';
import { Select } from '#components/ui/Select.tsx';
import type { Dimension } from '#lib/bowtie/dimensions.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { isLoopTouched, LOOP_SPLITS, type LoopState, loopSpan } from '#lib/view/loop/loopState.ts';
import type { Calendar } from '#lib/view/periods.ts';
import { DimensionFilter } from './DimensionFilter.tsx';
import { PeriodPicker } from './PeriodPicker.tsx';

type Props = {
  state: LoopState;
  calendar: Calendar;
  values: Record<Dimension, string[]>;
  format: Format;
  onChange: (change: Partial<LoopState>) => void;
  onReset: () => void;
};

const FILTERS: readonly Dimension[] = ['segment', 'product', 'region', 'channel', 'owner'];

/** The question of the page Loop in one line of chips; every one of them is in the address. */
export function LoopBar({ state, calendar, values, format, onChange, onReset }: Props) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  return (
    <search
      aria-label={t('home.controls.label')}
      className="flex flex-wrap items-center gap-2 print:hidden"
    >
      <PeriodPicker
        period={state.period}
        span={loopSpan(state, calendar)}
        calendar={calendar}
        format={format}
        onChange={(period, custom) =>
          onChange({ period, from: custom?.from ?? null, to: custom?.to ?? null })
        }
      />
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
      {/* A phone has room for the period only; the rest waits behind one button. */}
      <div className={cx('contents', !open && 'max-sm:hidden')}>
        {FILTERS.map((dimension) => (
          <DimensionFilter
            key={dimension}
            dimension={dimension}
            values={values[dimension]}
            chosen={state[dimension]}
            onChange={(chosen) => onChange({ [dimension]: chosen })}
          />
        ))}
      </div>
      <Button
        size="sm"
        variant="ghost"
        aria-expanded={open}
        className="sm:hidden"
        onClick={() => setOpen(!open)}
      >
        <SlidersHorizontal aria-hidden className="size-3.5" />
        {t(open ? 'home.controls.fewer' : 'home.controls.more')}
      </Button>
      {isLoopTouched(state) && (
        <Button size="sm" variant="ghost" onClick={onReset}>
          {t('home.controls.reset')}
        </Button>
      )}
    </search>
  );
}
