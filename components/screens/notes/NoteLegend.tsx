'use client';
import { useTranslations } from 'next-intl';
import type { Annotation } from '#lib/contract/annotations.ts';
import type { Format } from '#lib/view/createFormat.ts';
import type { PlacedNote } from '#lib/view/notes/placeNotes.ts';
import { useNoteWords } from './useNoteWords.ts';

type Props = {
  placed: readonly PlacedNote[];
  /** Of the whole organization. */
  count: number;
  format: Format;
  onEdit: (note: Annotation) => void;
  onList: () => void;
};

const MOST = 6;
const BUTTON = 'min-h-6 text-left decoration-line-strong underline-offset-4 hover:underline';

/** What the flags of a chart say, below it: for paper, and for those who do not point. */
export function NoteLegend({ placed, count, format, onEdit, onList }: Props) {
  const t = useTranslations('notes');
  const { when, what } = useNoteWords(format);
  if (count === 0) return null;
  return (
    <ul
      aria-label={t('label')}
      className="mt-2 flex flex-wrap items-baseline gap-x-5 gap-y-1 text-xs text-ink-2"
    >
      {placed.slice(0, MOST).map(({ note, number }) => (
        <li key={note.id} className="max-w-full">
          <button
            type="button"
            className={`${BUTTON} inline-flex max-w-full items-baseline gap-1.5`}
            onClick={() => onEdit(note)}
          >
            <span className="rounded-full border border-note-700 bg-note-50 px-1.5 text-note-700">
              {number}
            </span>
            <span className="shrink-0">{when(note)}</span>
            <span className="min-w-0 break-words text-ink">{what(note)}</span>
          </button>
        </li>
      ))}
      <li className="print:hidden">
        <button type="button" className={`${BUTTON} underline`} onClick={onList}>
          {placed.length > MOST
            ? t('more', { n: placed.length - MOST })
            : t('all', { n: format.count(count) })}
        </button>
      </li>
    </ul>
  );
}
