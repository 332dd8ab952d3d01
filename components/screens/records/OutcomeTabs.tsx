'use client';
import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/cx.ts';
import type { BowtieTotal } from '#lib/contract/bowtie.ts';
import { OUTCOMES, type Outcome } from '#lib/contract/vocabulary.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { type Selection, selectedCount } from '#lib/view/selection.ts';

type Props = {
  selection: Selection;
  total: BowtieTotal;
  outcome: Outcome | null;
  format: Format;
  onChange: (outcome: Outcome | null) => void;
};

/** The base, and the parts that it splits into. */
export function OutcomeTabs({ selection, total, outcome, format, onChange }: Props) {
  const t = useTranslations();
  const choices = [null, ...OUTCOMES].flatMap((value) => {
    const n = selectedCount(total, selection, value, 'cohort');
    const needed = value === null || value === outcome || (n !== null && n > 0);
    return needed ? [{ value, n }] : [];
  });
  return (
    <fieldset className="flex flex-wrap gap-1.5 border-b border-line px-5 py-2.5">
      <legend className="sr-only">{t('records.outcome')}</legend>
      {choices.map(({ value, n }) => (
        <button
          key={value ?? 'all'}
          type="button"
          aria-pressed={value === outcome}
          onClick={() => onChange(value)}
          className={cx(
            'h-7 rounded-full border px-2.5 text-sm transition-colors',
            value === outcome
              ? 'border-ink bg-ink text-paper'
              : 'border-line-strong text-ink-2 hover:border-line-control hover:text-ink',
          )}
        >
          {value === null ? t('records.all') : t(`terms.outcome.${value}`)} {format.count(n)}
        </button>
      ))}
    </fieldset>
  );
}
