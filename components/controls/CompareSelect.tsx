'use client';
import { useTranslations } from 'next-intl';
import { Select } from '#components/ui/Select.tsx';
import { COMPARES, type Compare } from '#lib/contract/vocabulary.ts';

type Props = { value: Compare; onChange: (change: { compare: Compare }) => void };

export function CompareSelect({ value, onChange }: Props) {
  const t = useTranslations('home');
  return (
    <Select
      variant="chip"
      label={t('controls.compare')}
      value={value}
      active={value !== 'previous'}
      options={COMPARES.map((each) => ({ value: each, label: t(`compare.${each}`) }))}
      onChange={(compare) => onChange({ compare })}
    />
  );
}
