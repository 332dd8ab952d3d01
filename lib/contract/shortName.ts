import { z } from 'zod';
import { isStorable } from './isStorable.ts';
import { tidyName } from './nameKey.ts';

/** A name that somebody gives: kept tidy, never empty, at most so many characters. */
export function shortName(most: number) {
  return z
    .string()
    .refine(isStorable, 'must be text without NUL')
    .transform(tidyName)
    .refine((text) => text !== '', 'must not be empty')
    .refine((text) => [...text].length <= most, `must be at most ${most} characters`);
}
