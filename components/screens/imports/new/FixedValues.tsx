'use client';
import { X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { IconButton } from '#components/ui/IconButton.tsx';
import { Input } from '#components/ui/Input.tsx';
import { SearchSelect } from '#components/ui/SearchSelect.tsx';
import { Select } from '#components/ui/Select.tsx';
import { MOTIONS } from '#lib/bowtie/dimensions.ts';
import type { ImportKind, Mapping } from '#lib/contract/ingest.ts';
import type { OrgAnswer } from '#lib/contract/org.ts';
import { fixableFields, fixedFields, setFixed } from '#lib/view/imports/fixedFields.ts';
import { currencyOptions } from '#lib/view/orgs/currencyOptions.ts';

type Props = {
  kind: ImportKind;
  org: OrgAnswer;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
};

/** Values that hold for the whole file because no column says them. */
export function FixedValues({ kind, org, mapping, onChange }: Props) {
  const t = useTranslations('imports');
  const say = (field: string) => t(`field.${field}` as never);
  const fields = fixedFields(mapping);
  const free = fixableFields(kind, mapping).map((value) => ({ value, label: say(value) }));
  const starts = (field: string) => {
    if (field === 'currency') return org.currency;
    return field === 'motion' ? MOTIONS[0] : '';
  };
  return (
    <section aria-label={t('columns.fixed')}>
      <h3 className="text-sm font-medium">{t('columns.fixed')}</h3>
      <p className="mb-2 text-xs text-ink-3">{t('columns.fixedText')}</p>
      <div className="flex max-w-xl flex-col gap-2">
        {fields.map((field) => (
          <div key={field} className="grid grid-cols-[8rem_minmax(0,1fr)_2rem] items-center gap-2">
            <span>{say(field)}</span>
            <FixedValue
              field={field}
              label={say(field)}
              value={mapping.constants[field] ?? ''}
              onChange={(value) => onChange(setFixed(mapping, field, value))}
            />
            <IconButton
              label={t('columns.fixedRemove', { field: say(field) })}
              onClick={() => onChange(setFixed(mapping, field, null))}
            >
              <X aria-hidden className="size-4" />
            </IconButton>
          </div>
        ))}
        {free.length > 0 && (
          <div className="max-w-60">
            <Select
              key={fields.join()}
              label={t('columns.fixedAdd')}
              placeholder={t('columns.fixedAdd')}
              options={free}
              value={null}
              onChange={(field) => onChange(setFixed(mapping, field, starts(field)))}
            />
          </div>
        )}
      </div>
    </section>
  );
}

type ValueProps = {
  field: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
};

function FixedValue({ field, label, value, onChange }: ValueProps) {
  const t = useTranslations('terms.value');
  const locale = useLocale();
  const currencies = useMemo(() => currencyOptions(locale), [locale]);
  if (field === 'currency') {
    return <SearchSelect label={label} options={currencies} value={value} onChange={onChange} />;
  }
  if (field === 'motion') {
    const options = MOTIONS.map((motion) => ({ value: motion as string, label: t(motion) }));
    return <Select label={label} options={options} value={value} onChange={onChange} />;
  }
  return (
    <Input aria-label={label} value={value} onChange={(event) => onChange(event.target.value)} />
  );
}
