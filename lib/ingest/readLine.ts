import type { Line } from './line.ts';
import { Problem } from './problem.ts';

/** Runs a reader on one row: its facts, null for "ignored", or the problem that it threw. */
export function readLine<Fact>(
  row: { line: number; raw: unknown; source: string },
  read: () => Fact[] | null,
): Line<Fact> {
  try {
    const facts = read();
    return facts === null ? { ...row, state: 'ignored' } : { ...row, state: 'read', facts };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...row, state: 'bad', code: error.code, message: error.message };
  }
}
