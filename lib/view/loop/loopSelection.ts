import { ARR_MOVEMENTS, type ArrMovement } from '#lib/bowtie/loopMovements.ts';
import type { ApiParams } from '../homeState.ts';
import type { Text } from '../text.ts';

export const RENEWALS = ['due', 'renewed', 'churned', 'open'] as const;
export type Renewal = (typeof RENEWALS)[number];

/** The number whose rows are open, with its own days: `churn.2026-01-01.2026-02-01`. */
export type LoopSelection = { from: string; to: string } & (
  | { kind: 'movement'; name: ArrMovement }
  | { kind: 'renewal'; name: Renewal }
);

const DAY = /^\d{4}-\d\d-\d\d$/;

export function parseLoopSelection(open: string | null): LoopSelection | null {
  const [word = '', from = '', to = '', more] = (open ?? '').split('.');
  if (!DAY.test(from) || !DAY.test(to) || more !== undefined) return null;
  const movement = ARR_MOVEMENTS.find((one) => one === word);
  if (movement) return { kind: 'movement', name: movement, from, to };
  const renewal = RENEWALS.find((one) => `renewal-${one}` === word);
  return renewal ? { kind: 'renewal', name: renewal, from, to } : null;
}

export function openMovement(name: ArrMovement, days: { from: string; to: string }): string {
  return `${name}.${days.from}.${days.to}`;
}

export function openRenewal(name: Renewal, days: { from: string; to: string }): string {
  return `renewal-${name}.${days.from}.${days.to}`;
}

export function loopSelectionParams(selection: LoopSelection): ApiParams {
  const { kind, name, from, to } = selection;
  return { from, to, [kind]: name };
}

export function loopSelectionTitle({ kind, name }: LoopSelection): Text {
  return { key: kind === 'movement' ? `loop.movement.${name}` : `loop.renewals.list.${name}` };
}
