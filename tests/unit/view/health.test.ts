import { describe, expect, it } from 'vitest';
import { changedCells } from '#lib/view/health/changedCells.ts';
import {
  doubtParams,
  parseDoubt,
  spanOfHealth,
  validSince,
  writeDoubt,
} from '#lib/view/health/healthState.ts';
import { heldParams } from '#lib/view/health/heldState.ts';
import { lastLook } from '#lib/view/health/lastLook.ts';
import { effectsOf } from '#lib/view/orgs/effectsOf.ts';
import { EMPTY_ORG } from '#lib/view/orgs/orgForm.ts';

describe('the address of Data health', () => {
  it('names the days of a span, up to and with today', () => {
    const known = { today: '2026-06-01', dataFrom: '2024-02-03' };
    expect(spanOfHealth('days90', known)).toEqual({ from: '2026-03-04', to: '2026-06-02' });
    expect(spanOfHealth('days365', known)).toEqual({ from: '2025-06-02', to: '2026-06-02' });
    expect(spanOfHealth('all', known)).toEqual({ from: '2024-02-03', to: '2026-06-02' });
    expect(spanOfHealth('all', { ...known, dataFrom: null }).from).toBe('2025-06-02');
  });

  it('writes which records are open, and takes nothing else for it', () => {
    for (const doubt of [
      { stage: 'sql', fault: 'ownerless' } as const,
      { stage: 'won', fault: null } as const,
    ]) {
      expect(parseDoubt(writeDoubt(doubt))).toEqual(doubt);
    }
    for (const open of [null, '', 'sql:', 'sql:all', 'lost', 'sql:skipped:x']) {
      expect(parseDoubt(open)).toBeNull();
    }
  });

  it('asks for the records of the days alone, whatever else is known', () => {
    const health = { from: '2026-01-01', to: '2026-02-01', stages: [] };
    expect(doubtParams({ stage: 'sql', fault: 'skipped' }, health)).toEqual({
      ...{ from: '2026-01-01', to: '2026-02-01', stage: 'sql', fault: 'skipped' },
    });
  });

  it('takes a date or an instant as a moment', () => {
    expect(validSince('2026-06-01')).toBe('2026-06-01');
    expect(validSince('2026-06-01T10:00:00.000Z')).toBe('2026-06-01T10:00:00.000Z');
    for (const wrong of [null, '', 'gestern', '2026-13-01', '2026-06-01T']) {
      expect(validSince(wrong)).toBeNull();
    }
  });

  it('asks for held rows by what is chosen; a file that is none is not asked for', () => {
    const none = { state: 'held', code: null, source: null, file: null } as const;
    expect(heldParams(none)).toEqual({ state: 'held' });
    expect(heldParams({ ...none, file: 'x', code: 'bad_row' })).toEqual({
      state: 'held',
      code: 'bad_row',
    });
  });
});

describe('a mended row', () => {
  const cells = [
    { name: 'a', value: 'x' },
    { name: 'b', value: null },
  ];
  it('sends only what differs; an emptied field of a call is taken away', () => {
    expect(changedCells({ cells, import_id: null }, { a: 'x', b: '' })).toEqual({});
    expect(changedCells({ cells, import_id: null }, { a: '', b: 'y' })).toEqual({
      a: null,
      b: 'y',
    });
    expect(changedCells({ cells, import_id: 'i' }, { a: '' })).toEqual({ a: '' });
  });
});

describe('the last look', () => {
  const minute = 60_000;
  it('is the one before this one; looks within half an hour are one', () => {
    const first = lastLook(null, 0);
    expect(first.since).toBeNull();
    const again = lastLook(first.kept, 10 * minute);
    expect(again.since).toBeNull();
    const later = lastLook(again.kept, 100 * minute);
    expect(later.since).toBe(new Date(10 * minute).toISOString());
    expect(lastLook(later.kept, 110 * minute).since).toBe(later.since);
    expect(lastLook('no json', 0).since).toBeNull();
  });
});

describe('what a setting changes', () => {
  it('is told of those that derive every record anew', () => {
    const saved = { ...EMPTY_ORG, stages: ['mql', 'sql', 'won'] as typeof EMPTY_ORG.stages };
    expect(effectsOf(saved, { name: 'x', week_start: 'sun' })).toEqual([]);
    expect(effectsOf(saved, { time_zone: 'Asia/Tokyo', stages: ['mql', 'sal', 'won'] })).toEqual([
      { kind: 'time_zone', from: 'UTC', to: 'Asia/Tokyo' },
      { kind: 'off', stage: 'sql' },
      { kind: 'on', stage: 'sal' },
    ]);
  });
});
