import type { Line } from './line.ts';

/** How many of the lines were noted for what, added to the counts before. */
export function countNotes(
  lines: readonly Line<unknown>[],
  counts: Map<string, number> = new Map(),
): Map<string, number> {
  for (const line of lines) {
    if (line.state !== 'read') continue;
    for (const note of line.notes ?? []) counts.set(note, (counts.get(note) ?? 0) + 1);
  }
  return counts;
}
