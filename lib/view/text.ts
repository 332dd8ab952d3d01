/**
 * A sentence by its message key; the words live in `lib/i18n`. A value may be a sentence itself,
 * as the name of a stage inside another sentence.
 */
export type Text = { key: string; values?: Record<string, string | number | Text> };

export function stageName(stage: string): Text {
  return { key: `terms.stage.${stage}` };
}

/** The records of a stage as a noun inside a sentence: prospects, SQLs. */
export function stageNoun(stage: string): Text {
  return { key: `terms.noun.${stage}` };
}

const LADDER_NAMES = new Set(['prospect', 'mql', 'sql', 'sal', 'won', 'onboarded', 'adopted']);
const ENDS = new Set(['lost', 'no_decision']);

/** The name of whatever an event can say: a stage, an end or a movement. */
export function anyStageName(stage: string): Text {
  if (LADDER_NAMES.has(stage)) return stageName(stage);
  return { key: ENDS.has(stage) ? `terms.outcome.${stage}` : `terms.movement.${stage}` };
}
