import { describe, expect, test } from 'vitest';
import { differences } from '#tests/support/closeTo.ts';
import { deriveHistory, libBowtie } from '#tests/support/libBowtie.ts';
import { oracleBowtie } from '#tests/support/oracle.ts';
import { STORIES, storyHistory, storyQuery } from '#tests/support/stories.ts';

describe.each(STORIES)('$name', (story) => {
  const history = storyHistory(story);
  const now = Date.parse(story.now);
  const asked = story.questions.filter(({ get }) => get === 'bowtie');
  const withoutLoop = (data: object) =>
    JSON.parse(JSON.stringify(data), (key, value) => (key === 'loop' ? undefined : value));

  test.each(asked)('the oracle answers $query', ({ query, answer }) => {
    const { data } = oracleBowtie(history, story.org, storyQuery(query), now);
    expect(differences(data, withoutLoop(answer.data))).toEqual([]);
  });

  test.each(asked)('lib/bowtie answers $query', ({ query, answer }) => {
    const records = deriveHistory(history, story.org);
    const data = libBowtie(records, story.org, storyQuery(query), now);
    expect(differences(data, withoutLoop(answer.data))).toEqual([]);
  });
});
