export type Stop = { signal: AbortSignal; asked: Promise<void> };

/** Set when somebody ends the launcher: a signal, or the end of the process that started it. */
export function onStop(): Stop {
  const controller = new AbortController();
  const ask = () => controller.abort();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, ask);
  process.once('disconnect', ask);
  const asked = new Promise<void>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve());
  });
  return { signal: controller.signal, asked };
}
