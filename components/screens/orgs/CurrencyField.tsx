'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Field } from '#components/ui/Field.tsx';
import { SearchSelect } from '#components/ui/SearchSelect.tsx';
import { currencyOptions } from '#lib/view/orgs/currencyOptions.ts';

type Props = { value: string; onChange: (value: string) => void };

export function CurrencyField({ value, onChange }: Props) {
  const t = useTranslations('orgs.field');
  const locale = useLocale();
  const options = useMemo(() => currencyOptions(locale), [locale]);
  return (
    <Field label={t('currency')} hint={t('currencyHint')}>
      <SearchSelect label={t('currency')} options={options} value={value} onChange={onChange} />
    </Field>
  );
}
