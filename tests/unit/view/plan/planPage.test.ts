import { describe, expect, it } from 'vitest';
import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import { DEPARTMENTS, type PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import { createFormat } from '#lib/view/createFormat.ts';
import { compareGroups } from '#lib/view/plan/compareScenarios.ts';
import { countGaps } from '#lib/view/plan/countGaps.ts';
import { departmentSheet } from '#lib/view/plan/departmentSheet.ts';
import { leastEvidence } from '#lib/view/plan/leastEvidence.ts';
import { compound } from '#lib/view/plan/leverFactors.ts';
import { planFigure } from '#lib/view/plan/planFigure.ts';
import { planGrid } from '#lib/view/plan/planGrid.ts';
import { planProblemLines } from '#lib/view/plan/planProblemLines.ts';
import type { PlanDefaults } from '#lib/view/plan/planState.ts';
import { rankLevers } from '#lib/view/plan/rankLevers.ts';
import type { ScenarioLine } from '#lib/view/plan/scenarioInput.ts';

const base = { nrr: 1, discount: 0, acv: '50000', lags: { 'sal>won': [0.5, 0.5] } };
const input: PlanInput = {
  ...{ start: '2027-01-01', months: 12, target_arr: '6000000', rounding: 'display' },
  segments: [
    {
      ...{ key: 'small', opening_arr: '1000000', share: 0.5, ...base },
      conversions: { 'sql>sal': 0.9, 'sal>won': 0.25, 'won>onboarded': 1 },
    },
    {
      ...{ key: 'mid', opening_arr: '1000000', share: 0.5, ...base },
      conversions: { 'sql>sal': 0.45, 'sal>won': 0.25, 'won>onboarded': 1 },
    },
  ],
  capacity: [
    { role: 'AE', stage: 'won', per_month: 2, ramp: [0], heads: 1, attrition: 0, cost: '12000' },
  ],
};
const span = { from: '2025-12-01', to: '2026-12-01' };
const year = { ...span, won_arr: '1.00', wins: 10, entries: { sql: 400, sal: 180, won: 45 } };
const best = { best: 0.9, base: 100, from: '2026-01-01', to: '2026-04-01' };
const defaults: PlanDefaults = {
  ...{ start: input.start, months: 12, segments: [], capacity: [], evidence: {}, benchmarks: [] },
  history: { mid: { months: {}, rates: { 'sql>sal': best } } },
  actual: { small: year, mid: year },
};
const result = decomposePlan(input);
const format = createFormat('en', { currency: 'USD', timeZone: 'UTC' });

describe('what the page Plan shows', () => {
  it('adds up: tiers to the grid, months and locked to the total, grid to departments', () => {
    const all = planGrid(result, null);
    for (const { stage, locked, months, total } of all.rows) {
      expect(locked + months.reduce((sum, one) => sum + one, 0)).toBe(total);
      const tiers = ['small', 'mid'].map((key) =>
        planGrid(result, key).rows.find((row) => row.stage === stage),
      );
      expect(tiers.reduce((sum, row) => sum + (row?.total ?? 0), 0)).toBe(total);
      const owner = result.departments.find(({ stages }) => stages.includes(stage));
      expect(owner?.total).toBe(total);
    }
  });

  it('draws what must come through over what came through', () => {
    const { plates, end } = planFigure(input, result, defaults);
    expect(plates.map(({ stage, actual }) => [stage, actual])).toEqual([
      ...[
        ['sql', 800],
        ['sal', 360],
        ['won', 90],
      ],
      ['onboarded', null],
    ]);
    expect(end).toEqual({ kept: 2_000_000, won: 4_000_000 });
  });

  it('ranks a broken hand-off over the campaign that would feed it', () => {
    const known = { ...defaults, pods: [] };
    const [first, second] = rankLevers({ ...input, capacity: [] }, known, 'best');
    expect(first).toMatchObject({ segment: 'mid', kind: 'gap', what: 'sql>sal', target: 0.9 });
    expect(second?.kind).toBe('campaign');
    // 400 x 0.45 x 0.25 wins a year; half of those of the last month land after the plan.
    expect(first?.inYear).toBeCloseTo(45 * 50_000 * (11.5 / 12), 6);
    // One AE takes 24 wins a year and 90 came: nobody is there for more.
    expect(rankLevers(input, known, 'best')[0]).toMatchObject({ within: 0, inYear: 0 });
  });

  it('lifts every key moment by a tenth, and names the caps', () => {
    const { lines, together, uncapped, capped } = compound(input, result, 0.1);
    expect(lines.map(({ lever }) => lever)).toEqual([
      ...['cr3', 'cr4', 'price_realisation', 'cr6', 'cr7'],
    ]);
    expect(uncapped).toBeCloseTo(1.1 ** 5, 12);
    expect(capped).toEqual(['price_realisation', 'won>onboarded', 'renewal']);
    expect(together).toBeCloseTo(1.1 ** 2, 12);
  });

  it('gives each department its stages, its people and the chain to the money', () => {
    const people = [
      { name: 'Ann', role: 'AE' },
      { name: 'Bo', role: 'csm' },
    ];
    const sales = departmentSheet('AE', { input, result, people });
    expect([sales.people, sales.lines.map(({ stage }) => stage)]).toEqual([['Ann'], ['won']]);
    const sdr = departmentSheet('SDR', { input, result, people });
    expect(sdr.why.map(({ stage }) => stage)).toEqual(['won', 'sal', 'sql']);
    const success = departmentSheet('CSM', { input, result, people });
    expect([success.people, success.keep?.end]).toEqual([['Bo'], 2_000_000]);
  });

  it('makes five pages that add up to the plan, to the last record and the last cent', () => {
    const sheets = DEPARTMENTS.map((one) => departmentSheet(one, { input, result, people: [] }));
    const lines = sheets.flatMap((one) => one.lines);
    const stages = lines.map(({ stage }) => stage);
    expect(new Set(stages).size).toBe(stages.length);
    const grid = new Map(planGrid(result, null).rows.map((row) => [row.stage, row]));
    for (const { stage, locked, months, later, total } of lines) {
      expect(locked + later + months.reduce((sum, one) => sum + one, 0)).toBe(total);
      const row = grid.get(stage);
      if (row) expect([locked, months, total]).toEqual([row.locked, row.months, row.total]);
    }
    expect(stages).toEqual(expect.arrayContaining([...grid.keys()]));
    const keep = sheets.find((one) => one.keep !== null)?.keep;
    expect(keep?.months.at(-1)).toBe(keep?.end);
    expect((keep?.end ?? 0) + Number(result.new_arr)).toBe(Number(input.target_arr));
  });

  it('says each doubt once and offers the nearest plan that works', () => {
    const lines = planProblemLines({ input, result, flags: [], set: '', format });
    const short = lines.find(({ id }) => id.startsWith('capacity_short'));
    expect(short?.mend?.change.set).toMatch(/^r:AE:heads:\d+$/);
    const below = { ...input, target_arr: '1000000' };
    const told = planProblemLines({
      ...{ input: below, result: decomposePlan(below), flags: [], set: '', format },
    });
    expect(told[0]?.mend?.change).toEqual({ target: 2_000_000 });
    const gaps = lines.filter(({ weight }) => weight === 'gap');
    expect(gaps.length).toBeGreaterThan(0);
    expect(countGaps(result)).toBe(gaps.length);
  });

  it('knows when a rate has too little behind it for odds', () => {
    const rate = { successes: 9, trials: 30 };
    const own = { 'sql>sal': rate, 'sal>won': { successes: 1, trials: 4 } };
    expect(leastEvidence(input, { small: own, mid: own })).toBe(4);
    expect(leastEvidence(input, { small: own })).toBe(0);
  });

  it('holds scenarios against the first', () => {
    const more = { ...input, target_arr: '8000000' };
    const lines: ScenarioLine[] = [
      { id: 'a', name: 'this', input, result },
      { id: 'b', name: 'more', input: more, result: decomposePlan(more) },
    ];
    const groups = compareGroups(lines, { odds: [], defaults, stage: 'won', format });
    const [target] = groups[0]?.rows ?? [];
    expect(target?.cells).toEqual([
      { raw: 6_000_000, shown: '$6M', difference: null },
      { raw: 8_000_000, shown: '$8M', difference: '+$2M' },
    ]);
  });
});
