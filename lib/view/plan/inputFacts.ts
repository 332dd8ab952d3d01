import type { PlanInput, PlanRole, PlanSegment } from '#lib/bowtie/plan/planTypes.ts';
import type { Format } from '../createFormat.ts';
import { groupName } from '../groupName.ts';
import type { Text } from '../text.ts';
import { conversionName } from './inputLines.ts';

/** One input of a plan: what it is called, whose it is, and its value as people read it. */
export type InputFact = {
  id: string;
  /** A tier or a role; null: of the whole plan. */
  of: Text | string | null;
  name: Text;
  shown: Text | string;
};

/** Everything that a plan takes as given, in the order in which people ask for it. */
export function inputFacts(input: PlanInput, format: Format): InputFact[] {
  const plain = (field: string): Text => ({ key: `scenarios.input.${field}` });
  const fact = (id: string, shown: string): InputFact => {
    return { id, of: null, name: plain(id), shown };
  };
  return [
    fact('target', format.money(input.target_arr)),
    fact('start', format.day(input.start)),
    fact('months', format.count(input.months)),
    ...input.segments.flatMap((segment) => segmentFacts(segment, { plain, format })),
    ...input.capacity.flatMap((role) => roleFacts(role, { plain, format })),
  ];
}

type With = { plain: (field: string) => Text; format: Format };

function segmentFacts(segment: PlanSegment, { plain, format }: With): InputFact[] {
  const of = groupName(segment.key);
  const { grr } = segment;
  const line = (field: string, shown: Text | string, name = plain(field)) => {
    return { id: `s:${segment.key}:${field}`, of, name, shown };
  };
  const amount = (field: 'opening_arr' | 'acv') => line(field, format.money(segment[field]));
  const share = (field: 'nrr' | 'share' | 'discount') =>
    line(field, format.percent(segment[field]));
  const rates = Object.entries(segment.conversions).map(([key, rate]) =>
    line(key, format.percent(rate), conversionName(key)),
  );
  const lags = Object.entries(segment.lags).map(([key, shares]) => {
    const mean = shares.reduce((sum, one, months) => sum + one * months, 0);
    const shown = { key: 'scenarios.input.lagMonths', values: { months: mean.toFixed(1) } };
    const name = { key: 'scenarios.input.lag', values: { conversion: conversionName(key) } };
    return line(`lag ${key}`, shown, name);
  });
  return [
    ...[
      amount('opening_arr'),
      share('nrr'),
      ...(grr === undefined ? [] : [line('grr', format.percent(grr))]),
    ],
    ...[share('share'), amount('acv'), share('discount')],
    ...rates,
    ...lags,
    ...(segment.seasonality === undefined
      ? []
      : [line('season', busiest(segment.seasonality, format))]),
  ];
}

function busiest(weights: readonly number[], format: Format): Text {
  const most = Math.max(...weights);
  const values = { number: weights.indexOf(most) + 1, share: format.percent(most) };
  return { key: 'scenarios.input.busiest', values };
}

function roleFacts(role: PlanRole, { plain, format }: With): InputFact[] {
  const of = { key: 'scenarios.input.role', values: { role: role.role } };
  const line = (field: string, shown: Text | string): InputFact => {
    return { id: `r:${role.role}:${role.stage}:${field}`, of, name: plain(field), shown };
  };
  const ramp = role.ramp.filter((share) => share < 1).length;
  const { heads, per_month, attrition, cost, hires = [] } = role;
  const decided = hires.map((one) => {
    return `${format.count(one.heads)} × ${format.month(`${one.start}-01`)}`;
  });
  return [
    line('heads', format.count(heads)),
    line('hires', decided.join(', ') || '0'),
    line('per_month', per_month.toFixed(1)),
    line('attrition', format.percent(attrition)),
    ...(cost === undefined ? [] : [line('cost', format.money(cost))]),
    line('ramp', format.count(ramp)),
    line('tiers', tiersSaid(role)),
  ];
}

function tiersSaid({ segments }: PlanRole): Text | string {
  if (segments === undefined) return { key: 'scenarios.input.allTiers' };
  return segments
    .map(groupName)
    .reduce<Text | string>((first, next) => (first === '' ? next : listed(first, next)), '');
}

function listed(first: Text | string, next: Text | string): Text {
  return { key: 'scenarios.input.listed', values: { first, next } };
}
