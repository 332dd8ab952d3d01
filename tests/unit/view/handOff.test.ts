import { describe, expect, test } from 'vitest';
import { prepareHandOff } from '#lib/view/handOff.ts';
import { conversion } from './answers.ts';

const sale = (counts: Parameters<typeof conversion>[2]) => conversion('sal', 'won', counts);

test.each([
  [0, 'none'],
  [4, 'none'],
  [5, 'directional'],
  [19, 'directional'],
  [20, 'firm'],
])('a base of %i is %s', (base, confidence) => {
  expect(prepareHandOff(sale({ base, advanced: 0 }), null).confidence).toBe(confidence);
});

describe('behind', () => {
  const before = sale({ base: 400, advanced: 200 });

  test('only where the difference is clear', () => {
    expect(prepareHandOff(sale({ base: 400, advanced: 160 }), before).change?.behind).toBe(true);
    expect(prepareHandOff(sale({ base: 400, advanced: 190 }), before).change?.behind).toBe(false);
    expect(prepareHandOff(sale({ base: 400, advanced: 300 }), before).change?.behind).toBe(false);
  });

  test('never on a small base', () => {
    expect(prepareHandOff(sale({ base: 19, advanced: 0 }), before).change?.behind).toBe(false);
  });

  test('compares matured rates while entries are open', () => {
    const young = sale({
      base: 400,
      advanced: 100,
      open: 200,
      matured: { rate: 0.5, horizon: 90 },
    });
    const { change } = prepareHandOff(young, before);
    expect(change).toEqual({ before: 0.5, points: 0, behind: false });
  });

  test('a cohort too young for the usual time is not compared', () => {
    const young = sale({
      base: 400,
      advanced: 20,
      open: 380,
      matured: { rate: 0.05, horizon: 10 },
    });
    const slow = sale({ base: 400, advanced: 200, p75: 40 });
    expect(prepareHandOff(young, slow).change).toEqual({
      before: 0.5,
      points: null,
      behind: false,
    });
  });

  test('open entries without a matured rate are not compared', () => {
    const { change } = prepareHandOff(sale({ base: 400, advanced: 10, open: 390 }), before);
    expect(change?.points).toBeNull();
  });
});

test('no comparison, no change', () => {
  expect(prepareHandOff(sale({ base: 400, advanced: 1 }), null).change).toBeNull();
});
