import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { OrgDraft } from './orgForm.ts';

/** What changes about the numbers when a setting does. */
export type Effect =
  | { kind: 'on' | 'off'; stage: LadderStage }
  | { kind: 'time_zone' | 'currency' | 'renewal_grace_days'; from: string; to: string };

const VALUES = ['time_zone', 'currency', 'renewal_grace_days'] as const;

/** The effects of those changes that derive every record anew; others only show or cut. */
export function effectsOf(saved: OrgDraft, changes: Partial<OrgDraft>): Effect[] {
  const values = VALUES.flatMap((kind): Effect[] => {
    const to = changes[kind];
    return to === undefined ? [] : [{ kind, from: String(saved[kind]), to: String(to) }];
  });
  const { stages } = changes;
  if (stages === undefined) return values;
  const off = saved.stages.filter((stage) => !stages.includes(stage));
  const on = stages.filter((stage) => !saved.stages.includes(stage));
  return [
    ...values,
    ...off.map((stage): Effect => ({ kind: 'off', stage })),
    ...on.map((stage): Effect => ({ kind: 'on', stage })),
  ];
}
