import type { Pool } from 'pg';
import { isUnavailable } from '#lib/store/isUnavailable.ts';
import { requeueFolds } from './requeueFolds.ts';
import { requeueImports } from './requeueImports.ts';
import { requeueRederives } from './requeueRederives.ts';

/** Puts all unfinished work into its queue; false when the database went away meanwhile. */
export async function requeueAll(pool: Pool, report: (error: unknown) => void): Promise<boolean> {
  let lost = false;
  const hear = (error: unknown): void => {
    lost ||= isUnavailable(error);
    report(error);
  };
  for (const requeue of [requeueImports, requeueFolds, requeueRederives]) {
    await requeue(pool, hear).catch(hear);
  }
  return !lost;
}
