import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveShare } from '#lib/view/plan/moveShare.ts';
import {
  type Override,
  readOverrides,
  withOverride,
  writeOverrides,
} from '#lib/view/plan/overrides.ts';
import { planEnd, planStart, usualTarget } from '#lib/view/plan/planState.ts';
import { readAmount } from '#lib/view/plan/readAmount.ts';

describe('overrides in the address', () => {
  const override = fc.record<Override>({
    of: fc.constant('s' as const),
    key: fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text.isWellFormed()),
    field: fc.constantFrom('acv', 'nrr', 'sal>won'),
    value: fc.double({ min: 0, max: 1e9, noNaN: true }),
  });
  it('comes back as it was, whatever a tier is called', () => {
    fc.assert(
      fc.property(fc.array(override), (all) => {
        expect(readOverrides(writeOverrides(all))).toEqual(all);
      }),
    );
  });
  it('leaves out what it cannot read', () => {
    expect(readOverrides('s:a:colour:3;x:a:acv:1;s:a:acv:-1;s:a:acv:;%:%:%:1;;')).toEqual([]);
  });
  it('sets one place once and takes it back', () => {
    const at = { of: 's', key: 'mid', field: 'acv' } as const;
    const twice = withOverride(withOverride([], { ...at, value: 1 }), { ...at, value: 2 });
    expect(twice).toEqual([{ ...at, value: 2 }]);
    expect(withOverride(twice, { ...at, value: null })).toEqual([]);
  });
});

it.each([
  ['6M', 6e6],
  ['6.0 m', 6e6],
  ['$6,000,000', 6e6],
  ['600万', 6e6],
  ['0.06 億', 6e6],
  ['６００萬', 6e6],
  ['six', null],
  ['-6', null],
  ['', null],
])('reads %s', (text, amount) => {
  expect(readAmount(text)).toBe(amount);
});

it('moves one share and keeps the sum', () => {
  expect(moveShare([0.2, 0.2, 0.6], 2, 0.2)).toEqual([0.4, 0.4, 0.2]);
  expect(moveShare([0, 0, 1], 2, 0.5)).toEqual([0.25, 0.25, 0.5]);
  expect(moveShare([1], 0, 0.3)).toEqual([1]);
});

it('plans the fiscal year that comes next, to its last day', () => {
  const calendar = { today: '2026-11-23', fiscalStartMonth: 1 };
  expect(planStart(null, calendar)).toBe('2027-01-01');
  expect(planStart(null, { ...calendar, fiscalStartMonth: 12 })).toBe('2026-12-01');
  expect(planStart('2027-04-01', calendar)).toBe('2027-04-01');
  expect(planStart('2027-04-02', calendar)).toBe('2027-01-01');
  expect(planEnd('2027-01-01', 12)).toBe('2027-12-31');
});

it('begins with a round target', () => {
  expect(usualTarget(16_565_405)).toBe(25_000_000);
  expect(usualTarget(0)).toBe(1_000_000);
});
