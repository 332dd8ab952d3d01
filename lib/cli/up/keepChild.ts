import { type ChildProcess, fork } from 'node:child_process';
import { childEnv } from '#lib/env.ts';
import { pauseAfter } from './pauseAfter.ts';
import { SMALL_HEAP } from './smallHeap.ts';

export type KeptChild = { stop: () => Promise<void>; restart: () => void };

export type ChildPlan = {
  name: string;
  file: string;
  env: () => Record<string, string>;
  /** A server is there when it says `ready`; a worker as soon as it runs. */
  readyOn: 'message' | 'spawn';
  /** Where a fault is told; the terminal, in one line. */
  tell: (line: string) => void;
};

const GRACE_MS = 15_000;

/** Starts a child and starts it again, ever more slowly, whenever it ends unasked. */
export function keepChild(plan: ChildPlan): { ready: Promise<void>; child: KeptChild } {
  let current: ChildProcess | undefined;
  let stopping = false;
  let faults = 0;
  let timer: NodeJS.Timeout | undefined;
  let settle: { resolve: () => void; reject: (error: Error) => void } | undefined;
  const ready = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });

  function start(): void {
    const guard = new URL('../endWithParent.ts', import.meta.url).href;
    const child = fork(plan.file, [], {
      env: childEnv(plan.env()),
      execArgv: [...SMALL_HEAP, '--import', guard],
      // A Ctrl-C must reach the launcher only, which ends its children in order.
      detached: true,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    current = child;
    child.on('message', (message) => {
      if (message === 'ready') settle?.resolve();
    });
    if (plan.readyOn === 'spawn') child.once('spawn', () => settle?.resolve());
    child.once('error', (error) => plan.tell(`${plan.name} did not start: ${error.message}`));
    child.once('exit', (code, signal) => {
      if (current === child) current = undefined;
      if (stopping) return;
      settle?.reject(new Error(`${plan.name} ended at its start (${signal ?? `code ${code}`})`));
      faults += 1;
      const pause = pauseAfter(faults);
      plan.tell(`${plan.name} ended (${signal ?? `code ${code}`}); again in ${pause / 1_000} s`);
      timer = setTimeout(start, pause);
    });
    setTimeout(() => {
      if (current === child) faults = 0;
    }, 60_000).unref();
  }

  async function stop(): Promise<void> {
    stopping = true;
    clearTimeout(timer);
    const child = current;
    if (child === undefined) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const force = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    await ended;
    clearTimeout(force);
  }

  start();
  return { ready, child: { stop, restart: () => current?.kill('SIGTERM') } };
}
