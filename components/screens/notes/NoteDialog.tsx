'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { Field } from '#components/ui/Field.tsx';
import { Input } from '#components/ui/Input.tsx';
import { TextArea } from '#components/ui/TextArea.tsx';
import type { Annotation, WholeAnnotation } from '#lib/contract/annotations.ts';
import { MAX_NOTE, MAX_NOTE_AUTHOR } from '#lib/contract/viewWords.ts';
import { type NoteDraft, noteFaults, wholeNote } from '#lib/view/notes/noteFault.ts';

type Props = {
  /** Null: a new one. */
  note: Annotation | null;
  /** The day that a new one begins with. */
  day: string;
  busy: boolean;
  error: string | null;
  onSave: (note: WholeAnnotation) => void;
  onRemove: () => void;
  onClose: () => void;
};

/** One note, new or to be changed. */
export function NoteDialog({ note, day, busy, error, onSave, onRemove, onClose }: Props) {
  const t = useTranslations('notes');
  const ui = useTranslations('ui');
  const [draft, setDraft] = useState<NoteDraft>({
    on: note?.on ?? day,
    through: note?.through ?? '',
    text: note?.text ?? '',
    author: note?.author ?? '',
  });
  const [tried, setTried] = useState(false);
  const faults = noteFaults(draft);
  const fault = (name: 'on' | 'through' | 'text') =>
    tried && faults[name] ? t(`fault.${name}`) : null;
  const change = (part: Partial<NoteDraft>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!Object.values(faults).includes(true)) onSave(wholeNote(draft));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(note === null ? 'addTitle' : 'editTitle')}
    >
      <form className="grid gap-4" onSubmit={submit}>
        <Field label={t('text')} hint={t('textHint')} error={fault('text')}>
          <TextArea
            rows={2}
            maxLength={MAX_NOTE}
            value={draft.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('on')} error={fault('on')}>
            <Input
              type="date"
              value={draft.on}
              onChange={(event) => change({ on: event.target.value })}
            />
          </Field>
          <Field label={t('through')} optional error={fault('through')}>
            <Input
              type="date"
              min={draft.on}
              value={draft.through}
              onChange={(event) => change({ through: event.target.value })}
            />
          </Field>
        </div>
        <Field label={t('author')} optional>
          <Input
            maxLength={MAX_NOTE_AUTHOR}
            value={draft.author}
            onChange={(event) => change({ author: event.target.value })}
          />
        </Field>
        {error && (
          <p role="alert" className="text-sm text-warn-600">
            {error}
          </p>
        )}
        <div className="flex justify-end gap-2">
          {note && (
            <Button variant="danger" className="mr-auto" onClick={onRemove}>
              {t('remove')}
            </Button>
          )}
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" variant="primary" disabled={busy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
