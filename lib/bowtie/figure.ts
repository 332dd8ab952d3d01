/** A figure, or the reason why there is none: undefined is never 0 and never infinity. */
export type Figure =
  | { value: number; reason: null }
  | {
      value: null;
      reason:
        | 'empty_base'
        | 'no_losses'
        | 'no_churn'
        | 'no_spend'
        | 'no_growth'
        | 'target_met'
        | 'self_funding'
        | 'not_profitable';
    };

type Reason = NonNullable<Figure['reason']>;

/**
 * part / base as a figure; over a base of 0 there is none, for the reason given. Unrounded.
 * Source: definitions, section 7 (undefined is null with a reason).
 * @example
 * figure(1, 4) // => { value: 0.25, reason: null }
 * figure(1, 0) // => { value: null, reason: 'empty_base' }
 * figure(1, 0, 'no_losses').reason // => 'no_losses'
 */
export function figure(part: number, base: number, reason: Reason = 'empty_base'): Figure {
  return base === 0 ? noFigure(reason) : { value: part / base, reason: null };
}

/**
 * No figure, and why.
 * @example
 * noFigure('target_met') // => { value: null, reason: 'target_met' }
 */
export function noFigure(reason: Reason): Figure {
  return { value: null, reason };
}
