import { LADDER, type LadderStage } from '../stages.ts';
import { planChain } from './planChain.ts';
import type { ConversionKey } from './planTypes.ts';

/**
 * The stage from which nothing gets on, because its conversion is 0; null where there is none.
 * Behind the win it is `won`: no customer would stay. Source: definitions, section 8 (2, 3).
 * @example
 * blockedAt({ 'sal>won': 0.2, 'sql>sal': 0 }) // => 'sql'
 * blockedAt({ 'won>onboarded': 0 }) // => 'won'
 * blockedAt({ 'sal>won': 0.2 }) // => null
 */
export function blockedAt(
  conversions: Readonly<Record<ConversionKey, number>>,
): LadderStage | null {
  if (conversions['won>onboarded'] === 0) return 'won';
  const end: LadderStage = planChain(conversions).at(-1)?.stage ?? 'won';
  const before = LADDER.slice(0, LADDER.indexOf(end)).reverse();
  return before.find((stage) => conversions[`${stage}>${end}`] === 0) ?? null;
}
