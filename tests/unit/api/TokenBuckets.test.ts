import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TokenBuckets } from '#lib/api/limits/TokenBuckets.ts';

describe('a bucket of tokens', () => {
  it('gives a burst, then the rate, and says when to come again', () => {
    const buckets = new TokenBuckets(10);
    for (let left = 39; left >= 0; left -= 1) {
      expect(buckets.take('a', 0)).toMatchObject({ allowed: true, limit: 40, remaining: left });
    }
    expect(buckets.take('a', 0)).toMatchObject({ allowed: false, wait: 1, reset: 4 });
    expect(buckets.take('a', 99).allowed).toBe(false);
    expect(buckets.take('a', 100).allowed).toBe(true);
    expect(buckets.take('a', 100).allowed).toBe(false);
    expect(buckets.take('b', 100).remaining).toBe(39);
    expect(buckets.take('a', 60_000).remaining).toBe(39);
  });

  it('never lets more through than burst and rate allow, and always that much', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), steps, (rate, pauses) => {
        const buckets = new TokenBuckets(rate);
        let now = 0;
        let through = 0;
        for (const pause of pauses) {
          now += pause;
          if (buckets.take('a', now).allowed) through += 1;
          expect(through).toBeLessThanOrEqual(rate * 4 + (now / 1000) * rate + 1e-6);
        }
        expect(through).toBeGreaterThanOrEqual(Math.min(pauses.length, rate * 4));
      }),
    );
  });

  it('forgets who has not come for long', () => {
    const buckets = new TokenBuckets(1);
    for (let at = 0; at < 10_000; at += 1) buckets.take(`n${at}`, 0);
    expect(buckets.take('new', 5_000).remaining).toBe(3);
    expect(buckets.take('n7', 5_000).remaining).toBe(3);
  });

  it('is not fooled by a clock that goes back', () => {
    const buckets = new TokenBuckets(1);
    for (let at = 0; at < 4; at += 1) buckets.take('a', 10_000);
    expect(buckets.take('a', 0).allowed).toBe(false);
  });
});
