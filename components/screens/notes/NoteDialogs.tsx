'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '#components/ui/ConfirmDialog.tsx';
import type { Annotation, WholeAnnotation } from '#lib/contract/annotations.ts';
import { annotationsOptions, putAnnotation, removeAnnotation } from '#lib/query/annotationCalls.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { useErrorText } from '../useErrorText.ts';
import { NoteDialog } from './NoteDialog.tsx';
import { NoteList } from './NoteList.tsx';
import { useNoteWords } from './useNoteWords.ts';

export type NoteAsked =
  | { kind: 'list' }
  | { kind: 'note'; note: Annotation | null }
  | { kind: 'remove'; note: Annotation };

type Props = {
  org: string;
  asked: NoteAsked;
  notes: readonly Annotation[];
  day: string;
  format: Format;
  onAsk: (asked: NoteAsked | null) => void;
};

/** Everything that is done with notes happens in one dialog after the other. */
export function NoteDialogs({ org, asked, notes, day, format, onAsk }: Props) {
  const t = useTranslations('notes');
  const errorText = useErrorText();
  const client = useQueryClient();
  const { whole } = useNoteWords(format);
  const close = () => onAsk(null);
  const onSuccess = async () => {
    await client.invalidateQueries({ queryKey: annotationsOptions(org).queryKey });
    close();
  };
  const note = asked.kind === 'list' ? null : asked.note;
  const save = useMutation({
    mutationFn: (body: WholeAnnotation) => putAnnotation(org, note?.id ?? null, body),
    onSuccess,
  });
  const removal = useMutation({ mutationFn: (id: string) => removeAnnotation(org, id), onSuccess });
  if (asked.kind === 'list') {
    return (
      <NoteList
        notes={notes}
        format={format}
        onAdd={() => onAsk({ kind: 'note', note: null })}
        onEdit={(one) => onAsk({ kind: 'note', note: one })}
        onRemove={(one) => onAsk({ kind: 'remove', note: one })}
        onClose={close}
      />
    );
  }
  if (asked.kind === 'remove') {
    return (
      <ConfirmDialog
        title={t('removeTitle')}
        description={whole(asked.note)}
        action={t('removeNow')}
        busy={removal.isPending}
        error={removal.error && errorText(removal.error)}
        onConfirm={() => removal.mutate(asked.note.id)}
        onClose={close}
      />
    );
  }
  return (
    <NoteDialog
      key={note?.id ?? 'new'}
      note={note}
      day={day}
      busy={save.isPending}
      error={save.error && errorText(save.error)}
      onSave={(body) => save.mutate(body)}
      onRemove={() => note && onAsk({ kind: 'remove', note })}
      onClose={close}
    />
  );
}
