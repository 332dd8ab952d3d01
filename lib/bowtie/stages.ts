/** The ladder (docs/definitions.md, section 2), in order: the funnel, then two loop stages. */
export const LADDER = ['prospect', 'mql', 'sql', 'sal', 'won', 'onboarded', 'adopted'] as const;
export type LadderStage = (typeof LADDER)[number];

/** Movements of the right side: they may happen many times, in any order, and imply no entry. */
export const MOVEMENTS = ['renewed', 'expanded', 'contracted', 'churned'] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** Negative ends of the left side. */
export const ENDS = ['lost', 'no_decision'] as const;
export type End = (typeof ENDS)[number];

export type Stage = LadderStage | Movement | End;

/** Order of events of one record at the same instant (section 3, rule 6). */
export const TIE_ORDER: readonly Stage[] = [
  'prospect',
  'mql',
  'sql',
  'sal',
  'no_decision',
  'lost',
  'won',
  'onboarded',
  'adopted',
  'renewed',
  'expanded',
  'contracted',
  'churned',
];
