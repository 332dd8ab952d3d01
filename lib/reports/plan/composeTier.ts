import type { Figure } from '#lib/bowtie/figure.ts';
import { formatCents } from '#lib/bowtie/money.ts';
import { formatMoney } from '#lib/bowtie/plan/formatMoney.ts';
import { type ConversionEvidence, scaleReadiness } from '#lib/bowtie/plan/scaleReadiness.ts';
import { unitEconomics } from '#lib/bowtie/plan/unitEconomics.ts';
import type { UnitEconomicsAnswer } from '#lib/contract/unitEconomics.ts';
import type { RevenueSums } from '../loop/revenue.ts';
import type { CostPart } from './allocateCosts.ts';

type Tier = UnitEconomicsAnswer['data']['total'];

type Given = {
  group: string | null;
  wins: readonly { entries: number; amount: string }[];
  sums: RevenueSums | undefined;
  parts: readonly CostPart[];
  grossMargin: number | null;
  hasCosts: boolean;
  evidence: readonly ConversionEvidence[];
};

/** One tier of the answer from its counts, revenue and costs. */
export function composeTier(given: Given): Tier {
  const { wins, sums, parts, grossMargin, hasCosts } = given;
  const won = wins.reduce((sum, { entries }) => sum + entries, 0);
  const periods = sums?.periods ?? [];
  const newArr = periods.reduce((sum, period) => sum + period.new, 0n);
  const spent = parts.filter(({ serves }) => !serves);
  const service = sumOf(parts.filter(({ serves }) => serves));
  const averageArr = mean(periods.map(({ start, end }) => Number(start + end) / 200));
  const told = unitEconomics({
    wins: won,
    new_arr: Number(newArr) / 100,
    average_arr: averageArr,
    average_customers: mean(
      periods.map(({ customersStart, customersEnd }) => (customersStart + customersEnd) / 2),
    ),
    grr: sums?.retention.grr ?? null,
    spend: sumOf(spent),
    service_cost: service,
    gross_margin: grossMargin,
    has_costs: hasCosts,
  });
  const { verdict, margin, payback_months, ltv_to_cac } = told;
  const gates = { ltv_to_cac, payback_months, at_loss: verdict === 'loss' };
  return {
    verdict,
    wins: won,
    customers: {
      start: periods[0]?.customersStart ?? 0,
      end: periods.at(-1)?.customersEnd ?? 0,
    },
    new_arr: formatCents(newArr),
    average_arr: formatMoney(averageArr),
    spend: spendOf(spent),
    service_cost: formatMoney(service),
    margin,
    arpa: asMoney(told.arpa),
    cac: asMoney(told.cac),
    payback_months,
    ltv: asMoney(told.ltv),
    ltv_to_cac,
    per_deal: asMoney(told.per_deal),
    contribution: formatMoney(told.contribution),
    nrr: sums?.retention.nrr ?? null,
    grr: sums?.retention.grr ?? null,
    readiness: scaleReadiness(given.evidence, gates),
  };
}

function spendOf(spent: readonly CostPart[]): Tier['spend'] {
  const of = (kind: string) => formatMoney(sumOf(spent.filter((one) => one.kind === kind)));
  const named = Map.groupBy(spent, ({ kind, name }) => JSON.stringify([kind, name]));
  return {
    channels: of('channel'),
    roles: of('role'),
    total: formatMoney(sumOf(spent)),
    by: [...named.values()]
      .map((own) => {
        const { kind = '', name = '' } = own[0] ?? {};
        return { kind, name, sum: sumOf(own) };
      })
      .sort((a, b) => b.sum - a.sum)
      .map(({ kind, name, sum }) => ({ kind, name, amount: formatMoney(sum) })),
  };
}

function asMoney({ value, reason }: Figure): { value: string | null; reason: string | null } {
  return { value: value === null ? null : formatMoney(value), reason };
}

function sumOf(parts: readonly { amount: number }[]): number {
  return parts.reduce((sum, { amount }) => sum + amount, 0);
}

function mean(values: readonly number[]): number {
  if (values.length === 0) return 0;
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}
