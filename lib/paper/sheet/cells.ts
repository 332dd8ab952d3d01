import type { Cell, Look } from './sheet.ts';

type Kind = Look['kind'];

export function text(value: string, as?: Look['as']): Cell {
  return { value, look: { kind: 'text', ...(as ? { as } : {}) } };
}

/** A number that is typed in. */
export function input(value: number, kind: Kind): Cell {
  return { value, look: { kind, as: 'input' } };
}

/** A number that stays as it is. */
export function fixed(value: number, kind: Kind, as?: Look['as']): Cell {
  return { value, look: { kind, ...(as ? { as } : {}) } };
}

/** What follows from other cells. */
export function counted(value: string | number, formula: string, kind: Kind, as?: 'total'): Cell {
  return { value, formula, look: { kind, ...(as ? { as } : {}) } };
}
