import { tellFault } from '../say.ts';

export type Stop = { signal: AbortSignal; asked: Promise<void> };

/** Set when the launcher must end: a signal, the end of what started it, or a fault of its own. */
export function onStop(): Stop {
  const controller = new AbortController();
  const ask = () => controller.abort();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, ask);
  process.once('disconnect', ask);
  process.on('uncaughtException', (error) => {
    tellFault(error);
    ask();
  });
  const asked = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve());
  });
  return { signal: controller.signal, asked };
}
