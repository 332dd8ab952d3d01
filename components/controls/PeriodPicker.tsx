'use client';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Select } from '#components/ui/Select.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import {
  type Calendar,
  PERIODS,
  type Period,
  resolvePeriod,
  type Span,
} from '#lib/view/periods.ts';

const CustomSpan = dynamic(() => import('./CustomSpan.tsx').then((module) => module.CustomSpan), {
  ssr: false,
});

type Props = {
  period: Period;
  span: Span;
  calendar: Calendar;
  format: Format;
  onChange: (period: Period, custom: Span | null) => void;
};

/** Presets with the days they mean; custom days in a small dialog. */
export function PeriodPicker({ period, span, calendar, format, onChange }: Props) {
  const t = useTranslations('home');
  const [asking, setAsking] = useState(false);
  const options = PERIODS.map((value) => {
    const label = t(`period.${value}`);
    if (value === 'custom') return { value, label };
    const days = resolvePeriod(value, calendar, null);
    return { value, label, hint: format.span(days.from, days.to) };
  });
  const shown =
    period === 'custom'
      ? options.map((each) =>
          each.value === 'custom' ? { ...each, label: format.span(span.from, span.to) } : each,
        )
      : options;
  return (
    <>
      <Select
        variant="chip"
        label={t('controls.period')}
        options={shown}
        value={period}
        active={period !== 'last12'}
        onChange={(next) => (next === 'custom' ? setAsking(true) : onChange(next, null))}
      />
      {asking && (
        <CustomSpan
          span={span}
          onClose={() => setAsking(false)}
          onApply={(custom) => onChange('custom', custom)}
        />
      )}
    </>
  );
}
