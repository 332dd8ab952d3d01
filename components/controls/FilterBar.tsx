'use client';
import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import type { Dimension } from '#lib/bowtie/dimensions.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { type HomeState, isTouched, spanOf } from '#lib/view/homeState.ts';
import type { Calendar } from '#lib/view/periods.ts';
import { ClockSelect } from './ClockSelect.tsx';
import { CompareSelect } from './CompareSelect.tsx';
import { DimensionFilter } from './DimensionFilter.tsx';
import { PeriodPicker } from './PeriodPicker.tsx';
import { RuleSelect } from './RuleSelect.tsx';
import { WindowSelect } from './WindowSelect.tsx';

type Props = {
  state: HomeState;
  calendar: Calendar;
  values: Record<Dimension, string[]>;
  format: Format;
  onChange: (change: Partial<HomeState>) => void;
  onReset: () => void;
  /** The page asks about cohorts only, and compares in its own way. */
  cohortOnly?: boolean;
};

const FIRST: readonly Dimension[] = ['segment', 'channel', 'pod', 'owner'];
const MORE: readonly Dimension[] = ['region', 'product', 'motion'];

/** The whole question in one line of chips; every one of them is in the address. */
export function FilterBar(props: Props) {
  const { state, calendar, values, format, onChange, onReset, cohortOnly = false } = props;
  const t = useTranslations('home.controls');
  const [open, setOpen] = useState(isSetBelow(state));
  const filter = (dimension: Dimension) => (
    <DimensionFilter
      key={dimension}
      dimension={dimension}
      values={values[dimension]}
      chosen={state[dimension]}
      onChange={(chosen) => onChange({ [dimension]: chosen })}
    />
  );
  return (
    <search aria-label={t('label')} className="flex flex-wrap items-center gap-2 print:hidden">
      <PeriodPicker
        period={state.period}
        span={spanOf(state, calendar)}
        calendar={calendar}
        format={format}
        onChange={(period, custom) =>
          onChange({ period, from: custom?.from ?? null, to: custom?.to ?? null })
        }
      />
      {/* A phone has room for the period only; the rest waits behind one button. */}
      <div className={cx('contents', !open && 'max-sm:hidden')}>
        {!cohortOnly && (
          <>
            <CompareSelect value={state.compare} onChange={onChange} />
            <ClockSelect value={state.clock} onChange={onChange} />
          </>
        )}
        {FIRST.map(filter)}
      </div>
      {open && (
        <>
          {MORE.map(filter)}
          <RuleSelect value={state.rule} onChange={onChange} />
          {state.clock === 'cohort' && (
            <WindowSelect value={state.window} format={format} onChange={onChange} />
          )}
        </>
      )}
      <Button size="sm" variant="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>
        <SlidersHorizontal aria-hidden className="size-3.5" />
        {t(open ? 'fewer' : 'more')}
      </Button>
      {isTouched(state) && (
        <Button size="sm" variant="ghost" onClick={onReset}>
          {t('reset')}
        </Button>
      )}
    </search>
  );
}

/** What is set must be seen: an address that filters below opens the whole bar. */
function isSetBelow(state: HomeState): boolean {
  const filtered = MORE.some((dimension) => state[dimension].length > 0);
  return filtered || state.rule !== 'implied' || state.window !== null;
}
