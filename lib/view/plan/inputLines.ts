import { planChain } from '#lib/bowtie/plan/planChain.ts';
import type { PlanInput } from '#lib/bowtie/plan/planTypes.ts';
import type { Assumption } from '#lib/contract/planMeta.ts';
import { stageName, type Text } from '../text.ts';
import { isAt, type Override } from './overrides.ts';

/** An input of a tier: its value, where that came from, and if a reader set it. */
export type InputLine = {
  field: string;
  name: Text;
  kind: 'money' | 'share';
  value: number;
  assumption: Assumption | null;
  isSet: boolean;
};

/** The inputs of one tier, from the price to the first conversion that is known. */
export function inputLines(
  input: PlanInput,
  place: number,
  known: { assumptions: readonly Assumption[]; overrides: readonly Override[] },
): InputLine[] {
  const segment = input.segments[place];
  if (segment === undefined) return [];
  const line = (field: string, kind: InputLine['kind'], name: Text, value: number): InputLine => ({
    ...{ field, kind, name, value },
    assumption: known.assumptions.find(({ path }) => path === pathOf(place, field)) ?? null,
    isSet: known.overrides.some((one) => isAt(one, { of: 's', key: segment.key, field })),
  });
  const plain = (field: string): Text => ({ key: `plan.inputs.${field}` });
  const chain = planChain(segment.conversions);
  const live = segment.conversions['won>onboarded'];
  const conversion = (key: string): Text => {
    const [from = '', to = ''] = key.split('>');
    return { key: 'plan.inputs.conversion', values: { from: stageName(from), to: stageName(to) } };
  };
  return [
    line('opening_arr', 'money', plain('opening_arr'), Number(segment.opening_arr)),
    line('nrr', 'share', plain('nrr'), segment.nrr),
    line('acv', 'money', plain('acv'), Number(segment.acv)),
    line('discount', 'share', plain('discount'), segment.discount),
    ...chain.toReversed().map(({ key, rate }) => line(key, 'share', conversion(key), rate)),
    ...(live === undefined
      ? []
      : [line('won>onboarded', 'share', conversion('won>onboarded'), live)]),
  ];
}

function pathOf(place: number, field: string): string {
  return field.includes('>')
    ? `segments.${place}.conversions.${field}`
    : `segments.${place}.${field}`;
}
