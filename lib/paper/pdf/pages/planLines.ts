import { planMonth } from '#lib/bowtie/plan/planMonth.ts';
import type { PlanRole, PlanSegment } from '#lib/bowtie/plan/planTypes.ts';
import { LADDER } from '#lib/bowtie/stages.ts';
import type { PlanWords } from '../planWords.ts';

/** An input by its path, with its name and value in words. */
export type PlanLine = {
  path: string;
  name: string;
  value: string;
  /** Said of all lags together where none was measured. */
  within?: string;
  /** Where it is from though nobody counted a base for it; `nobody`: it is not known at all. */
  asKnown?: 'organization' | 'nobody';
};

/** The inputs of a tier, from its money to the conversions and how long each takes. */
export function tierLines(segment: PlanSegment, place: number, words: PlanWords): PlanLine[] {
  const { plan, t, money, format } = words;
  const line = (field: string, name: string, value: string): PlanLine => {
    return { path: `segments.${place}.${field}`, name, value };
  };
  const { conversions, lags } = segment;
  const from = (key: string) => LADDER.findIndex((stage) => key.startsWith(`${stage}>`));
  const steps = Object.keys(conversions).sort((a, b) => from(a) - from(b));
  return [
    line('share', t('pdf.share'), format.percent(segment.share)),
    line('opening_arr', plan('inputs.opening_arr'), money(segment.opening_arr)),
    line('nrr', plan('inputs.nrr'), format.percent(segment.nrr)),
    ...(segment.grr === undefined ? [] : [line('grr', t('pdf.grr'), format.percent(segment.grr))]),
    line('acv', plan('inputs.acv'), money(segment.acv)),
    line('discount', plan('inputs.discount'), format.percent(segment.discount)),
    ...steps.flatMap((key) => {
      const name = conversionName(key, words);
      return [
        line(`conversions.${key}`, name, format.percent(conversions[key])),
        {
          ...line(`lags.${key}`, t('pdf.lag', { name }), t('pdf.monthsLag', monthsOf(lags[key]))),
          within: `segments.${place}.lags`,
        },
      ];
    }),
    ...(segment.seasonality === undefined
      ? []
      : [line('seasonality', t('pdf.season'), t('pdf.peak', peakOf(segment.seasonality, words)))]),
  ];
}

/** What a head of a role does, costs and needs. */
export function roleLines(role: PlanRole, words: PlanWords): PlanLine[] {
  const { print, t, stage, money, format } = words;
  const own = print.known.capacity.find((one) => one.role === role.role);
  const line = (field: string, name: string, value: string): PlanLine => {
    return { path: `capacity.${role.role}.${field}`, name, value };
  };
  const decided = (role.hires ?? []).reduce((sum, { heads }) => sum + heads, 0);
  const pace = role.per_month.toLocaleString(format.locale, { maximumFractionDigits: 1 });
  return [
    line('per_month', `${t('perMonth')} (${stage(role.stage)})`, pace),
    line('heads', t('heads'), format.count(role.heads)),
    ...(decided === 0 ? [] : [line('hires', t('pdf.decided'), format.count(decided))]),
    line('ramp', t('rampMonths'), format.count(role.ramp.filter((part) => part < 1).length)),
    line('attrition', t('attrition'), format.percent(role.attrition)),
    role.cost === undefined
      ? { ...line('cost', t('cost'), '—'), asKnown: 'nobody' }
      : {
          ...line('cost', t('cost'), money(role.cost)),
          ...(own?.cost === role.cost && { asKnown: 'organization' }),
        },
  ];
}

function conversionName(key: string, { plan, stage }: PlanWords): string {
  const [from = '', to = ''] = key.split('>');
  return plan('inputs.conversion', { from: stage(from), to: stage(to) });
}

/** On average; without a lag all comes in the same month. */
function monthsOf(lags: readonly number[] = [1]): { months: string } {
  return { months: lags.reduce((sum, part, month) => sum + part * month, 0).toFixed(1) };
}

function peakOf(weights: readonly number[], { print, month, format }: PlanWords) {
  const peak = Math.max(...weights);
  const name = planMonth(print.plan.start, weights.indexOf(peak));
  return { month: month(name), share: format.percent(peak) };
}
