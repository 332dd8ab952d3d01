import { LADDER, type LadderStage } from '#lib/bowtie/stages.ts';
import type { OrgAnswer } from '#lib/contract/org.ts';
import { RESERVED_SLUGS, SLUG } from '#lib/contract/orgWords.ts';
import { bandFaults, isFaulty } from './ruleFaults.ts';
import { tidyRule } from './tidyRule.ts';

/** What the form holds while it is filled in. */
export type OrgDraft = Omit<OrgAnswer, 'is_sample' | 'order'>;
export type OrgField = keyof OrgDraft;

export const EMPTY_ORG: OrgDraft = {
  slug: '',
  name: '',
  time_zone: 'UTC',
  currency: 'USD',
  week_start: 'mon',
  fiscal_start_month: 1,
  stages: [...LADDER],
  renewal_grace_days: 0,
  segment_rule: { names: {}, bands: [] },
};

export function toggleStage(stages: readonly LadderStage[], stage: LadderStage): LadderStage[] {
  return LADDER.filter((each) => (each === stage ? !stages.includes(each) : stages.includes(each)));
}

/** The fields that the API would refuse; the others are chosen from lists. */
export function faultyFields(draft: OrgDraft, isNew: boolean): OrgField[] {
  const faulty: OrgField[] = [];
  if (draft.name.trim() === '') faulty.push('name');
  if (isNew && (!SLUG.test(draft.slug) || RESERVED_SLUGS.has(draft.slug))) faulty.push('slug');
  if (draft.stages.length === 0) faulty.push('stages');
  if (isFaulty(bandFaults(draft.segment_rule.bands))) faulty.push('segment_rule');
  return faulty;
}

/** Only what differs travels: an untouched setting is not written again. */
export function changedFields(before: OrgDraft, after: OrgDraft): Partial<OrgDraft> {
  const tidy = { ...after, segment_rule: tidyRule(after.segment_rule) };
  const changed = Object.entries(tidy).filter(([key, value]) => {
    return JSON.stringify(value) !== JSON.stringify(before[key as OrgField]);
  });
  return Object.fromEntries(changed) as Partial<OrgDraft>;
}
