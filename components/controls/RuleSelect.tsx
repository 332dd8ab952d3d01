'use client';
import { useTranslations } from 'next-intl';
import { Select } from '#components/ui/Select.tsx';
import { RULES } from '#lib/contract/vocabulary.ts';

type Rule = (typeof RULES)[number];
type Props = { value: Rule; onChange: (change: { rule: Rule }) => void };

export function RuleSelect({ value, onChange }: Props) {
  const t = useTranslations('home');
  return (
    <Select
      variant="chip"
      label={t('controls.rule')}
      value={value}
      active={value !== 'implied'}
      options={RULES.map((each) => ({
        value: each,
        label: t(`rule.${each}.name`),
        hint: t(`rule.${each}.hint`),
      }))}
      onChange={(rule) => onChange({ rule })}
    />
  );
}
