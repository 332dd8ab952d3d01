import { expect, test } from 'vitest';
import { crLabel, OWNER_ROLES } from '#lib/bowtie/keyMoments.ts';
import { LADDER } from '#lib/bowtie/stages.ts';
import terms from '#lib/i18n/messages/en/terms.json' with { type: 'json' };

test('the labels of the key moments leave out CR5, the discount', () => {
  const labels = LADDER.slice(1).map((to, i) => crLabel(LADDER[i] ?? to, to));
  expect(labels).toEqual(['CR1', 'CR2', 'CR3', 'CR4', 'CR6', null]);
});

test('the page names the owner roles of the definitions', () => {
  const said: Record<string, string> = terms.role;
  for (const stage of LADDER) expect(said[stage]).toBe(OWNER_ROLES[stage].join(' · '));
});
