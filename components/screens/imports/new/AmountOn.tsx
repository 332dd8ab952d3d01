'use client';
import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/Field.tsx';
import { Select } from '#components/ui/Select.tsx';
import type { Mapping } from '#lib/contract/ingest.ts';
import { useStageText } from './useStageText.ts';

type Props = { mapping: Mapping; onChange: (mapping: Mapping) => void };

/** In a wide file the amount may hold for one of the dates only. */
export function AmountOn({ mapping, onChange }: Props) {
  const t = useTranslations('imports.columns');
  const stageText = useStageText();
  const { wide, amount_on, ...rest } = mapping;
  if (!wide || mapping.columns.amount === undefined) return null;
  const stages = Object.keys(wide.stages).map((stage) => ({
    value: stage,
    label: t('amountOnStage', { stage: stageText(stage).label }),
  }));
  const outcome = wide.outcome ? [{ value: 'outcome', label: t('amountOnOutcome') }] : [];
  const choose = (value: string) => {
    const bound = value === 'all' ? {} : { amount_on: value };
    onChange({ ...rest, wide, ...bound });
  };
  return (
    <div className="max-w-md">
      <Field label={t('amountOn')} hint={t('amountOnHint')}>
        <Select
          label={t('amountOn')}
          options={[{ value: 'all', label: t('amountOnAll') }, ...outcome, ...stages]}
          value={amount_on ?? 'all'}
          onChange={choose}
        />
      </Field>
    </div>
  );
}
