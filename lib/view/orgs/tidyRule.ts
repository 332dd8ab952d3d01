import type { OrgAnswer } from '#lib/contract/org.ts';
import { bandAmount } from './bandAmount.ts';

/** As the form holds it: names may be empty, and amounts as people type them. */
export type RuleDraft = OrgAnswer['segment_rule'];

/** What a draft says: without fields left empty and names that stay as they are, in one order. */
export function tidyRule({ names, bands }: RuleDraft): RuleDraft {
  const said = Object.entries(names)
    .map(([value, segment]) => [value, segment.trim()] as const)
    .filter(([value, segment]) => segment !== '' && segment !== value)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    names: Object.fromEntries(said),
    bands: bands.map(({ from, segment }) => {
      return { from: bandAmount(from) ?? from.trim(), segment: segment.trim() };
    }),
  };
}
