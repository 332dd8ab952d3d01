'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { buttonClass } from '#components/ui/buttonClass.ts';
import { Field } from '#components/ui/Field.tsx';
import { Input } from '#components/ui/Input.tsx';

type Props = { currency: string; busy: boolean; onRates: (csv: string) => void };

const HEADER = 'date,currency,rate';

/** One rate by hand, or many from a file: both go the same way. */
export function RateForm({ currency, busy, onRates }: Props) {
  const t = useTranslations('loop.rates');
  const [draft, setDraft] = useState({ date: '', currency: '', rate: '' });
  const complete = draft.date !== '' && draft.currency.length === 3 && Number(draft.rate) > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onRates(`${HEADER}\n${draft.date},${draft.currency.toUpperCase()},${draft.rate}\n`);
  };
  return (
    <form onSubmit={submit} className="grid items-end gap-3 sm:grid-cols-[1fr_7rem_1fr_auto]">
      <Field label={t('date')}>
        <Input
          type="date"
          value={draft.date}
          onChange={(event) => setDraft({ ...draft, date: event.target.value })}
        />
      </Field>
      <Field label={t('currency')}>
        <Input
          maxLength={3}
          placeholder="EUR"
          autoComplete="off"
          value={draft.currency}
          onChange={(event) => setDraft({ ...draft, currency: event.target.value })}
        />
      </Field>
      <Field label={t('rate', { currency })}>
        <Input
          inputMode="decimal"
          placeholder="1.0825"
          value={draft.rate}
          onChange={(event) => setDraft({ ...draft, rate: event.target.value })}
        />
      </Field>
      <Button type="submit" variant="primary" disabled={busy || !complete}>
        {t(busy ? 'taking' : 'add')}
      </Button>
      <p className="text-sm text-ink-2 sm:col-span-3">{t('fileText')}</p>
      <label className={buttonClass('secondary', 'md', 'relative cursor-pointer')}>
        {t('file')}
        <input
          type="file"
          accept=".csv,text/csv"
          disabled={busy}
          aria-label={t('file')}
          className="absolute inset-0 cursor-pointer opacity-0"
          onChange={async (event) => {
            const [file] = event.target.files ?? [];
            if (file) onRates(await file.text());
          }}
        />
      </label>
    </form>
  );
}
