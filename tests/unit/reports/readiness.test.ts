import { describe, expect, it } from 'vitest';
import { firstToMend, readiness } from '#lib/reports/health/readiness.ts';
import type { StageHealth } from '#lib/store/health/stageHealth.ts';

function counts(given: Partial<StageHealth>): StageHealth {
  const none = { skipped: 0, backdated: 0, pairs: 0, same_day: 0, ownerless: 0, amountless: 0 };
  return { stage: 'sql', entries: 100, sound: 100, ...none, ...given };
}

describe('the readiness of a stage', () => {
  it('asks for mending from one entry in ten on', () => {
    expect(readiness('sql', counts({ ownerless: 9 }))).toMatchObject({ state: 'ready', fix: null });
    expect(readiness('sql', counts({ ownerless: 10 }))).toMatchObject({
      ...{ state: 'fix', fix: 'ownerless' },
    });
  });

  it('names the fault of most entries; never the same day, an amount only where one is due', () => {
    const many = { same_day: 90, amountless: 80, skipped: 30, ownerless: 20 };
    expect(readiness('sql', counts(many)).fix).toBe('skipped');
    expect(readiness('sal', counts({ ...many, stage: 'sal' })).fix).toBe('amountless');
  });

  it('says when there is nothing, too little, or only what later stages imply', () => {
    expect(readiness('sql', undefined)).toMatchObject({ state: 'none', entries: 0, fix: null });
    expect(readiness('sql', counts({ entries: 19 })).state).toBe('few');
    expect(readiness('sql', counts({ skipped: 100 }))).toMatchObject({
      state: 'implied',
      fix: null,
    });
  });
});

describe('what to mend first', () => {
  it('is a stage that never sends anything, then the fault of most entries', () => {
    const sql = readiness('sql', counts({ skipped: 30 }));
    const sal = readiness('sal', counts({ stage: 'sal', amountless: 40 }));
    const silent = readiness('mql', counts({ stage: 'mql', entries: 50, skipped: 50 }));
    expect(firstToMend([sql, sal])).toEqual({ stage: 'sal', fix: 'amountless', affected: 40 });
    expect(firstToMend([sql, silent])).toEqual({ stage: 'mql', fix: 'silent', affected: 50 });
    expect(firstToMend([readiness('sql', counts({}))])).toBeNull();
  });
});
