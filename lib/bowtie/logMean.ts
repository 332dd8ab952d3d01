/** One factor of a product in two periods. */
export type FactorChange = { before: number; after: number };

/** More factors than any bowtie has; the exact Shapley value asks every subset of them. */
const MOST = 16;

/**
 * The logarithmic mean L(a, b) = (a - b) / ln(a / b); a where both are equal. Both above 0.
 * Source: definitions, section 9.
 * @example
 * logMean(1, 1) // => 1
 * logMean(Math.E, 1).toFixed(6) // => '1.718282'
 */
export function logMean(a: number, b: number): number {
  const [low, high] = a < b ? [a, b] : [b, a];
  // Where both are nearly equal the quotient of two tiny numbers loses its digits.
  if (high - low <= high * 1e-7) return (low + high) / 2;
  return (high - low) / (Math.log(high) - Math.log(low));
}

/**
 * The change of a product of factors, split into one contribution per factor; they sum to it.
 *
 * contribution_i = L(m1, m0) ln(f1_i / f0_i). Where a factor is 0 in either period that has no
 * meaning: Shapley values instead, the mean contribution over all orders in which the factors
 * could have changed. Units: those of the product. Factors are 0 or above, at most 16.
 * Source: definitions, section 9.
 * @example
 * splitProduct([{ before: 2, after: 4 }, { before: 3, after: 3 }]).map(Math.round) // => [6, 0]
 * splitProduct([{ before: 2, after: 0 }, { before: 3, after: 5 }]) // => [-8, 2]
 * splitProduct([]) // => []
 */
export function splitProduct(factors: readonly FactorChange[]): number[] {
  if (factors.length > MOST) throw new RangeError(`more than ${MOST} factors`);
  const before = factors.reduce((product, factor) => product * factor.before, 1);
  const after = factors.reduce((product, factor) => product * factor.after, 1);
  if (before <= 0 || after <= 0) return shapley(factors);
  const mean = logMean(after, before);
  return factors.map((factor) => mean * (Math.log(factor.after) - Math.log(factor.before)));
}

function shapley(factors: readonly FactorChange[]): number[] {
  const size = factors.length;
  const weights = factors.map((_, changed) => orderShare(changed, size));
  return factors.map((factor, own) => {
    let sum = 0;
    for (let set = 0; set < 1 << size; set += 1) {
      if ((set & (1 << own)) !== 0) continue;
      const rest = productOf(factors, set, own);
      sum += (weights[changedIn(set)] ?? 0) * rest * (factor.after - factor.before);
    }
    return sum;
  });
}

/** Share of all orders in which exactly one given set of `changed` factors comes before one. */
function orderShare(changed: number, size: number): number {
  let share = 1 / size;
  for (let i = 1; i <= changed; i += 1) share *= i / (size - i);
  return share;
}

function productOf(factors: readonly FactorChange[], set: number, without: number): number {
  return factors.reduce((product, { before, after }, i) => {
    if (i === without) return product;
    return product * ((set & (1 << i)) === 0 ? before : after);
  }, 1);
}

function changedIn(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
