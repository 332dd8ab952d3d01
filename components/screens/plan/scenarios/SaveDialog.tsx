'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Input } from '#components/ui/Input.tsx';

const MOST = 80;

type Props = { onClose: () => void; onSave: (name: string, author: string | null) => void };

/** A name for the plan as it stands, and who says so. */
export function SaveDialog({ onClose, onSave }: Props) {
  const t = useTranslations('plan');
  const [name, setName] = useState('');
  const [author, setAuthor] = useState('');
  const ready = name.trim() !== '';
  const save = () => ready && onSave(name.trim(), author.trim() || null);
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('scenarios.save')}
      footer={
        <>
          <Button onClick={onClose}>{t('scenarios.cancel')}</Button>
          <Button variant="primary" disabled={!ready} onClick={save}>
            {t('scenarios.keep')}
          </Button>
        </>
      }
    >
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Field label={t('scenarios.name')}>
          <Input value={name} maxLength={MOST} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t('scenarios.author')} optional>
          <Input
            value={author}
            maxLength={MOST}
            onChange={(event) => setAuthor(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
