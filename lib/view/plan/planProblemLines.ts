import type { FeasibilityFlag } from '#lib/bowtie/plan/planFeasibility.ts';
import type { PlanInput, PlanProblem, PlanResult } from '#lib/bowtie/plan/planTypes.ts';
import type { Format } from '../createFormat.ts';
import { groupName } from '../groupName.ts';
import { stageName, type Text } from '../text.ts';
import { conversionName } from './inputLines.ts';
import { roundShares } from './moveShare.ts';
import type { PlanState } from './planState.ts';
import { seasonBars, yearOfBars } from './season.ts';
import { type Setting, withSettings } from './settings.ts';

/** A doubt in words, and with `mend` the change that takes it away. */
export type ProblemLine = {
  id: string;
  weight: 'stop' | 'gap' | 'note' | 'stretch';
  says: Text;
  mend: { says: Text; change: Partial<PlanState> } | null;
};

type Asked = {
  input: PlanInput;
  result: PlanResult;
  flags: readonly FeasibilityFlag[];
  set: string;
  format: Format;
};
type Told = Omit<Asked, 'flags'>;

/** All that speaks against a plan, what stops it first. */
export function planProblemLines(asked: Asked): ProblemLine[] {
  const problems = asked.result.problems.map((one, i) => problemLine(one, i, asked));
  return [...problems, ...asked.flags.map((flag) => stretchLine(flag, asked.format))];
}

/** What speaks against inputs, by their paths: to be said beside them. */
export function linesAt(paths: readonly string[], asked: Omit<Asked, 'flags'>): ProblemLine[] {
  const own = asked.result.problems.filter(({ path }) => paths.includes(path));
  return own.map((one, i) => problemLine(one, i, asked));
}

function problemLine(one: PlanProblem, i: number, asked: Told): ProblemLine {
  const { code, weight, values } = one;
  return {
    id: `${code} ${i}`,
    weight,
    says: { key: keyOf(one), values: worded(values, asked.format) },
    mend: mendOf(one, asked),
  };
}

/** A head that handles nothing is another fault than nobody being there. */
function keyOf({ code, path }: PlanProblem): string {
  const idle = code === 'role_without_capacity' && path.endsWith('.per_month');
  return idle ? 'planInputs.problem.idle' : `plan.problem.${code}`;
}

const MONEY = new Set(['target_arr', 'retained_arr']);
const SHARES = new Set(['share', 'sum']);

function worded(values: PlanProblem['values'], format: Format): NonNullable<Text['values']> {
  const words = Object.entries(values).map(([name, value]) => {
    if (name === 'segment') return [name, groupName(String(value))] as const;
    if (name === 'stage') return [name, stageName(String(value))] as const;
    if (name === 'conversion') return [name, conversionName(String(value))] as const;
    if (MONEY.has(name)) return [name, format.shortMoney(String(value))] as const;
    if (SHARES.has(name)) return [name, format.percent(Number(value))] as const;
    return [name, typeof value === 'number' ? format.count(Math.ceil(value)) : value] as const;
  });
  return Object.fromEntries(words);
}

/** The nearest input that works, as a change of the address. */
function mendOf({ nearest }: PlanProblem, { input, set, format }: Told): ProblemLine['mend'] {
  const [first] = nearest;
  if (first === undefined) return null;
  const { path, value } = first;
  if (Array.isArray(value)) return mendWeights(path, value, { input, set });
  if (path === 'target_arr') {
    const raise = Number(value) > Number(input.target_arr);
    const arr = format.shortMoney(String(value));
    const says = { key: raise ? 'planInputs.mend.raise' : 'plan.mend.target', values: { arr } };
    return { says, change: { target: Number(value) } };
  }
  if (path === 'months') {
    const says = { key: 'plan.mend.months', values: { count: Number(value) } };
    return { says, change: { months: Number(value) } };
  }
  const [list, place, ...rest] = path.split('.');
  const field = rest.at(-1) ?? '';
  const of = list === 'segments' ? 's' : 'r';
  const key = of === 's' ? input.segments[Number(place)]?.key : input.capacity[Number(place)]?.role;
  if (key === undefined || typeof value === 'string') return null;
  const says: Text =
    of === 's'
      ? { key: 'plan.mend.input', values: { value: format.percent(value) } }
      : { key: `planInputs.mend.${field}`, values: { count: value } };
  return { says, change: { set: withSettings(set, [{ of, key, field, value }]) } };
}

/** Weights that sum to 1: each as it was, in proportion. */
function mendWeights(
  path: string,
  weights: readonly number[],
  { input, set }: Pick<Told, 'input' | 'set'>,
): ProblemLine['mend'] {
  const says = { key: 'planInputs.mend.sum' };
  const shares = roundShares(weights);
  const [list, place = '', what = '', ...conversion] = path.split('.');
  if (list === 'segments' && place === '') {
    const settings = input.segments.map(({ key }, i): Setting => {
      return { of: 's', key, field: 'share', value: shares[i] ?? 0 };
    });
    return { says, change: { set: withSettings(set, settings) } };
  }
  const key = input.segments[Number(place)]?.key;
  if (key === undefined) return null;
  const bars = seasonBars({ seasonality: shares }, input);
  const setting: Setting =
    what === 'seasonality'
      ? { of: 's', key, field: 'season', value: yearOfBars(bars, shares) }
      : { of: 's', key, field: `lag.${conversion.join('.')}`, value: shares };
  return { says, change: { set: withSettings(set, [setting]) } };
}

function stretchLine(flag: FeasibilityFlag, format: Format): ProblemLine {
  const { segment, kind, what, planned, best, when, times } = flag;
  const [from = '', to = ''] = when.split('/');
  const number = (value: number) =>
    kind === 'rate' ? format.percent(value) : format.count(Math.round(value));
  return {
    id: `${kind} ${segment} ${what}`,
    weight: 'stretch',
    says: {
      key: `plan.stretch.${kind}`,
      values: {
        segment: groupName(segment),
        what: kind === 'rate' ? conversionName(what) : stageName(what),
        planned: number(planned),
        best: number(best),
        when: kind === 'rate' ? format.months(from, to) : format.month(`${when}-01`),
        times: times.toFixed(1),
      },
    },
    mend: null,
  };
}
