import { z } from 'zod';
import { isStorable } from './isStorable.ts';
import { MAX_NOTE, MAX_NOTE_AUTHOR } from './viewWords.ts';

const day = z.iso.date({ error: 'must be a date as YYYY-MM-DD' });

function words(most: number) {
  return z
    .string()
    .refine(isStorable, 'must be text without NUL')
    .trim()
    .min(1, 'must not be empty')
    .refine((text) => [...text].length <= most, `must be at most ${most} characters`);
}

const text = words(MAX_NOTE);
const author = words(MAX_NOTE_AUTHOR).nullable();
const on = day.describe('The day that it is about, or the first of several');
const through = day.nullable().describe('The last of several days; null: one day');

const ORDER = { error: 'must not be before "on"', path: ['through'] };

/** ISO dates compare as text. */
function isInOrder(one: { on: string; through?: string | null | undefined }): boolean {
  return !one.through || one.through >= one.on;
}

export const annotationBody = z
  .strictObject({ on, through: through.optional(), text, author: author.optional() })
  .refine(isInOrder, ORDER);

/** What is absent stays; `null` takes away. */
export const annotationChanges = z.strictObject({
  on: on.optional(),
  through: through.optional(),
  text: text.optional(),
  author: author.optional(),
});

export const annotationTarget = z.strictObject({ id: z.uuid() });

/** What a changed annotation must still be. */
export const wholeAnnotation = z
  .strictObject({ on, through, text, author })
  .refine(isInOrder, ORDER);

const annotation = z.strictObject({
  id: z.uuid(),
  on: z.string(),
  through: z.string().nullable(),
  text: z.string(),
  author: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});

export const annotationAnswer = z.strictObject({ data: annotation });
export const annotationsAnswer = z.strictObject({
  data: z.strictObject({ annotations: z.array(annotation) }),
});

export type WholeAnnotation = z.infer<typeof wholeAnnotation>;
export type Annotation = z.infer<typeof annotation>;
export type AnnotationAnswer = z.infer<typeof annotationAnswer>;
export type AnnotationsAnswer = z.infer<typeof annotationsAnswer>;
