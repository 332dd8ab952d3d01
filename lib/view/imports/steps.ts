import type { PreviewAnswer } from '#lib/contract/uploads.ts';
import { type ImportDraft, mappingOf } from './draft.ts';
import { missingParts } from './missingParts.ts';
import { stageChoices } from './stageChoices.ts';

export const STEPS = ['upload', 'read', 'columns', 'stages', 'check', 'run'] as const;
export type Step = (typeof STEPS)[number];
export type StepState = 'todo' | 'done' | 'attention';

/** The steps that this import has, each with its state; all on one page, in order. */
export function stepStates(
  draft: ImportDraft | null,
  preview: PreviewAnswer | undefined,
  refused = false,
): { step: Step; state: StepState }[] {
  if (!draft) return STEPS.map((step) => ({ step, state: 'todo' }));
  const missing = missingParts(draft.kind, mappingOf(draft)).length > 0;
  const states: Record<Step, StepState> = {
    upload: 'done',
    read: 'done',
    columns: missing ? 'attention' : 'done',
    stages: missing ? 'todo' : stagesState(draft, preview),
    check: missing ? 'todo' : refused ? 'attention' : checkState(preview),
    run: 'todo',
  };
  return STEPS.filter((step) => step !== 'stages' || hasStages(draft)).map((step) => ({
    step,
    state: states[step],
  }));
}

/** Whether names of the file must be told apart: not for accounts, nor for plain date columns. */
export function hasStages(draft: ImportDraft): boolean {
  if (draft.kind !== 'events') return false;
  const { wide } = mappingOf(draft);
  return wide === undefined || wide.outcome !== undefined;
}

/** Names whose rows would be held back; in a wide file an unlisted value only means "open". */
export function unmappedCount(draft: ImportDraft, preview: PreviewAnswer): number {
  const mapping = mappingOf(draft);
  if (mapping.wide) return 0;
  return stageChoices(mapping, preview.stages).filter(({ choice }) => choice === 'unset').length;
}

function stagesState(draft: ImportDraft, preview: PreviewAnswer | undefined): StepState {
  if (!preview) return 'todo';
  return unmappedCount(draft, preview) > 0 ? 'attention' : 'done';
}

function checkState(preview: PreviewAnswer | undefined): StepState {
  if (!preview) return 'todo';
  return preview.rows.some((row) => row.status !== 'quarantined') ? 'done' : 'attention';
}
