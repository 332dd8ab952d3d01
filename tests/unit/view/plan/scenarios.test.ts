import { createTranslator } from 'next-intl';
import { describe, expect, it, test } from 'vitest';
import { decomposePlan } from '#lib/bowtie/plan/decomposePlan.ts';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import { loadMessages } from '#lib/i18n/loadMessages.ts';
import { LOCALES } from '#lib/i18n/locales.ts';
import { createFormat } from '#lib/view/createFormat.ts';
import { atVolumes } from '#lib/view/plan/atVolumes.ts';
import { peopleCost, roleHeads } from '#lib/view/plan/compareRoles.ts';
import { compareFile, compareGroups, tellingStage } from '#lib/view/plan/compareScenarios.ts';
import { headroom } from '#lib/view/plan/headroom.ts';
import { inputDiffs } from '#lib/view/plan/inputDiffs.ts';
import { inputFacts } from '#lib/view/plan/inputFacts.ts';
import { fixedInput, freeName, hiredInput, namedHires } from '#lib/view/plan/moves.ts';
import { oddsAsked, planOdds } from '#lib/view/plan/planOdds.ts';
import type { PlanDefaults } from '#lib/view/plan/planState.ts';
import { rankLevers } from '#lib/view/plan/rankLevers.ts';
import type { Text } from '#lib/view/text.ts';

const role = {
  ...{ role: 'AE', stage: 'sal' as const, per_month: 20, ramp: [0, 0.5], heads: 1, attrition: 0 },
  cost: '120000',
};
const lags = { 'sql>sal': [1], 'sal>won': [0.5, 0.5] };
const mid = {
  ...{ key: 'mid', opening_arr: '1000000', nrr: 1, share: 1, acv: '50000', discount: 0, lags },
  conversions: { 'sql>sal': 0.45, 'sal>won': 0.25 },
};
const input: PlanInput = {
  ...{ start: '2027-01-01', months: 12, target_arr: '6000000', rounding: 'display' },
  ...{ segments: [mid], capacity: [role] },
};
const best = { best: 0.9, base: 100, from: '2026-01-01', to: '2026-04-01' };
const span = { from: '2025-12-01', to: '2026-12-01', won_arr: '1.00' };
const defaults: PlanDefaults = {
  ...{ start: input.start, months: 12, segments: [mid], capacity: [role], benchmarks: [] },
  evidence: { mid: { 'sql>sal': { successes: 180, trials: 400 } } },
  history: { mid: { months: {}, rates: { 'sql>sal': best } } },
  actual: { mid: { ...span, wins: 45, entries: { sql: 400, sal: 180, won: 45 } } },
};
const known = { ...defaults, pods: [] };
const format = createFormat('en', { currency: 'USD', timeZone: 'UTC' });
const free = { ...input, capacity: [] };

describe('hire or mend the hand-off', () => {
  it('mends one rate and brings, at last year’s volumes, just what the lever says', () => {
    for (const plan of [input, free]) {
      const [lever] = rankLevers(plan, known, 'best');
      if (lever === undefined) throw new Error('no lever');
      const mended = fixedInput(plan, lever);
      expect(mended.segments[0]?.conversions['sql>sal']).toBe(0.9);
      const [then, now] = [atVolumes(mended, defaults), atVolumes(plan, defaults)];
      expect(now.wins).toBe(45);
      expect(then.arr - now.arr).toBeCloseTo(lever.inYear, 4);
    }
  });

  it('lets people limit it: 240 a year less 180 that came', () => {
    expect(headroom(input, defaults, { tier: 'mid', stage: 'sal' })).toBe(60);
    expect(headroom(input, defaults, { tier: 'mid', stage: 'won' })).toBe(Infinity);
    // 400 x (0.9 - 0.45) = 180 more, of which 60 find somebody.
    expect(rankLevers(input, known, 'best')[0]?.within).toBeCloseTo(1 / 3, 12);
  });

  it('takes the best pod of the tier', () => {
    const target = { rate: 0.6, label: 'Cedar', base: 50, wins_a_year: 1, arr_a_year: '1.00' };
    const targets = { benchmark: null, best_quarter: null, best_pod: target };
    const pod = { key: { segment: 'mid' }, from: 'sql', to: 'sal', targets } as const;
    const [lever] = rankLevers(free, { ...defaults, pods: [pod] }, 'pod');
    expect(lever).toMatchObject({ target: 0.6, when: 'Cedar' });
    const small = { ...pod, key: { segment: 'small' } };
    const none = rankLevers(free, { ...defaults, pods: [small] }, 'pod');
    expect(none.map(({ kind }) => kind)).toEqual(['campaign']);
  });

  it('hires whom the plan names, and then names nobody more', () => {
    const hires = namedHires(decomposePlan(input));
    expect(hires.map((one) => one.role)).toEqual(['AE']);
    const hired = hiredInput(input, hires);
    const result = decomposePlan(hired);
    expect(namedHires(result)).toEqual([]);
    const plain = { id: '', name: '', input, result: decomposePlan(input) };
    const line = { id: '', name: '', input: hired, result };
    // Named or decided: as many people, and as much for them.
    expect(roleHeads(line, 'AE')).toBe(1 + (hires[0]?.heads ?? 0));
    expect(roleHeads(line, 'AE')).toBe(roleHeads(plain, 'AE'));
    expect(peopleCost(line, 'all')).toBeCloseTo(peopleCost(plain, 'all') ?? 0, 6);
    expect(peopleCost(line, 'decided')).toBeCloseTo(peopleCost(line, 'all') ?? 0, 6);
    expect(peopleCost(plain, 'decided')).toBe(120_000);
    expect(Number(result.reach.within_capacity)).toBeGreaterThan(
      Number(plain.result.reach.within_capacity),
    );
  });

  it('draws a rate that was set as it was set', () => {
    const sure = oddsAsked(input, defaults).uncertainty.own_evidence;
    expect(sure?.mid?.['sql>sal']).toEqual({ successes: 180, trials: 400 });
    const [lever] = rankLevers(free, known, 'best');
    if (lever === undefined) throw new Error('no lever');
    const mended = oddsAsked(fixedInput(free, lever), defaults);
    const own = mended.uncertainty.own_evidence;
    expect(own?.mid?.['sql>sal']).toEqual({ successes: 360, trials: 400 });
    const few = { ...mended, uncertainty: { ...mended.uncertainty, runs: 500 } };
    expect(planOdds(few).staffed.p_hit).toBeGreaterThan(0.3);
  });

  it('gives names that are free', () => {
    expect(freeName('Fix', ['other'], 80)).toBe('Fix');
    expect(freeName('Fix', ['fix', 'Fix 2'], 80)).toBe('Fix 3');
    expect(freeName('a'.repeat(90), ['a'.repeat(80)], 80)).toBe(`${'a'.repeat(78)} 2`);
  });
});

describe('scenarios beside each other', () => {
  const mended = { ...mid, conversions: { 'sql>sal': 0.9, 'sal>won': 0.25 } };
  const other: PlanInput = { ...input, segments: [mended], capacity: [{ ...role, heads: 3 }] };

  it('lists the inputs that differ, and only those', () => {
    expect(inputDiffs([input, input], format)).toEqual([]);
    const diffs = inputDiffs([input, other], format);
    expect(diffs.map(({ id, cells }) => [id, cells])).toEqual([
      ['s:mid:sql>sal', ['45.0%', '90.0%']],
      ['r:AE:sal:heads', ['1', '3']],
    ]);
    const none = inputDiffs([input, free], format);
    expect(none.map(({ cells }) => cells[1])).toEqual(Array(7).fill(null));
  });

  it('takes a rate that was measured some minutes later for the same', () => {
    const later = { ...mid, conversions: { ...mid.conversions, 'sql>sal': 0.45002 } };
    const plan = { ...input, segments: [later] };
    expect(inputDiffs([input, plan], format)).toEqual([]);
    expect(atVolumes(plan, defaults)).toEqual(atVolumes(input, defaults));
  });

  it('says by stage, role and month what each comes to, and its difference', () => {
    const lines = [input, other].map((one, i) => {
      return { id: `${i}`, name: `${i}`, input: one, result: decomposePlan(one) };
    });
    const groups = compareGroups(lines, { odds: [], defaults, stage: 'sql', format });
    const rows = new Map(groups.flatMap((one) => one.rows.map((row) => [row.id, row] as const)));
    expect(rows.get('sql')?.cells.map(({ raw }) => raw)).toEqual([889, 445]);
    expect(rows.get('sql')?.cells[1]?.difference).toBe('\u2212444');
    expect(rows.get('target')?.differs).toBe(false);
    expect(tellingStage(lines)).toBe('sql');
    expect(rows.get('hit')?.cells.map(({ shown }) => shown)).toEqual(['—', '—']);
    const months = groups.find(({ id }) => id === 'month')?.rows ?? [];
    expect(months.length).toBe(12);
    const told = months.reduce((sum, { cells }) => sum + (cells[0]?.raw ?? 0), 0);
    const locked = lines[0]?.result.segments[0]?.locked.sql ?? 0;
    expect(told + locked).toBe(889);
    const say = { text: () => 'x', group: (id: string) => id };
    const file = compareFile(lines, groups, say);
    expect(file.find(([group, , value]) => group === 'stage' && value === 889)).toEqual([
      ...['stage', 'x', 889, 445, -444],
    ]);
  });
});

test.each(LOCALES)('all that scenarios say has its words in %s', async (locale) => {
  const faults: string[] = [];
  const messages = await loadMessages(locale);
  const t = createTranslator({ locale, messages, onError: ({ message }) => faults.push(message) });
  const lines = [{ id: '', name: 'x', input, result: decomposePlan(input) }];
  const odds = [planOdds({ plan: input, uncertainty: { runs: 10, seed: 1 } })];
  const other = { ...lines[0], input, result: decomposePlan(free), id: 'b', name: 'y' };
  const groups = compareGroups([...lines, other], { odds, defaults, stage: 'sql', format });
  const full = { ...mid, grr: 0.9, seasonality: Array.from({ length: 12 }, () => 1 / 12) };
  const said = textsIn([groups, inputFacts({ ...input, segments: [full] }, format)]);
  expect(said.length).toBeGreaterThan(40);
  for (const { key, values = {} } of said) {
    const plain = Object.keys(values).map((name) => [name, 'x']);
    t(key as never, Object.fromEntries(plain) as never);
  }
  expect(faults).toEqual([]);
});

function textsIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(textsIn);
  return 'key' in value && typeof value.key === 'string' ? [value as Text, ...inner] : inner;
}
