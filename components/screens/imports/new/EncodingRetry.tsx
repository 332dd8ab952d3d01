'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Select } from '#components/ui/Select.tsx';
import { ENCODINGS } from '#lib/view/imports/readingNames.ts';

/** A file that no encoding fits may be read all the same by somebody who knows what it is in. */
export function EncodingRetry({ onRetry }: { onRetry: (encoding: string) => void }) {
  const t = useTranslations('imports.upload');
  const [encoding, setEncoding] = useState<string>(ENCODINGS[0]);
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="min-w-48">
        <Field label={t('encoding')}>
          <Select
            label={t('encoding')}
            options={ENCODINGS.map((value) => ({ value, label: value.toUpperCase() }))}
            value={encoding}
            onChange={setEncoding}
          />
        </Field>
      </div>
      <Button onClick={() => onRetry(encoding)}>{t('withEncoding')}</Button>
    </div>
  );
}
