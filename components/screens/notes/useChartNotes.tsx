'use client';
import { useQuery } from '@tanstack/react-query';
import { MessageSquarePlus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { Flagged } from '#components/charts/notes/flagged.ts';
import { triggerClass } from '#components/ui/triggerClass.ts';
import { annotationsOptions } from '#lib/query/annotationCalls.ts';
import type { Format } from '#lib/view/createFormat.ts';
import { addDays } from '#lib/view/days.ts';
import {
  flagsOf,
  type NoteFlag,
  notesIn,
  placeNotes,
  type Slot,
  withNotes,
} from '#lib/view/notes/placeNotes.ts';
import type { Cell } from '#lib/view/toCsv.ts';
import type { NoteAsked } from './NoteDialogs.tsx';
import { NoteLegend } from './NoteLegend.tsx';
import { useNoteWords } from './useNoteWords.ts';

const NoteDialogs = dynamic(() => import('./NoteDialogs.tsx').then((one) => one.NoteDialogs), {
  ssr: false,
});

export type ChartNotes = {
  flags: Flagged[];
  /** What a table says of a period; null: no period has a note, and the table no such column. */
  cell: ((slot: Slot) => string) | null;
  /** For the picture and the file. */
  words: string[];
  file: (table: Cell[][]) => Cell[][];
  /** The button beside the chart's tools, and what stands below the chart. */
  tool: ReactNode;
  legend: ReactNode;
};

type Chart = { org: string; slots: readonly Slot[]; today: string; format: Format };

/** The notes on one chart over time: how they are drawn, told, filed, added and changed. */
export function useChartNotes({ org, slots, today, format }: Chart): ChartNotes {
  const t = useTranslations('notes');
  const { whole } = useNoteWords(format);
  const query = useQuery(annotationsOptions(org));
  const [asked, setAsked] = useState<NoteAsked | null>(null);
  const notes = query.data?.data.annotations ?? [];
  const placed = placeNotes(notes, slots);
  const pick = ({ notes: [first, ...more] }: NoteFlag) =>
    setAsked(first && more.length === 0 ? { kind: 'note', note: first.note } : { kind: 'list' });
  const end = addDays(slots.at(-1)?.to ?? addDays(today, 1), -1);
  return {
    flags: flagsOf(placed).map((flag) => {
      const lines = flag.notes.map(({ note }) => whole(note));
      return {
        slot: flag.slot,
        last: Math.max(...flag.notes.map(({ last }) => last)),
        tag: flag.tag,
        lines,
        label: t('marker', { tag: flag.tag, text: lines.join('; ') }),
        onPick: () => pick(flag),
      };
    }),
    cell:
      placed.length === 0
        ? null
        : (slot) =>
            notesIn(placed, slot)
              .map(({ note }) => whole(note))
              .join('; '),
    words: placed.map(({ note, number }) => `${number}  ${whole(note)}`),
    file: (table) => withNotes(table, slots, placed),
    tool: (
      <button
        type="button"
        aria-label={t('add')}
        className={triggerClass('chip')}
        onClick={() => setAsked({ kind: 'note', note: null })}
      >
        <MessageSquarePlus aria-hidden className="size-3.5 text-ink-3" />
        <span className="max-sm:hidden">{t('add')}</span>
      </button>
    ),
    legend: (
      <>
        <NoteLegend
          placed={placed}
          count={notes.length}
          format={format}
          onEdit={(note) => setAsked({ kind: 'note', note })}
          onList={() => setAsked({ kind: 'list' })}
        />
        {asked && (
          <NoteDialogs
            org={org}
            asked={asked}
            notes={notes}
            day={end < today ? end : today}
            format={format}
            onAsk={setAsked}
          />
        )}
      </>
    ),
  };
}
