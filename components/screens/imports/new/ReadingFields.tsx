'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Field } from '#components/ui/Field.tsx';
import { Input } from '#components/ui/Input.tsx';
import { Select } from '#components/ui/Select.tsx';
import {
  DELIMITER_NAMES,
  DELIMITERS,
  ENCODINGS,
  nullsText,
  parseNulls,
} from '#lib/view/imports/readingNames.ts';
import { ZoneField } from '../../orgs/ZoneField.tsx';
import type { DraftDesk } from './useImportDraft.ts';

type Props = { desk: DraftDesk };

/** Everything that was sniffed, to be corrected. */
export function ReadingFields({ desk }: Props) {
  const t = useTranslations('imports.read');
  const { draft, reading, mapping } = desk;
  const { encoding, delimiter, header } = draft.upload.sniff;
  const encodings = [...new Set([encoding, ...ENCODINGS])];
  return (
    <div className="grid gap-4 rounded-lg bg-sunken p-4 sm:grid-cols-2 lg:grid-cols-3">
      <Field label={t('encoding')}>
        <Select
          label={t('encoding')}
          options={encodings.map((value) => ({ value, label: value.toUpperCase() }))}
          value={encoding}
          disabled={reading.pending}
          onChange={(value) => reading.again({ encoding: value })}
        />
      </Field>
      <Field label={t('delimiter')}>
        <Select
          label={t('delimiter')}
          options={DELIMITERS.map((value) => ({
            value,
            label: t(`delimiters.${DELIMITER_NAMES[value]}`),
          }))}
          value={delimiter}
          disabled={reading.pending}
          onChange={(value) => reading.again({ delimiter: value })}
        />
      </Field>
      <Field label={t('header')}>
        <Select
          label={t('header')}
          options={[
            { value: 'yes', label: t('headerYes') },
            { value: 'no', label: t('headerNo') },
          ]}
          value={header ? 'yes' : 'no'}
          disabled={reading.pending}
          onChange={(value) => reading.again({ header: value === 'yes' })}
        />
      </Field>
      <ValueFields desk={desk} />
      <ZoneField
        value={draft.timeZone}
        now={desk.now}
        label={t('zone')}
        hint={t('zoneHint')}
        onChange={(timeZone) => desk.change({ timeZone })}
      />
      <NullsField
        key={mapping.null_values.join()}
        values={mapping.null_values}
        onChange={(null_values) => desk.setMapping({ ...mapping, null_values })}
      />
    </div>
  );
}

const FORMATS = ['auto', 'iso', 'mdy', 'dmy'] as const;
const DECIMALS = ['auto', '.', ','] as const;
const DECIMAL_NAMES = { auto: 'auto', '.': 'point', ',': 'comma' } as const;

function ValueFields({ desk }: Props) {
  const t = useTranslations('imports.read');
  const { mapping, setMapping } = desk;
  return (
    <>
      <Field label={t('dates')}>
        <Select
          label={t('dates')}
          options={FORMATS.map((value) => ({ value, label: t(`dateFormats.${value}`) }))}
          value={mapping.date_format}
          onChange={(date_format) => setMapping({ ...mapping, date_format })}
        />
      </Field>
      <Field label={t('decimal')}>
        <Select
          label={t('decimal')}
          options={DECIMALS.map((value) => ({
            value,
            label: t(`decimals.${DECIMAL_NAMES[value]}`),
          }))}
          value={mapping.decimal}
          onChange={(decimal) => setMapping({ ...mapping, decimal })}
        />
      </Field>
    </>
  );
}

type NullsProps = { values: readonly string[]; onChange: (values: string[]) => void };

function NullsField({ values, onChange }: NullsProps) {
  const t = useTranslations('imports.read');
  const [text, setText] = useState(nullsText(values));
  return (
    <Field label={t('nulls')} hint={t('nullsHint')}>
      <Input
        value={text}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        onBlur={() => onChange(parseNulls(text))}
      />
    </Field>
  );
}
