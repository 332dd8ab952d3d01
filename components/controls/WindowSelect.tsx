'use client';
import { useTranslations } from 'next-intl';
import { Select } from '#components/ui/Select.tsx';
import type { Format } from '#lib/view/createFormat.ts';

const WINDOWS = [7, 14, 30, 60, 90, 180, 365];

type Props = {
  value: number | null;
  format: Format;
  onChange: (change: { window: number | null }) => void;
};

/** Count only what advanced within so many days; a value from the address is kept. */
export function WindowSelect({ value, format, onChange }: Props) {
  const t = useTranslations('home.controls');
  const days = [...new Set(value === null ? WINDOWS : [...WINDOWS, value])].sort((a, b) => a - b);
  return (
    <Select
      variant="chip"
      label={t('window')}
      value={value === null ? 'none' : String(value)}
      active={value !== null}
      options={[
        { value: 'none', label: t('noWindow'), hint: t('windowHint') },
        ...days.map((each) => ({ value: String(each), label: format.days(each) })),
      ]}
      onChange={(next) => onChange({ window: next === 'none' ? null : Number(next) })}
    />
  );
}
