import { expect, it } from 'vitest';
import type { PlanTrack, TrackLine } from '#lib/contract/planTrack.ts';
import { createFormat } from '#lib/view/createFormat.ts';
import { trackItems, trackLines } from '#lib/view/plan/trackItems.ts';
import { trackReach } from '#lib/view/plan/trackReach.ts';
import { trackSheet } from '#lib/view/plan/trackSheet.ts';

const format = createFormat('en', { currency: 'USD', timeZone: 'UTC' });

function line(stage: TrackLine['stage'], target: number, actual: number): TrackLine {
  const told = { expected: target / 2, expected_even: target / 3, status: 'near' } as const;
  const months = [
    { month: '2026-01', target, actual },
    { month: '2026-02', target: 0, actual: null },
  ];
  return { stage, target, actual, ...told, required_per_month: 1.2, months };
}

const track: PlanTrack = {
  plan: {
    ...{ scenario_id: 's', version: 1, name: 'Hire', fiscal_year: '2026-01-01' },
    ...{ start: '2026-01-01', end: '2026-03-01', target_arr: '2000000' },
  },
  elapsed: 0.5,
  pacing: { from: '2025-01-01', to: '2026-01-01' },
  arr: {
    ...{ target: '2000000', actual: null, expected: '1500000.00' },
    ...{ expected_even: '1000000.00', status: null },
  },
  nrr: { target: 1.1, actual: 1.05, expected: 1.05, status: 'ahead' },
  grr: { target: 0.9, actual: 0.7, expected: 0.95, status: 'behind' },
  stages: [
    { department: 'SDR', ...line('sal', 90, 40) },
    { department: 'AE', ...line('won', 9, 5) },
  ],
  segments: [
    { key: 'small', stages: [line('sal', 60, 30)] },
    { key: 'key', stages: [line('sal', 30, 10), line('won', 9, 5)] },
  ],
  departments: [{ department: 'SDR', stages: ['sal'], status: 'near' }],
};

it('has the money first, then every stage', () => {
  const items = trackItems(track, format);
  expect(items.map(({ id, status }) => [id, status])).toEqual([
    ['arr', null],
    ['nrr', 'ahead'],
    ['grr', 'behind'],
    ['sal', 'near'],
    ['won', 'near'],
  ]);
  expect(items[0]).toMatchObject({ actual: '—', target: '$2M', required: null });
  const sal = { target: '90', actual: '40', expected: '45', even: '30', required: '2' };
  expect(items[2]).toMatchObject({ target: '90.0%', actual: '70.0%', department: 'CSM' });
  expect(items[3]).toMatchObject({ ...sal, department: 'SDR' });
});

it('has of a segment its stages, of a department its own', () => {
  const ids = (which: object) => trackItems(track, format, which).map(({ id }) => id);
  expect(ids({ tier: 'small' })).toEqual(['sal']);
  expect(ids({ department: 'AE' })).toEqual(['won']);
  expect(ids({ department: 'CSM' })).toEqual(['nrr', 'grr']);
  expect(trackItems({ ...track, grr: null }, format).map(({ id }) => id)).not.toContain('grr');
  expect(ids({ department: 'ONB' })).toEqual([]);
  expect(trackItems(track, format, { tier: 'key', department: 'SDR' })[0]?.target).toBe('30');
});

it('has of a department the lines of its stages', () => {
  const stages = (which: object) => trackLines(track, which).map(({ stage }) => stage);
  expect(stages({})).toEqual(['sal', 'won']);
  expect(stages({ tier: 'key', department: 'SDR' })).toEqual(['sal']);
});

it('reaches as far as the filters leave something that the plan is split by', () => {
  const none = { segment: [], channel: [], pod: [], owner: [], region: [], product: [] };
  const reach = (more: object) => trackReach(track, { ...none, motion: [], ...more });
  expect(reach({})).toEqual({ tier: null, wider: false });
  expect(reach({ segment: ['key'] })).toEqual({ tier: 'key', wider: false });
  expect(reach({ segment: ['key', 'small'] })).toEqual({ tier: null, wider: false });
  expect(reach({ segment: ['unknown'] })).toEqual({ tier: null, wider: true });
  expect(reach({ segment: ['key'], pod: ['Cedar'] })).toEqual({ tier: null, wider: true });
  const one = { ...track, segments: track.segments.slice(0, 1) };
  const filters = { ...none, motion: [], segment: ['small'] };
  expect(trackReach(one, filters)).toEqual({ tier: null, wider: true });
});

it('gives a file every line with every month', () => {
  const [head, ...lines] = trackSheet(track);
  expect(head).toHaveLength(12);
  expect(lines.every((one) => one.length === 12)).toBe(true);
  expect(lines.map((one) => one.slice(0, 2))).toEqual([
    ['', 'sal'],
    ['', 'won'],
    ['small', 'sal'],
    ['key', 'sal'],
    ['key', 'won'],
  ]);
  expect(lines[0]?.slice(-4)).toEqual([90, 40, 0, null]);
});
