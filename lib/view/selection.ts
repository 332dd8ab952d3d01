import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import type { BowtieTotal } from '#lib/contract/bowtie.ts';
import type { Outcome } from '#lib/contract/vocabulary.ts';
import type { ApiParams } from './homeState.ts';

/** The number whose records are open, as the address says it: `mql` or `mql>sql`. */
export type Selection =
  | { kind: 'stage'; stage: LadderStage }
  | { kind: 'conversion'; from: LadderStage; to: LadderStage };

function isStage(text: string | undefined): text is LadderStage {
  return LADDER.some((stage) => stage === text);
}

export function parseSelection(open: string | null): Selection | null {
  const [from, to, more] = (open ?? '').split('>');
  if (!isStage(from) || more !== undefined) return null;
  if (to === undefined) return { kind: 'stage', stage: from };
  return isStage(to) ? { kind: 'conversion', from, to } : null;
}

export function selectionParams(selection: Selection, outcome: Outcome | null): ApiParams {
  if (selection.kind === 'stage') return { stage: selection.stage };
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
  if (selection.kind === 'stage') {
    return total.stages.find(({ stage }) => stage === selection.stage)?.entries ?? null;
  }
  const found = total.conversions.find(
    ({ from, to }) => from === selection.from && to === selection.to,
  );
  if (!found) return null;
  if (clock === 'period') return found.advanced;
  return outcome === null ? found.base : found[outcome];
}
