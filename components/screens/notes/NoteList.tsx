'use client';
import { Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/Button.tsx';
import { Dialog } from '#components/ui/Dialog.tsx';
import { IconButton } from '#components/ui/IconButton.tsx';
import type { Annotation } from '#lib/contract/annotations.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { useNoteWords } from './useNoteWords.ts';

type Props = {
  notes: readonly Annotation[];
  format: Format;
  onAdd: () => void;
  onEdit: (note: Annotation) => void;
  onRemove: (note: Annotation) => void;
  onClose: () => void;
};

/** Every note of the organization, the latest day first. */
export function NoteList({ notes, format, onAdd, onEdit, onRemove, onClose }: Props) {
  const t = useTranslations('notes');
  const ui = useTranslations('ui');
  const { when, what } = useNoteWords(format);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('title')}
      description={t(notes.length === 0 ? 'none' : 'listText')}
      footer={
        <>
          <Button onClick={onClose}>{ui('close')}</Button>
          <Button variant="primary" onClick={onAdd}>
            {t('add')}
          </Button>
        </>
      }
    >
      <ul className="-mx-2 max-h-[50dvh] overflow-y-auto">
        {notes.toReversed().map((note) => (
          <li key={note.id} className="flex items-start gap-1 border-t border-line px-2 py-2">
            <p className="min-w-0 flex-1 break-words">
              <span className="block text-xs text-ink-2">{when(note)}</span>
              {what(note)}
            </p>
            <IconButton label={t('editOne', { text: note.text })} onClick={() => onEdit(note)}>
              <Pencil aria-hidden className="size-3.5" />
            </IconButton>
            <IconButton label={t('removeOne', { text: note.text })} onClick={() => onRemove(note)}>
              <Trash2 aria-hidden className="size-3.5" />
            </IconButton>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
