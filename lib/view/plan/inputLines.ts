import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import { LADDER } from '#lib/bowtie/stages.ts';
import type { Assumption } from '#lib/contract/planMeta.ts';
import { stageName, type Text } from '../text.ts';
import { isAt, type Override } from './overrides.ts';

/** An input of a tier or a role: its value, where that came from, and if a reader set it. */
export type InputLine = {
  field: string;
  name: Text;
  kind: 'money' | 'share' | 'count';
  value: number;
  /** As the plan can take it at most. */
  most: number;
  /** Which text explains it, and where problems name it. */
  about: string;
  path: string;
  assumption: Assumption | null;
  isSet: boolean;
};

type Known = { assumptions: readonly Assumption[]; overrides: readonly Override[] };

const MOST_MONEY = 1e12;

/** The inputs of one tier, from the price to the first conversion that is known. */
export function inputLines(input: PlanInput, place: number, known: Known): InputLine[] {
  const segment = input.segments[place];
  if (segment === undefined) return [];
  const line = (field: string, name: Text, value: number, more: Partial<InputLine>): InputLine => {
    const path = `segments.${place}.${field.includes('>') ? 'conversions.' : ''}${field}`;
    return {
      ...{ field, name, value, path, kind: 'share', most: 1, about: field, ...more },
      assumption: known.assumptions.find((one) => one.path === path) ?? null,
      isSet: known.overrides.some((one) => isAt(one, { of: 's', key: segment.key, field })),
    };
  };
  const plain = (field: string): Text => ({ key: `plan.inputs.${field}` });
  const money = { kind: 'money', most: MOST_MONEY } as const;
  const { opening_arr, nrr, acv, discount } = segment;
  return [
    line('opening_arr', plain('opening_arr'), Number(opening_arr), money),
    line('nrr', plain('nrr'), nrr, { most: 10 }),
    line('acv', plain('acv'), Number(acv), money),
    line('discount', plain('discount'), discount, { most: 0.999 }),
    ...conversionsOf(segment.conversions).map(({ key, rate }) =>
      line(key, conversionName(key), rate, { about: 'conversions' }),
    ),
  ];
}

/** In the order of the ladder. */
function conversionsOf(conversions: Readonly<Record<string, number>>) {
  const place = (key: string) => LADDER.findIndex((stage) => key.startsWith(`${stage}>`));
  return Object.entries(conversions)
    .sort(([a], [b]) => place(a) - place(b))
    .map(([key, rate]) => ({ key, rate }));
}

export function conversionName(key: string): Text {
  const [from = '', to = ''] = key.split('>');
  return { key: 'plan.inputs.conversion', values: { from: stageName(from), to: stageName(to) } };
}

/** How many inputs are measured, and how many a benchmark or an assumption stands in for. */
export function countSources(assumptions: readonly Assumption[]): { own: number; other: number } {
  const known = assumptions.filter(({ path }) => path !== 'segments');
  const own = known.filter(({ source }) => source === 'segment' || source === 'organization');
  return { own: own.length, other: known.length - own.length };
}
