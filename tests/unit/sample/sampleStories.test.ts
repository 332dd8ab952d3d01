import { describe, expect, test } from 'vitest';
import { SAMPLE_SEED } from '#prisma/sample/loadSample.ts';
import { makeSample } from '#prisma/sample/makeSample.ts';
import { STARS } from '#prisma/sample/stories.ts';
import { sampleStories } from '#tests/support/sampleStories.ts';

/** The stories must be there on whatever day somebody loads the sample. */
describe.each(['2026-11-23', '2027-01-03', '2027-05-30', '2027-08-10'])('loaded on %s', (today) => {
  const stories = sampleStories(makeSample({ seed: SAMPLE_SEED, today }), today);

  test('the hand-off to the seller broke in the mid tier on one Monday', () => {
    expect(stories.handOff.before).toBeGreaterThan(0.82);
    expect(stories.handOff.after).toBeLessThan(0.7);
    expect(stories.handOff.othersAfter).toBeGreaterThan(0.78);
  });

  test('Cedar wins more than each other pod', () => {
    const { Cedar = 0, ...others } = stories.pods;
    expect(Cedar).toBeGreaterThan(1.25 * Math.max(...Object.values(others)));
  });

  test('content syndication brings leads and no customer', () => {
    const channel = stories.channels['Content syndication'];
    expect(channel?.prospects).toBeGreaterThan(4000);
    expect(channel?.mql).toBeGreaterThan(1400);
    expect(channel?.won).toBe(0);
  });

  test('in the last complete quarter many more of the larger deals were pushed out', () => {
    expect(stories.pushed).toBeGreaterThan(0.33);
    const before = stories.pushedBefore.reduce((a, b) => a + b, 0) / stories.pushedBefore.length;
    expect(stories.pushed).toBeGreaterThan(1.5 * before);
  });

  test('three sellers carry most of the revenue', () => {
    const top = stories.sellers.slice(0, 3);
    expect(new Set(top.map(({ owner }) => owner))).toEqual(new Set(Object.keys(STARS)));
    expect(top.reduce((sum, one) => sum + one.share, 0)).toBeGreaterThan(0.5);
  });
});
