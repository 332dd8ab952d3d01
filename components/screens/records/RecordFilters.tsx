'use client';
import { useTranslations } from 'next-intl';
import { DimensionFilter } from '#components/controls/DimensionFilter.tsx';
import { Button } from '#components/ui/Button.tsx';
import { LazyMultiSelect } from '#components/ui/LazyMultiSelect.tsx';
import { DIMENSIONS, type Dimension } from '#lib/bowtie/dimensions.ts';
import { OUTCOMES } from '#lib/contract/vocabulary.ts';
import type { RowKind } from '#lib/view/records/columns.ts';
import type { RowMatch } from '#lib/view/records/rowMatch.ts';

type Props = {
  kind: RowKind;
  values: Record<Dimension, string[]>;
  match: RowMatch;
  onMatch: (match: RowMatch) => void;
};

const CONTRACT = { advanced: 'renewed', lost: 'churned', open: 'open' } as const;
const CONTRACT_OUTCOMES = ['advanced', 'lost', 'open'] as const;
const STATE = { advanced: 'stays', lost: 'left' } as const;
const RETAINED_OUTCOMES = ['advanced', 'lost'] as const;
const JUDGED: readonly RowKind[] = ['entries', 'contracts', 'retained'];

/** The values of columns that a row may have; the question itself stays what it is. */
export function RecordFilters({ kind, values, match, onMatch }: Props) {
  const t = useTranslations();
  const outcomes =
    kind === 'contracts'
      ? CONTRACT_OUTCOMES.map((value) => ({ value, label: t(`loop.renewals.${CONTRACT[value]}`) }))
      : kind === 'retained'
        ? RETAINED_OUTCOMES.map((value) => ({ value, label: t(`loop.retained.${STATE[value]}`) }))
        : OUTCOMES.map((value) => ({ value, label: t(`terms.outcome.${value}`) }));
  return (
    <search aria-label={t('records.filter')} className="flex flex-wrap gap-2 px-5 pt-2.5">
      {JUDGED.includes(kind) && (
        <LazyMultiSelect
          label={t('records.field.outcome')}
          options={outcomes}
          value={match.outcome ?? []}
          onChange={(outcome) => onMatch({ ...match, outcome })}
        />
      )}
      {DIMENSIONS.map((dimension) => (
        <DimensionFilter
          key={dimension}
          dimension={dimension}
          values={values[dimension]}
          chosen={match[dimension] ?? []}
          onChange={(chosen) => onMatch({ ...match, [dimension]: chosen })}
        />
      ))}
      <Button size="sm" variant="ghost" onClick={() => onMatch({ text: match.text ?? [] })}>
        {t('home.controls.reset')}
      </Button>
    </search>
  );
}
