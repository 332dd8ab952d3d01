import { MAX_NOTE, MAX_NOTE_AUTHOR } from '#lib/contract/viewWords.ts';

/** A note as somebody writes it: what is left out is empty. */
export type NoteDraft = { on: string; through: string; text: string; author: string };

const DAY = /^\d{4}-\d\d-\d\d$/;

/** What is wrong with a draft, by the field. */
export function noteFaults({ on, through, text, author }: NoteDraft) {
  return {
    on: !DAY.test(on),
    through: through !== '' && (!DAY.test(through) || through < on),
    text: text.trim() === '' || [...text.trim()].length > MAX_NOTE,
    author: [...author.trim()].length > MAX_NOTE_AUTHOR,
  };
}

/** A draft without faults as the wire has it; days through the same day are one day. */
export function wholeNote({ on, through, text, author }: NoteDraft) {
  return {
    on,
    through: through === '' || through === on ? null : through,
    text: text.trim(),
    author: author.trim() === '' ? null : author.trim(),
  };
}
