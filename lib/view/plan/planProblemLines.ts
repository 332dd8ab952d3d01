import type { FeasibilityFlag } from '#lib/bowtie/plan/planFeasibility.ts';
import type { PlanInput, PlanProblem, PlanResult } from '#lib/bowtie/plan/planTypes.ts';
import type { Format } from '../createFormat.ts';
import { groupName } from '../groupName.ts';
import { stageName, type Text } from '../text.ts';
import { readOverrides, withOverride, writeOverrides } from './overrides.ts';
import type { PlanState } from './planState.ts';

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

/** All that speaks against a plan, what stops it first. */
export function planProblemLines(asked: Asked): ProblemLine[] {
  const problems = nearest(asked.result.problems).map((one, i) => problemLine(one, i, asked));
  return [...problems, ...asked.flags.map((flag) => stretchLine(flag, asked.format))];
}

/** Of a tier whose pipeline is too short, one stage says it for all. */
function nearest(problems: readonly PlanProblem[]): PlanProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ code, path }) => {
    if (code !== 'pipeline_short') return true;
    if (seen.has(path)) return false;
    seen.add(path);
    return true;
  });
}

function problemLine(one: PlanProblem, i: number, asked: Asked): ProblemLine {
  const { code, weight, values } = one;
  return {
    id: `${code} ${i}`,
    weight,
    says: { key: `plan.problem.${code}`, values: worded(values, asked.format) },
    mend: mendOf(one, asked),
  };
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
function mendOf({ nearest }: PlanProblem, { input, set, format }: Asked): ProblemLine['mend'] {
  const [first] = nearest;
  if (first === undefined || Array.isArray(first.value)) return null;
  const { path, value } = first;
  if (path === 'target_arr') {
    const says = { key: 'plan.mend.target', values: { arr: format.shortMoney(String(value)) } };
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
  const next = withOverride(readOverrides(set), { of, key, field, value });
  const shown = value <= 1 && of === 's' ? format.percent(value) : format.count(value);
  const says = { key: 'plan.mend.input', values: { value: shown } };
  return { says, change: { set: writeOverrides(next) } };
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

function conversionName(key: string): Text {
  const [from = '', to = ''] = key.split('>');
  return { key: 'plan.inputs.conversion', values: { from: stageName(from), to: stageName(to) } };
}
