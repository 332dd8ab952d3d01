import { LADDER, type LadderStage } from '../stages.ts';
import type { ConversionKey } from './planTypes.ts';

/** A stage of a plan and its conversion to the next stage of the chain. */
export type ChainStep = { stage: LadderStage; key: ConversionKey; rate: number };

/**
 * The stages before the win that a plan can count back to, the nearest first.
 *
 * From `won` backwards, each time over the conversion from the nearest stage before; the chain ends
 * at the first missing conversion, and at one of 0, over which nothing can be counted back. Keys
 * may leave out stages that are switched off. Source: definitions, section 8 (3).
 * @example
 * planChain({ 'sal>won': 0.2, 'sql>sal': 0.9 }).map(({ stage }) => stage) // => ['sal', 'sql']
 * planChain({ 'sal>won': 0.2, 'mql>sql': 0.5 }).map(({ key }) => key) // => ['sal>won']
 * planChain({ 'mql>sal': 0.5, 'sal>won': 0.2 }).map(({ stage }) => stage) // => ['sal', 'mql']
 * planChain({ 'sal>won': 0 }) // => []
 */
export function planChain(conversions: Readonly<Record<ConversionKey, number>>): ChainStep[] {
  const steps: ChainStep[] = [];
  let next: LadderStage = 'won';
  for (const stage of [...LADDER].reverse()) {
    if (LADDER.indexOf(stage) >= LADDER.indexOf(next)) continue;
    const key: ConversionKey = `${stage}>${next}`;
    const rate = conversions[key];
    if (rate === undefined) continue;
    if (rate === 0) return steps;
    steps.push({ stage, key, rate });
    next = stage;
  }
  return steps;
}
