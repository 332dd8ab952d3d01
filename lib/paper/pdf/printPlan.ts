import { type ChildProcess, spawn } from 'node:child_process';
import { buffer, text } from 'node:stream/consumers';
import { Refusal } from '#lib/contract/errors.ts';
import type { PaperSize } from '#lib/contract/paperSizes.ts';
import type { PlanPrint } from '#lib/contract/planPaper.ts';
import type { Locale } from '#lib/i18n/locales.ts';

export type PrintOrder = { print: PlanPrint; locale: Locale; paper: PaperSize };

const FILE = 'lib/paper/pdf/printer.ts';
/** Fonts of ten megabytes and a long plan; what needs more is ended, not the server. */
const HEAP_MB = 512;
/** Months of all tiers and roles: this many take half a minute and 600 MB. */
const MOST_MONTHS = 2_000;
const PATIENCE_MS = 120_000;
const MOST_WAITING = 8;

let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * A plan as a PDF, made by a process of its own: the fonts need more memory than a server should
 * ever hold. One is printed at a time, the others wait.
 */
export async function printPlan(order: PrintOrder): Promise<Uint8Array> {
  if (monthsOf(order.print) > MOST_MONTHS) throw tooLarge();
  if (waiting >= MOST_WAITING) {
    const message = 'too many plans are being printed just now: try again soon';
    throw new Refusal('unavailable', message, undefined, 'printers_busy');
  }
  waiting += 1;
  const own = last.then(() => printNow(order));
  last = own.catch(() => undefined);
  try {
    return await own;
  } finally {
    waiting -= 1;
  }
}

async function printNow(order: PrintOrder): Promise<Uint8Array> {
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MB}`, FILE], {
    stdio: 'pipe',
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  });
  const ended = endOf(child);
  // A printer that dies early closes its input; how it ended says more.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(order));
  const [file, said, { code, signal }] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    ended,
  ]);
  if (code === 0) return file;
  if (signal !== null) throw tooLarge();
  throw new Error(`the printer ended with code ${code}: ${said.slice(-2_000)}`);
}

function monthsOf({ plan }: PlanPrint): number {
  return plan.months * (1 + plan.segments.length + plan.capacity.length);
}

function tooLarge(): Refusal {
  const message = 'this plan is too large for a PDF: take fewer months or tiers, or the XLSX';
  return new Refusal('too_large', message);
}

type End = { code: number | null; signal: NodeJS.Signals | null };

function endOf(child: ChildProcess): Promise<End> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
}
