import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { requeueAll } from './requeueAll.ts';

const LOOK_MS = 1_000;

/**
 * Puts unfinished work into the queue again as soon as the database answers: a run that lost it
 * could not tell the queue so, which would wait a minute for its heartbeat.
 */
export function requeueSoon(
  pool: Pool,
  report: (error: unknown) => void,
  signal: AbortSignal,
): () => void {
  let waiting = false;

  async function wait(): Promise<void> {
    for (;;) {
      await sleep(LOOK_MS, undefined, { signal, ref: false });
      const back = await pool.query('select 1').then(
        () => true,
        () => false,
      );
      if (back && (await requeueAll(pool, report))) return;
    }
  }

  return () => {
    if (waiting) return;
    waiting = true;
    void wait()
      .catch(() => undefined)
      .finally(() => {
        waiting = false;
      });
  };
}
