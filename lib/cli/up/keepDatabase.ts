import { setTimeout as sleep } from 'node:timers/promises';
import { type Embedded, openEmbedded } from '../embedded/openEmbedded.ts';
import { stopPostmaster } from '../embedded/postmaster.ts';
import { isAlive } from '../embedded/processes.ts';
import { sentenceOf } from '../say.ts';
import { pauseAfter } from './pauseAfter.ts';

const LOOK_MS = 500;

export type KeptDatabase = { stop: () => Promise<void> };

/** Watches the embedded server, our child or an adopted one, and starts it again when it dies. */
export function keepDatabase(
  dataDir: string,
  first: Embedded,
  tell: (line: string) => void,
  moved: (url: string) => void,
): KeptDatabase {
  let current = first;
  let stopping = false;
  let reopening: Promise<void> | undefined;

  async function reopen(): Promise<void> {
    for (let faults = 1; !stopping; faults += 1) {
      const pause = pauseAfter(faults);
      tell(`The database ended; again in ${pause / 1_000} s`);
      await sleep(pause);
      try {
        const before = current.url;
        current = await openEmbedded(dataDir);
        tell(`The database is back on port ${current.port}`);
        if (current.url !== before) moved(current.url);
        return;
      } catch (error) {
        tell(sentenceOf(error));
      }
    }
  }

  const timer = setInterval(() => {
    if (stopping || reopening !== undefined || isAlive(current.pid)) return;
    reopening = reopen().finally(() => {
      reopening = undefined;
    });
  }, LOOK_MS);

  return {
    stop: async () => {
      stopping = true;
      clearInterval(timer);
      await reopening;
      await stopPostmaster(current.pid);
    },
  };
}
