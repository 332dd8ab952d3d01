'use client';
import { useTranslations } from 'next-intl';
import type { Annotation } from '#lib/contract/annotations.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { addDays } from '#lib/view/days.ts';

type Words = {
  when: (note: Annotation) => string;
  /** The text, and who says so. */
  what: (note: Annotation) => string;
  whole: (note: Annotation) => string;
};

/** A note in the reader's words. */
export function useNoteWords(format: Format): Words {
  const t = useTranslations('notes');
  const when = ({ on, through }: Annotation) =>
    through === null ? format.day(on) : format.span(on, addDays(through, 1));
  const what = ({ text, author }: Annotation) =>
    author === null ? text : t('by', { text, author });
  return { when, what, whole: (note) => t('one', { when: when(note), text: what(note) }) };
}
