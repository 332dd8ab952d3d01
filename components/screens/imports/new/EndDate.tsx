'use client';
import { useTranslations } from 'next-intl';
import { Field } from '#components/ui/Field.tsx';
import { Select } from '#components/ui/Select.tsx';
import type { Mapping } from '#lib/contract/ingest.ts';

type Props = { mapping: Mapping; onChange: (mapping: Mapping) => void };

export function EndDate({ mapping, onChange }: Props) {
  const t = useTranslations('imports.columns');
  if (mapping.columns.ends_on === undefined) return null;
  return (
    <div className="max-w-md">
      <Field label={t('endDate')}>
        <Select
          label={t('endDate')}
          options={[
            { value: 'exclusive' as const, label: t('endExclusive') },
            { value: 'inclusive' as const, label: t('endInclusive') },
          ]}
          value={mapping.end_date}
          onChange={(end_date) => onChange({ ...mapping, end_date })}
        />
      </Field>
    </div>
  );
}
