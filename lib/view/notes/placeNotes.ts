import type { Annotation } from '#lib/contract/annotations.ts';
import type { Cell } from '../toCsv.ts';

/** One period of a chart's axis: [from, to). */
export type Slot = { from: string; to: string };

export type PlacedNote = {
  note: Annotation;
  /** From 1, in the order of the days: what the flag on the chart says. */
  number: number;
  /** Indices of the first and the last period that it touches. */
  first: number;
  last: number;
};

/** What stands at one place of the axis. */
export type NoteFlag = { slot: number; tag: string; notes: PlacedNote[] };

/** The notes that touch the periods of a chart, the earliest day first. */
export function placeNotes(notes: readonly Annotation[], slots: readonly Slot[]): PlacedNote[] {
  const touching = notes.flatMap((note) => {
    const touched = slots.flatMap((slot, index) => (touches(note, slot) ? [index] : []));
    const [first, last] = [touched[0], touched.at(-1)];
    return first === undefined || last === undefined ? [] : [{ note, first, last }];
  });
  // Text compares as the days do.
  touching.sort((a, b) => (a.note.on < b.note.on ? -1 : a.note.on > b.note.on ? 1 : 0));
  return touching.map((one, index) => ({ ...one, number: index + 1 }));
}

/** One flag per period: notes of the same period share it. */
export function flagsOf(placed: readonly PlacedNote[]): NoteFlag[] {
  const slots = [...new Set(placed.map(({ first }) => first))];
  return slots.map((slot) => {
    const notes = placed.filter(({ first }) => first === slot);
    return { slot, tag: tagOf(notes.map(({ number }) => number)), notes };
  });
}

/** The notes of a period as words for a table. */
export function notesIn(placed: readonly PlacedNote[], slot: Slot): PlacedNote[] {
  return placed.filter(({ note }) => touches(note, slot));
}

/** A file's table with a column of notes, where there are any. Its rows are the slots. */
export function withNotes(
  table: Cell[][],
  slots: readonly Slot[],
  placed: readonly PlacedNote[],
): Cell[][] {
  if (placed.length === 0) return table;
  return table.map((row, index) => {
    const slot = slots[index - 1];
    if (index === 0) return [...row, 'notes'];
    return [
      ...row,
      slot
        ? notesIn(placed, slot)
            .map(({ note }) => plainNote(note))
            .join('; ')
        : '',
    ];
  });
}

/** A note in a file: its days as the wire writes them. */
function plainNote({ on, through, text, author }: Annotation): string {
  const days = through === null ? on : `${on} - ${through}`;
  return `${days}: ${text}${author === null ? '' : ` (${author})`}`;
}

function touches({ on, through }: Annotation, { from, to }: Slot): boolean {
  return on < to && (through ?? on) >= from;
}

function tagOf(numbers: readonly number[]): string {
  const [first, second] = numbers;
  const last = numbers.at(-1);
  if (second === undefined) return String(first);
  return last === second ? `${first}, ${second}` : `${first}–${last}`;
}
