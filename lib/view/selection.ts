import { FATES, type Fate } from '#lib/bowtie/forecast/fates.ts';
import { ARR_MOVEMENTS, type ArrMovement } from '#lib/bowtie/loopMovements.ts';
import { LADDER, type LadderStage, MOVEMENTS, type Movement } from '#lib/bowtie/stages.ts';
import type { BowtieTotal } from '#lib/contract/bowtie.ts';
import { type Outcome, RETAINED, type Retained } from '#lib/contract/vocabulary.ts';
import type { ApiParams } from './homeState.ts';

export const RENEWALS = ['due', 'renewed', 'churned', 'open'] as const;
export type Renewal = (typeof RENEWALS)[number];

/**
 * The number whose records are open. The address says it as `mql`, `mql>sql`, `churned` (events),
 * `churn` (accounts that moved so in money),
 * `renewal-due`, `retention-base` (accounts that retention divides), `paying` (all that pay on a
 * day), `pipeline-lost` (on the way to a win, by what became of them) or `one_off`.
 */
export type Selection =
  | { kind: 'stage'; stage: LadderStage }
  | { kind: 'conversion'; from: LadderStage; to: LadderStage }
  | { kind: 'event'; event: Movement }
  | { kind: 'movement'; movement: ArrMovement }
  | { kind: 'renewal'; renewal: Renewal }
  | { kind: 'retention'; retention: Retained }
  | { kind: 'paying' }
  | { kind: 'pipeline'; pipeline: Fate }
  | { kind: 'revenue'; revenue: 'one_off' };

function isStage(text: string | undefined): text is LadderStage {
  return LADDER.some((stage) => stage === text);
}

export function parseSelection(open: string | null): Selection | null {
  const [from, to, more] = (open ?? '').split('>');
  if (to === undefined) return parseOne(from ?? '');
  if (!isStage(from) || !isStage(to) || more !== undefined) return null;
  return { kind: 'conversion', from, to };
}

function parseOne(word: string): Selection | null {
  if (isStage(word)) return { kind: 'stage', stage: word };
  const event = MOVEMENTS.find((one) => one === word);
  if (event) return { kind: 'event', event };
  const movement = ARR_MOVEMENTS.find((one) => one === word);
  if (movement) return { kind: 'movement', movement };
  if (word === 'one_off') return { kind: 'revenue', revenue: word };
  if (word === 'paying') return { kind: word };
  const retention = RETAINED.find((one) => `retention-${one}` === word);
  if (retention) return { kind: 'retention', retention };
  const pipeline = FATES.find((one) => `pipeline-${one}` === word);
  if (pipeline) return { kind: 'pipeline', pipeline };
  const renewal = RENEWALS.find((one) => `renewal-${one}` === word);
  return renewal ? { kind: 'renewal', renewal } : null;
}

export function selectionParams(selection: Selection, outcome: Outcome | null): ApiParams {
  if (selection.kind === 'paying') return { retention: 'base' };
  if (selection.kind !== 'conversion') {
    const { kind, ...named } = selection;
    return { [kind]: Object.values(named)[0] ?? '' };
  }
  const conversion = `${selection.from}>${selection.to}`;
  return outcome === null ? { conversion } : { conversion, outcome };
}

/** The number in the chart that the list must equal; null when the chart does not show it. */
export function selectedCount(
  total: BowtieTotal,
  selection: Selection,
  outcome: Outcome | null,
  clock: string,
): number | null {
  switch (selection.kind) {
    case 'stage':
      return total.stages.find(({ stage }) => stage === selection.stage)?.entries ?? null;
    case 'event':
      return total.movements[selection.event];
    case 'renewal':
      return total.loop?.renewals[selection.renewal] ?? null;
    case 'movement':
    case 'retention':
    case 'paying':
    case 'pipeline':
    case 'revenue':
      return null;
    case 'conversion': {
      const { from, to } = selection;
      const found = total.conversions.find((each) => each.from === from && each.to === to);
      if (!found) return null;
      if (clock === 'period') return found.advanced;
      return outcome === null ? found.base : found[outcome];
    }
  }
}
