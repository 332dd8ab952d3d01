'use client';
import { useTranslations } from 'next-intl';
import { Td, Th } from '#components/ui/Table.tsx';
import type { Slot } from '#lib/view/notes/placeNotes.ts';
import type { ChartNotes } from './useChartNotes.tsx';

/** The last column of a chart's table, where there are notes. */
export function NoteHead({ notes }: { notes: ChartNotes }) {
  const t = useTranslations('notes');
  return notes.cell && <Th>{t('column')}</Th>;
}

export function NoteCell({ notes, slot }: { notes: ChartNotes; slot: Slot | null }) {
  return notes.cell && <Td className="min-w-56">{slot && notes.cell(slot)}</Td>;
}
