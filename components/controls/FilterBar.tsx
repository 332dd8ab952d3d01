'use client';
import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Select } from '#components/ui/Select.tsx';
import type { Dimension } from '#lib/bowtie/dimensions.ts';
import { CLOCKS, COMPARES, RULES } from '#lib/contract/vocabulary.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { filtersSet, type HomeState, spanOf } from '#lib/view/homeState.ts';
import type { Calendar } from '#lib/view/periods.ts';
import { DimensionFilter } from './DimensionFilter.tsx';
import { PeriodPicker } from './PeriodPicker.tsx';
import { WindowSelect } from './WindowSelect.tsx';

type Props = {
  state: HomeState;
  calendar: Calendar;
  values: Record<Dimension, string[]>;
  format: Format;
  onChange: (change: Partial<HomeState>) => void;
  onReset: () => void;
};

const FIRST: readonly Dimension[] = ['segment', 'channel', 'pod', 'owner'];
const MORE: readonly Dimension[] = ['region', 'product', 'motion'];

/** The whole question in one line of chips; every one of them is in the address. */
export function FilterBar({ state, calendar, values, format, onChange, onReset }: Props) {
  const t = useTranslations('home');
  const [open, setOpen] = useState(MORE.some((dimension) => state[dimension].length > 0));
  const filter = (dimension: Dimension) => (
    <DimensionFilter
      key={dimension}
      dimension={dimension}
      values={values[dimension]}
      chosen={state[dimension]}
      onChange={(chosen) => onChange({ [dimension]: chosen })}
    />
  );
  const touched = filtersSet(state) > 0 || isChanged(state);
  return (
    <search
      aria-label={t('controls.label')}
      className="flex flex-wrap items-center gap-2 print:hidden"
    >
      <PeriodPicker
        period={state.period}
        span={spanOf(state, calendar)}
        calendar={calendar}
        format={format}
        onChange={(period, custom) =>
          onChange({ period, from: custom?.from ?? null, to: custom?.to ?? null })
        }
      />
      <Select
        variant="chip"
        label={t('controls.compare')}
        value={state.compare}
        active={state.compare !== 'previous'}
        options={COMPARES.map((value) => ({ value, label: t(`compare.${value}`) }))}
        onChange={(compare) => onChange({ compare })}
      />
      <Select
        variant="chip"
        label={t('controls.clock')}
        value={state.clock}
        active={state.clock !== 'cohort'}
        options={CLOCKS.map((value) => ({
          value,
          label: t(`clock.${value}.name`),
          hint: t(`clock.${value}.hint`),
        }))}
        onChange={(clock) => onChange({ clock })}
      />
      {FIRST.map(filter)}
      {open && (
        <>
          {MORE.map(filter)}
          <Select
            variant="chip"
            label={t('controls.rule')}
            value={state.rule}
            active={state.rule !== 'implied'}
            options={RULES.map((value) => ({
              value,
              label: t(`rule.${value}.name`),
              hint: t(`rule.${value}.hint`),
            }))}
            onChange={(rule) => onChange({ rule })}
          />
          {state.clock === 'cohort' && (
            <WindowSelect value={state.window} format={format} onChange={onChange} />
          )}
        </>
      )}
      <Button size="sm" variant="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>
        <SlidersHorizontal aria-hidden className="size-3.5" />
        {t(open ? 'controls.fewer' : 'controls.more')}
      </Button>
      {touched && (
        <Button size="sm" variant="ghost" onClick={onReset}>
          {t('controls.reset')}
        </Button>
      )}
    </search>
  );
}

function isChanged({ period, compare, clock, rule, window }: HomeState): boolean {
  const usual = period === 'last12' && compare === 'previous' && clock === 'cohort';
  return !usual || rule !== 'implied' || window !== null;
}
