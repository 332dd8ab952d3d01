'use client';
import { useTranslations } from 'next-intl';
import { Select } from '#components/ui/Select.tsx';
import { CLOCKS, type Clock } from '#lib/contract/vocabulary.ts';

type Props = { value: Clock; onChange: (change: { clock: Clock }) => void };

/** Each clock answers another question: its hint says which. */
export function ClockSelect({ value, onChange }: Props) {
  const t = useTranslations('home');
  return (
    <Select
      variant="chip"
      label={t('controls.clock')}
      value={value}
      active={value !== 'cohort'}
      options={CLOCKS.map((each) => ({
        value: each,
        label: t(`clock.${each}.name`),
        hint: t(`clock.${each}.hint`),
      }))}
      onChange={(clock) => onChange({ clock })}
    />
  );
}
