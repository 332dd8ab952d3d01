import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bowtieShape, peaksOf } from '#lib/view/bowtieShape.ts';
import { prepareBowtie } from '#lib/view/prepareBowtie.ts';
import { bowtie } from './answers.ts';

const view = (...given: Parameters<typeof bowtie>) =>
  prepareBowtie(bowtie(...given), null, 'cohort');

describe('heights', () => {
  test('go by the square root, the left scale full at its largest stage', () => {
    const shape = bowtieShape(view({ mql: 400, sql: 100, won: 25 }));
    expect(shape.plates.map(({ size }) => size)).toEqual([1, 0.5, 0.25]);
    expect(shape.fullLeft).toBe(400);
  });

  test('right of the knot have a scale of their own', () => {
    const shape = bowtieShape(view({ mql: 10_000, won: 100, onboarded: 81, adopted: 64 }));
    const [, won, onboarded, adopted] = shape.plates.map(({ size }) => size);
    expect(won).toBeCloseTo(0.1);
    expect(onboarded).toBeGreaterThan(0.8);
    expect((adopted ?? 0) / (onboarded ?? 1)).toBeCloseTo(8 / 9);
  });

  test('something is never drawn as nothing, nothing is never drawn', () => {
    const shape = bowtieShape(view({ prospect: 1_000_000, mql: 1, sql: 0 }));
    const [, one, none] = shape.plates.map(({ size }) => size);
    expect(one).toBeGreaterThan(0.005);
    expect(none).toBe(0);
  });

  test('movements fit the mouth with air between them', () => {
    const { ribbons } = bowtieShape(
      view({ won: 10, onboarded: 9 }, { renewed: 400, churned: 100 }),
    );
    const sum = ribbons.reduce((total, { sizeTo }) => total + sizeTo, 0);
    expect(sum).toBeLessThan(0.8);
    const renewed = ribbons.find(({ movement }) => movement === 'renewed');
    const churned = ribbons.find(({ movement }) => movement === 'churned');
    expect((renewed?.sizeTo ?? 0) / (churned?.sizeTo ?? 1)).toBeCloseTo(2);
  });

  test('without movements the ribbons leave from the middle of the last stage', () => {
    const { ribbons } = bowtieShape(view({ sal: 8300, won: 4238 }));
    expect(ribbons.map(({ centreFrom }) => centreFrom)).toEqual([0, 0, 0, 0]);
    expect(ribbons.map(({ centreTo }) => centreTo)).toEqual([-0.5, -1 / 6, 1 / 6, 0.5].map(near));
  });

  test('figures that share their peaks share their scales', () => {
    const [big, small] = [view({ mql: 900, won: 9 }), view({ mql: 100, won: 4 })];
    const peaks = peaksOf([big, small]);
    const [a, b] = [bowtieShape(big, peaks), bowtieShape(small, peaks)];
    expect((a.plates[0]?.size ?? 0) / (b.plates[0]?.size ?? 1)).toBeCloseTo(3);
  });
});

test('open entries show where the flow will end', () => {
  const total = bowtie({ sal: 100, won: 20 }, { open: 30 });
  const [sale] = total.conversions;
  if (sale) sale.matured = { rate: 0.3, interval: null, horizon_days: 90, at_risk: 20 };
  const [flow] = bowtieShape(prepareBowtie(total, null, 'cohort')).flows;
  expect(flow?.matures).toBeCloseTo(Math.sqrt(30 / 100));
});

test('whatever the counts, everything stays inside the figure', () => {
  const count = fc.integer({ min: 0, max: 5_000_000 });
  const steps = fc.record({ prospect: count, sal: count, won: count, adopted: count });
  fc.assert(
    fc.property(steps, count, count, (entries, renewed, churned) => {
      const shape = bowtieShape(view(entries, { renewed, churned }));
      for (const { size, along } of shape.plates) {
        expect(size).toBeGreaterThanOrEqual(0);
        expect(size).toBeLessThanOrEqual(1.000001);
        expect(along).toBeLessThan(1);
      }
      for (const { centreTo, sizeTo } of shape.ribbons) {
        expect(Math.abs(centreTo) + sizeTo / 2).toBeLessThanOrEqual(0.500001);
      }
    }),
  );
});

function near(value: number) {
  return expect.closeTo(value, 9);
}
