import { expect, test } from 'vitest';
import { chooseStage, stageChoices, withSuggestions } from '#lib/view/imports/stageChoices.ts';
import { LONG, WIDE } from './mappings.ts';

const found = [
  { name: 'Proposal', count: 9, stage: 'sal', suggested: 'sal' },
  { name: 'Closed Won', count: 5, suggested: 'won' },
  { name: 'Parked', count: 1, suggested: null },
];

test('what is not said is unset, what is said shows, what the map of the org says counts', () => {
  expect(stageChoices(LONG, found).map(({ choice }) => choice)).toEqual(['sal', 'unset', 'unset']);
  const known = [{ name: 'Demo', count: 2, stage: 'sql', suggested: null }];
  expect(stageChoices(LONG, known)[0]?.choice).toBe('sql');
});

test('suggestions fill gaps only', () => {
  const chosen = chooseStage(LONG, 'Closed Won', null);
  expect(withSuggestions(LONG, found).stages).toEqual({ Proposal: 'sal', 'Closed Won': 'won' });
  expect(withSuggestions(chosen, found)).toBe(chosen);
});

test('filled once there is nothing more to fill', () => {
  const filled = withSuggestions(LONG, found);
  expect(withSuggestions(filled, found)).toBe(filled);
});

test('in a wide file names mean outcomes; without one the date has no meaning', () => {
  const outcomes = [
    { name: 'Won', count: 4, stage: 'won', suggested: 'won' },
    { name: 'Lost', count: 2, suggested: 'lost' },
    { name: 'Engaging', count: 2, suggested: 'sal' },
  ];
  const filled = withSuggestions(WIDE, outcomes);
  expect(filled.wide?.outcome?.values).toEqual({ Won: 'won', Lost: 'lost' });
  const open = chooseStage(filled, 'Engaging', null);
  expect(stageChoices(open, outcomes).map(({ choice }) => choice)).toEqual(['won', 'lost', 'none']);
});
