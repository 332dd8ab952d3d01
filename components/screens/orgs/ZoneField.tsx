'use client';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Field } from '#components/ui/Field.tsx';
import { SearchSelect } from '#components/ui/SearchSelect.tsx';
import { type Choice, zoneOptions } from '#lib/view/orgs/zoneOptions.ts';

type Props = {
  value: string;
  /** The moment whose offsets are shown, from the page's own clock. */
  now: number;
  onChange: (value: string) => void;
  label?: string;
  hint?: string;
};

export function ZoneField({ value, now, onChange, label, hint }: Props) {
  const t = useTranslations('orgs.field');
  const locale = useLocale();
  const [options, setOptions] = useState<Choice[]>([]);
  // Browser and server know different zones and names, so the list is made in the browser only.
  useEffect(() => setOptions(zoneOptions(locale, new Date(now), value)), [locale, now, value]);
  return (
    <Field label={label ?? t('zone')} hint={hint ?? t('zoneHint')}>
      <SearchSelect
        label={label ?? t('zone')}
        options={options}
        value={value}
        onChange={onChange}
      />
    </Field>
  );
}
