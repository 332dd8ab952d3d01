import { type Stage, TIE_ORDER } from '#lib/bowtie/stages.ts';
import type { Mapping } from '#lib/contract/ingest.ts';
import type { PreviewAnswer } from '#lib/contract/uploads.ts';

/** A stage name of the file; `unset`: nothing said, `none`: its rows or dates count for nothing. */
export type StageChoice = {
  name: string;
  count: number;
  choice: Stage | 'none' | 'unset';
  suggested: boolean;
};

type Found = PreviewAnswer['stages'][number];

const OUTCOMES: ReadonlySet<Stage> = new Set(['won', 'lost', 'no_decision']);

/** The stage names of the file with what the mapping makes of each. */
export function stageChoices(mapping: Mapping, found: readonly Found[]): StageChoice[] {
  return found.map((each) => {
    const said = saidOf(mapping, each);
    const choice = said === null ? 'none' : (said ?? 'unset');
    return { name: each.name, count: each.count, choice, suggested: said === each.suggested };
  });
}

/** Fills what nothing was said about with the suggestions; what a person chose stays. */
export function withSuggestions(mapping: Mapping, found: readonly Found[]): Mapping {
  let filled = mapping;
  for (const each of found) {
    const stage = asStage(each.suggested ?? undefined);
    if (stage === undefined || saidOf(filled, each) !== undefined) continue;
    // The date of a wide file's outcome says when a deal ended, not when it entered a stage.
    if (mapping.wide && !OUTCOMES.has(stage)) continue;
    filled = chooseStage(filled, each.name, stage);
  }
  return filled;
}

export function chooseStage(mapping: Mapping, name: string, stage: Stage | null): Mapping {
  const { wide } = mapping;
  if (!wide) return { ...mapping, stages: { ...mapping.stages, [name]: stage } };
  if (!wide.outcome) return mapping;
  const outcome = { ...wide.outcome, values: { ...wide.outcome.values, [name]: stage } };
  return { ...mapping, wide: { ...wide, outcome } };
}

function saidOf(mapping: Mapping, found: Found): Stage | null | undefined {
  const said = mapping.wide ? (mapping.wide.outcome?.values ?? {}) : mapping.stages;
  if (Object.hasOwn(said, found.name)) {
    const stage = said[found.name];
    return stage === null ? null : asStage(stage);
  }
  // The organization's own stage map, and the names of the bowtie itself, need no saying.
  return found.stage === null ? null : asStage(found.stage);
}

function asStage(name: string | undefined): Stage | undefined {
  return TIE_ORDER.find((stage) => stage === name);
}
