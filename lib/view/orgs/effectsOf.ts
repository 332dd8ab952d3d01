import type { LadderStage } from '#lib/bowtie/stages.ts';
import type { OrgDraft } from './orgForm.ts';
import { type RuleDraft, tidyRule } from './tidyRule.ts';

/** What changes about the numbers when a setting does. */
export type Effect =
  | { kind: 'on' | 'off'; stage: LadderStage }
  | { kind: 'time_zone' | 'currency' | 'renewal_grace_days'; from: string; to: string }
  | { kind: 'name'; value: string; from: string; to: string }
  | { kind: 'names'; n: number }
  | { kind: 'bands'; bands: RuleDraft['bands'] };

const VALUES = ['time_zone', 'currency', 'renewal_grace_days'] as const;
/** More names than these are only counted. */
const TOLD = 5;

/** The effects of those changes that derive every record anew; others only show or cut. */
export function effectsOf(saved: OrgDraft, changes: Partial<OrgDraft>): Effect[] {
  const values = VALUES.flatMap((kind): Effect[] => {
    const to = changes[kind];
    return to === undefined ? [] : [{ kind, from: String(saved[kind]), to: String(to) }];
  });
  const { stages, segment_rule: rule } = changes;
  return [
    ...values,
    ...(stages === undefined ? [] : stageEffects(saved.stages, stages)),
    ...(rule === undefined ? [] : ruleEffects(tidyRule(saved.segment_rule), tidyRule(rule))),
  ];
}

function stageEffects(saved: readonly LadderStage[], stages: readonly LadderStage[]): Effect[] {
  const off = saved.filter((stage) => !stages.includes(stage));
  const on = stages.filter((stage) => !saved.includes(stage));
  return [
    ...off.map((stage): Effect => ({ kind: 'off', stage })),
    ...on.map((stage): Effect => ({ kind: 'on', stage })),
  ];
}

function ruleEffects(before: RuleDraft, after: RuleDraft): Effect[] {
  const meaning = ({ names }: RuleDraft, value: string) =>
    Object.hasOwn(names, value) ? (names[value] ?? value) : value;
  const values = new Set([...Object.keys(before.names), ...Object.keys(after.names)]);
  const moved = [...values].flatMap((value): Effect[] => {
    const [from, to] = [meaning(before, value), meaning(after, value)];
    return from === to ? [] : [{ kind: 'name', value, from, to }];
  });
  const more = moved.length - TOLD;
  const isSame = JSON.stringify(before.bands) === JSON.stringify(after.bands);
  return [
    ...moved.slice(0, TOLD),
    ...(more > 0 ? [{ kind: 'names', n: more } as const] : []),
    ...(isSame ? [] : [{ kind: 'bands', bands: after.bands } as const]),
  ];
}
