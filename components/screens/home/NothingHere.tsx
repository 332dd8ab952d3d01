'use client';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import type { AnswerMeta } from '#lib/contract/bowtie.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { HomeState } from '#lib/view/homeState.ts';
import type { Calendar } from '#lib/view/periods.ts';

type Props = {
  meta: AnswerMeta;
  calendar: Calendar;
  format: Format;
  onChange: (change: Partial<HomeState>) => void;
};

/** The organization has data, only not here: says where it is. */
export function NothingHere({ meta, calendar, format, onChange }: Props) {
  const t = useTranslations('home.empty');
  const { today, dataFrom, dataThrough } = calendar;
  return (
    <div className="rounded-xl border border-dashed border-line-strong">
      <EmptyState
        title={t('period')}
        actions={
          <Button onClick={() => onChange({ period: 'all', from: null, to: null })}>
            {t('showAll')}
          </Button>
        }
      >
        {t('periodText', {
          span: format.span(meta.from, meta.to),
          from: format.day(dataFrom ?? today),
          to: format.day(dataThrough ?? today),
        })}
      </EmptyState>
    </div>
  );
}
