'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Input } from '#components/ui/Input.tsx';
import { Select } from '#components/ui/Select.tsx';
import type { Format } from '#lib/view/createFormat.ts';
import { addDays } from '#lib/view/days.ts';
import {
  type Calendar,
  PERIODS,
  type Period,
  resolvePeriod,
  type Span,
} from '#lib/view/periods.ts';

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

type CustomProps = { span: Span; onClose: () => void; onApply: (span: Span) => void };

function CustomSpan({ span, onClose, onApply }: CustomProps) {
  const t = useTranslations();
  const [from, setFrom] = useState(span.from);
  const [last, setLast] = useState(addDays(span.to, -1));
  const wrong = from === '' || last === '' || from > last;
  const apply = () => {
    onApply({ from, to: addDays(last, 1) });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('home.controls.customTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" disabled={wrong} onClick={apply}>
            {t('ui.apply')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('home.controls.from')}>
          <Input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </Field>
        <Field
          label={t('home.controls.until')}
          error={wrong && from && last ? t('home.controls.wrongSpan') : null}
        >
          <Input type="date" value={last} onChange={(event) => setLast(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
