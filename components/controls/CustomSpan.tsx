'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Input } from '#components/ui/Input.tsx';
import { addDays } from '#lib/view/days.ts';
import type { Span } from '#lib/view/periods.ts';

type Props = { span: Span; onClose: () => void; onApply: (span: Span) => void };

/** Any two days; the last one is the last day covered. */
export function CustomSpan({ span, onClose, onApply }: Props) {
  const t = useTranslations();
  const [from, setFrom] = useState(span.from);
  const [last, setLast] = useState(addDays(span.to, -1));
  const wrong = from === '' || last === '' || from > last;
  const apply = () => {
    onApply({ from, to: addDays(last, 1) });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('home.controls.customTitle')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" disabled={wrong} onClick={apply}>
            {t('ui.apply')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('home.controls.from')}>
          <Input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </Field>
        <Field
          label={t('home.controls.until')}
          error={wrong && from && last ? t('home.controls.wrongSpan') : null}
        >
          <Input type="date" value={last} onChange={(event) => setLast(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
