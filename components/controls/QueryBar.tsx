'use client';
import { SlidersHorizontal } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { cx } from '#components/ui/cx.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { Calendar, Period, Span } from '#lib/view/periods.ts';
import { PeriodPicker } from './PeriodPicker.tsx';

type PeriodChange = { period: Period; from: string | null; to: string | null };

type Props = {
  /** The menu of saved views. */
  views: ReactNode;
  period: Period;
  span: Span;
  calendar: Calendar;
  format: Format;
  onPeriod: (change: PeriodChange) => void;
  /** Controls that even a phone shows. */
  first?: ReactNode;
  usual: ReactNode;
  /** Controls behind the button "more", on every width. */
  rare?: ReactNode;
  /** What is set must be seen: the bar begins open. */
  rareIsSet?: boolean;
  touched: boolean;
  onReset: () => void;
};

/** The whole question of a page in one line of chips; every one of them is in the address. */
export function QueryBar(props: Props) {
  const { views, period, span, calendar, format, onPeriod } = props;
  const { first, usual, rare, rareIsSet = false, touched, onReset } = props;
  const t = useTranslations('home.controls');
  const [open, setOpen] = useState(rareIsSet);
  return (
    <search aria-label={t('label')} className="flex flex-wrap items-center gap-2 print:hidden">
      {views}
      <PeriodPicker
        period={period}
        span={span}
        calendar={calendar}
        format={format}
        onChange={(next, custom) =>
          onPeriod({ period: next, from: custom?.from ?? null, to: custom?.to ?? null })
        }
      />
      {first}
      {/* A phone has room for the period only; the rest waits behind one button. */}
      <div className={cx('contents', !open && 'max-sm:hidden')}>{usual}</div>
      {open && rare}
      <Button
        size="sm"
        variant="ghost"
        aria-expanded={open}
        className={rare ? '' : 'sm:hidden'}
        onClick={() => setOpen(!open)}
      >
        <SlidersHorizontal aria-hidden className="size-3.5" />
        {t(open ? 'fewer' : 'more')}
      </Button>
      {touched && (
        <Button size="sm" variant="ghost" onClick={onReset}>
          {t('reset')}
        </Button>
      )}
    </search>
  );
}
