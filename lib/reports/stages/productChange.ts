import { splitProduct } from '#lib/bowtie/logMean.ts';
import { formatCents, parseCents, sumMoney, toCents } from '#lib/bowtie/money.ts';
import { ratio } from '#lib/bowtie/ratio.ts';
import type { ChangeAnswer } from '#lib/contract/stages.ts';
import { countFlows } from '#lib/store/countFlows.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { QuestionScope, Range } from '#lib/store/questionScope.ts';
import { sumWins } from '#lib/store/sumWins.ts';

type Product = NonNullable<ChangeAnswer['data']['product']>;
type Factor = { factor: string; value: number | null };

/**
 * The won amount of two periods as entries x ratios of flows x average amount: the ratios cancel,
 * so the product is the amount itself, and its change splits exactly. A factor without a base
 * takes its value of the other period: it has not changed.
 */
export async function productChange(
  tx: Tx,
  scope: QuestionScope,
  before: Range,
  after: Range,
): Promise<Product | null> {
  const knot = scope.stages.indexOf('won');
  if (knot < 0) return null;
  const stages = scope.stages.slice(0, knot + 1);
  const [was, is] = [
    await factorsOf(tx, { ...scope, stages }, before),
    await factorsOf(tx, { ...scope, stages }, after),
  ];
  const pairs = was.factors.map(({ factor, value }, i) => {
    const other = is.factors[i]?.value ?? null;
    return { factor, before: value ?? other ?? 0, after: other ?? value ?? 0 };
  });
  const cents = exactCents(splitProduct(pairs), parseCents(is.amount) - parseCents(was.amount));
  return {
    before: was.amount,
    after: is.amount,
    factors: pairs.map((pair, i) => ({ ...pair, contribution: formatCents(cents[i] ?? 0n) })),
  };
}

async function factorsOf(
  tx: Tx,
  scope: QuestionScope,
  range: Range,
): Promise<{ factors: Factor[]; amount: string }> {
  const flows = await countFlows(tx, scope, [range.from, range.to]);
  const amount = sumMoney((await sumWins(tx, scope, range)).map((one) => one.amount));
  const entries = scope.stages.map(
    (stage) => flows.find((flow) => flow.stage === stage)?.entries ?? 0,
  );
  const factors = scope.stages.map((stage, i): Factor => {
    const own = entries[i] ?? 0;
    const above = scope.stages[i - 1];
    if (above === undefined) return { factor: 'entries', value: own };
    return { factor: `${above}>${stage}`, value: ratio(own, entries[i - 1] ?? 0) };
  });
  const value = ratio(Number(amount), entries.at(-1) ?? 0);
  return { factors: [...factors, { factor: 'amount', value }], amount };
}

/** Whole cents that sum exactly: what rounding leaves over goes to the largest part. */
function exactCents(parts: readonly number[], whole: bigint): bigint[] {
  const cents = parts.map((part) => parseCents(toCents(part.toFixed(6))));
  const rest = whole - cents.reduce((sum, one) => sum + one, 0n);
  const largest = parts.reduce(
    (best, part, i) => (Math.abs(part) > Math.abs(parts[best] ?? 0) ? i : best),
    0,
  );
  return cents.map((one, i) => (i === largest ? one + rest : one));
}
