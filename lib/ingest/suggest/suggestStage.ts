import { type Stage, TIE_ORDER } from '#lib/bowtie/stages.ts';
import { STAGE_WORDS } from './stageWords.ts';

/** The stage that a CRM's stage name most likely means; null when it says nothing known. */
export function suggestStage(name: string): Stage | null {
  const text = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_/.\-–—:]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const own = TIE_ORDER.find((stage) => stage.replace('_', ' ') === text);
  if (own) return own;
  const found = STAGE_WORDS.find(([, words]) => words.test(text));
  return found?.[0] ?? null;
}
