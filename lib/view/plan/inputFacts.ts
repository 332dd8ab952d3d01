import type { PlanInput, PlanRole, PlanSegment } from '#lib/bowtie/plan/planTypes.ts';
import type { Format } from '../createFormat.ts';
import { groupName } from '../groupName.ts';
import { stageName, type Text } from '../text.ts';

/** One input of a plan: what it is called, whose it is, and its value as people read it. */
export type InputFact = {
  id: string;
  /** A tier or a role; null: of the whole plan. */
  of: Text | string | null;
  name: Text;
  raw: number | string;
  shown: Text | string;
};

/** Everything that a plan takes as given, in the order in which people ask for it. */
export function inputFacts(input: PlanInput, format: Format): InputFact[] {
  const money = (value: string) => format.shortMoney(value);
  const plain = (field: string): Text => ({ key: `scenarios.input.${field}` });
  const fact = (id: string, raw: number | string, shown: Text | string): InputFact => {
    return { id, of: null, name: plain(id), raw, shown };
  };
  return [
    fact('target', Number(input.target_arr), money(input.target_arr)),
    fact('start', input.start, format.day(input.start)),
    fact('months', input.months, format.count(input.months)),
    ...input.segments.flatMap((segment) => segmentFacts(segment, { plain, format })),
    ...input.capacity.flatMap((role) => roleFacts(role, { plain, format })),
  ];
}

type With = { plain: (field: string) => Text; format: Format };

function segmentFacts(segment: PlanSegment, { plain, format }: With): InputFact[] {
  const of = groupName(segment.key);
  const { grr } = segment;
  const line = (field: string, raw: number, shown: Text | string, name = plain(field)) => {
    return { id: `s:${segment.key}:${field}`, of, name, raw, shown };
  };
  const amount = (field: 'opening_arr' | 'acv') =>
    line(field, Number(segment[field]), format.shortMoney(segment[field]));
  const share = (field: 'nrr' | 'share' | 'discount') =>
    line(field, segment[field], format.percent(segment[field]));
  const rates = Object.entries(segment.conversions).map(([key, rate]) =>
    line(key, rate, format.percent(rate), conversionName(key)),
  );
  const lags = Object.entries(segment.lags).map(([key, shares]) => {
    const mean = shares.reduce((sum, one, months) => sum + one * months, 0);
    const shown = { key: 'scenarios.input.lagMonths', values: { months: mean.toFixed(1) } };
    const name = { key: 'scenarios.input.lag', values: { conversion: conversionName(key) } };
    return line(`lag ${key}`, mean, shown, name);
  });
  return [
    ...[
      amount('opening_arr'),
      share('nrr'),
      ...(grr === undefined ? [] : [line('grr', grr, format.percent(grr))]),
    ],
    ...[share('share'), amount('acv'), share('discount')],
    ...rates,
    ...lags,
    ...seasonFact(segment, line),
  ];
}

function seasonFact(
  { seasonality }: PlanSegment,
  line: (field: string, raw: number, shown: Text) => InputFact,
): InputFact[] {
  if (seasonality === undefined) return [];
  const most = seasonality.indexOf(Math.max(...seasonality));
  const raw = seasonality.reduce((sum, one, i) => sum + one * (i + 1), 0);
  return [line('season', raw, { key: 'scenarios.input.busiest', values: { number: most + 1 } })];
}

function roleFacts(role: PlanRole, { plain, format }: With): InputFact[] {
  const of = { key: 'scenarios.input.role', values: { role: role.role } };
  const line = (field: string, raw: number | string, shown: string): InputFact => {
    return { id: `r:${role.role}:${role.stage}:${field}`, of, name: plain(field), raw, shown };
  };
  const ramp = role.ramp.filter((share) => share < 1).length;
  const { heads, per_month, attrition, cost, hires = [] } = role;
  const decided = hires.reduce((sum, one) => sum + one.heads, 0);
  return [
    line('heads', heads, format.count(heads)),
    line('hires', JSON.stringify(hires), format.count(decided)),
    line('per_month', per_month, per_month.toFixed(1)),
    line('attrition', attrition, format.percent(attrition)),
    ...(cost === undefined ? [] : [line('cost', Number(cost), format.shortMoney(cost))]),
    line(
      'ramp',
      role.ramp.reduce((sum, share) => sum + 1 - share, 0),
      format.count(ramp),
    ),
  ];
}

function conversionName(key: string): Text {
  const [from = '', to = ''] = key.split('>');
  return { key: 'plan.inputs.conversion', values: { from: stageName(from), to: stageName(to) } };
}
