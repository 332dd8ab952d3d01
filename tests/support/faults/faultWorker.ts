import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { childEnv } from '#lib/env.ts';

/** What a worker process is to do, and where something happens to it. */
export type WorkerPlan = {
  url: string;
  /** One import to run; without it a whole worker takes what is queued until it is ended. */
  run?: { orgId: string; importId: string };
  chunk: number;
  /** How long a stopped transaction keeps its locks. */
  idleMs?: number;
  fault?: {
    /** Matches the statement. */
    at: string;
    when: 'before' | 'after';
    nth: number;
    signal: NodeJS.Signals;
    /** Whom the signal hits; the worker itself when left out. */
    pid?: number;
  };
};

export type FaultWorker = {
  child: ChildProcess;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; said: string }>;
};

export function startFaultWorker(plan: WorkerPlan): FaultWorker {
  const script = join(import.meta.dirname, '../alone/workAlone.ts');
  const child = fork(script, [JSON.stringify(plan)], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: childEnv({}),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const ended = new Promise<Awaited<FaultWorker['ended']>>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal, said }));
  });
  return { child, ended };
}
