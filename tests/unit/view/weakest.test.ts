import { expect, test } from 'vitest';
import { prepareBowtie } from '#lib/view/prepareBowtie.ts';
import { weakest } from '#lib/view/weakest.ts';
import { bowtie } from './answers.ts';

const compared = (now: ReturnType<typeof bowtie>, before: ReturnType<typeof bowtie>) =>
  prepareBowtie(now, before, 'cohort');

const steady = bowtie({ sql: 1000, sal: 800, won: 200 }, { amounts: { won: 200_000 } });
const leaking = bowtie({ sql: 1000, sal: 600, won: 150 }, { amounts: { won: 150_000 } });

test('finds the hand-off that is behind, in wins and money', () => {
  const leak = weakest(compared(leaking, steady), []);
  expect(leak?.handOff.id).toBe('sql>sal');
  expect(leak?.missing).toBeCloseTo(200);
  expect(leak?.wins).toBeCloseTo(50);
  expect(leak?.amount).toBeCloseTo(50_000);
});

test('names the segment that explains it', () => {
  const mid = { group: 'mid', view: compared(leaking, steady) };
  const small = { group: 'small', view: compared(steady, steady) };
  expect(weakest(compared(leaking, steady), [small, mid])?.group).toBe('mid');
});

test('no money is invented where no amounts are known', () => {
  const bare = (sal: number) => bowtie({ sql: 1000, sal, won: 100 });
  expect(weakest(compared(bare(500), bare(800)), [])?.amount).toBeNull();
});

test('nothing behind, nothing weakest', () => {
  expect(weakest(compared(steady, steady), [])).toBeNull();
});
