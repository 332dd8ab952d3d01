import { MOTIONS } from '#lib/bowtie/dimensions.ts';
import { Problem, quote } from './problem.ts';
import { type RawRow, readDimension } from './readText.ts';

const KNOWN: ReadonlySet<string> = new Set(MOTIONS);

export function readMotion(row: RawRow): string | null {
  const motion = readDimension(row, 'motion');
  if (motion === null || KNOWN.has(motion)) return motion;
  throw new Problem('bad_row', `motion must be one of ${MOTIONS.join(', ')}, not ${quote(motion)}`);
}
