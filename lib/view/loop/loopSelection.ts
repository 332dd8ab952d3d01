import { ARR_MOVEMENTS, type ArrMovement } from '#lib/bowtie/loopMovements.ts';
import { RETAINED, type Retained } from '#lib/contract/vocabulary.ts';
import type { Drill } from '../records/drill.ts';
import { RENEWALS, type Renewal } from '../selection.ts';

/** The number whose rows are open, with its own days: `churn.2026-01-01.2026-02-01`. */
export type LoopSelection = { from: string; to: string } & (
  | { kind: 'movement'; name: ArrMovement }
  | { kind: 'renewal'; name: Renewal }
  | { kind: 'retention'; name: Retained }
  | { kind: 'paying'; name: 'paying' }
  | { kind: 'revenue'; name: 'one_off' }
);

const DAY = /^\d{4}-\d\d-\d\d$/;

export function parseLoopSelection(open: string | null): LoopSelection | null {
  const [word = '', from = '', to = '', more] = (open ?? '').split('.');
  if (!DAY.test(from) || !DAY.test(to) || more !== undefined) return null;
  const movement = ARR_MOVEMENTS.find((one) => one === word);
  if (movement) return { kind: 'movement', name: movement, from, to };
  if (word === 'one_off') return { kind: 'revenue', name: word, from, to };
  if (word === 'paying') return { kind: word, name: word, from, to };
  const retained = RETAINED.find((one) => `retention-${one}` === word);
  if (retained) return { kind: 'retention', name: retained, from, to };
  const renewal = RENEWALS.find((one) => `renewal-${one}` === word);
  return renewal ? { kind: 'renewal', name: renewal, from, to } : null;
}

export function openMovement(name: ArrMovement, days: { from: string; to: string }): string {
  return `${name}.${days.from}.${days.to}`;
}

export function openRenewal(name: Renewal, days: { from: string; to: string }): string {
  return `renewal-${name}.${days.from}.${days.to}`;
}

export function openOneOff(days: { from: string; to: string }): string {
  return `one_off.${days.from}.${days.to}`;
}

export function openRetention(name: Retained, days: { from: string; to: string }): string {
  return `retention-${name}.${days.from}.${days.to}`;
}

/** All that have a balance at a date. */
export function openPaying(at: string): string {
  return `paying.${at}.${at}`;
}

/** As every list of records is asked for. */
export function loopDrill(selection: LoopSelection): Drill {
  const { from, to } = selection;
  const narrow = { from, to };
  switch (selection.kind) {
    case 'movement':
      return { selection: { kind: 'movement', movement: selection.name }, narrow };
    case 'renewal':
      return { selection: { kind: 'renewal', renewal: selection.name }, narrow };
    case 'retention':
      return { selection: { kind: 'retention', retention: selection.name }, narrow };
    case 'paying':
      return { selection: { kind: 'paying' }, narrow };
    case 'revenue':
      return { selection: { kind: 'revenue', revenue: selection.name }, narrow };
  }
}
