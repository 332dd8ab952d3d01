import type { LadderStage, Movement } from './stages.ts';

/** Roles of the people who move records through the bowtie. */
const ROLES = ['Marketing', 'ADR', 'MDR', 'SDR', 'AE', 'KA', 'ONB', 'CSM', 'AM'] as const;
type Role = (typeof ROLES)[number];

/**
 * The seven conversions that an organization can improve (definitions, section 2), and the number
 * that other editions give a key moment; "CR4" is only a label, code uses the keys.
 * CR5 is the discount rate: a price lever, not a conversion.
 */
const CR_LABELS = {
  'prospect>mql': 'CR1',
  'mql>sql': 'CR2',
  'sql>sal': 'CR3',
  'sal>won': 'CR4',
  'won>onboarded': 'CR6',
  renewal: 'CR7',
  expansion: 'CR8',
} as const;

/** Who owns a stage unless the organization says otherwise (definitions, section 2). */
export const OWNER_ROLES: Readonly<
  Record<LadderStage | Extract<Movement, 'renewed' | 'expanded'>, readonly Role[]>
> = {
  prospect: ['Marketing', 'ADR'],
  mql: ['Marketing'],
  sql: ['MDR', 'SDR'],
  sal: ['AE', 'KA'],
  won: ['AE', 'KA'],
  onboarded: ['ONB'],
  adopted: ['CSM'],
  renewed: ['CSM'],
  expanded: ['CSM', 'AM'],
};

/**
 * The label of the key moment between two neighbouring stages; null for a pair that has none, as
 * where a stage between them is switched off. Source: definitions, section 2.
 * @example
 * crLabel('sal', 'won') // => 'CR4'
 * crLabel('mql', 'sal') // => null
 */
export function crLabel(from: LadderStage, to: LadderStage): string | null {
  const labels: Readonly<Record<string, string>> = CR_LABELS;
  return labels[`${from}>${to}`] ?? null;
}
