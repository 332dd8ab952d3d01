/** A count per month; `values[0]` is the month `early` months before the plan starts. */
export type Flow = { early: number; values: readonly number[] };

const SAME_MONTH = [1];

/**
 * Weights as shares of their sum: what typing and rounding left over is no loss.
 * @example
 * sharesOf([1, 3]) // => [0.25, 0.75]
 * sharesOf([0, 0]) // => [0, 0]
 */
export function sharesOf(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, one) => sum + one, 0);
  return total === 0 || total === 1 ? [...weights] : weights.map((one) => one / total);
}

/**
 * What has to enter a stage so that `needed` enter the next one in time.
 *
 * entries(m) = sum over k of needed(m + k) x P(lag = k) / rate. `lags` sum to 1 (absent: all in the
 * same month), the rate is above 0; totals are conserved: sum of entries = sum of needed / rate.
 * Months before the start are kept. Source: definitions, section 8 (4).
 * @example
 * entriesBefore({ early: 0, values: [1, 1] }, 0.5, [0.5, 0.5])
 * // => { early: 1, values: [1, 2, 1] }
 * entriesBefore({ early: 0, values: [3] }, 1) // => { early: 0, values: [3] }
 */
export function entriesBefore(
  needed: Flow,
  rate: number,
  lags: readonly number[] = SAME_MONTH,
): Flow {
  const shares = sharesOf(lags);
  const reach = shares.length - 1;
  const values = new Array<number>(needed.values.length + reach).fill(0);
  needed.values.forEach((count, month) => {
    for (let k = 0; k <= reach; k += 1) {
      const place = month + reach - k;
      values[place] = (values[place] ?? 0) + (count * (shares[k] ?? 0)) / rate;
    }
  });
  return { early: needed.early + reach, values };
}

/**
 * What comes out of `entered` at the next stage: out(m + k) = entered(m) x rate x P(lag = k).
 * @example
 * advancesAfter({ early: 0, values: [4, 0] }, 0.5, [0.5, 0.5])
 * // => { early: 0, values: [1, 1, 0] }
 */
export function advancesAfter(
  entered: Flow,
  rate: number,
  lags: readonly number[] = SAME_MONTH,
): Flow {
  const shares = sharesOf(lags);
  const values = new Array<number>(entered.values.length + shares.length - 1).fill(0);
  entered.values.forEach((count, month) => {
    shares.forEach((share, k) => {
      values[month + k] = (values[month + k] ?? 0) + count * rate * share;
    });
  });
  return { early: entered.early, values };
}

/**
 * The sum of a flow over months counted from the start of the plan; [from, to), in whole months.
 * @example
 * flowSum({ early: 1, values: [5, 2, 1] }, 0, 2) // => 3
 * flowSum({ early: 1, values: [5, 2, 1] }, -9, 0) // => 5
 */
export function flowSum(flow: Flow, from: number, to: number): number {
  let sum = 0;
  for (let month = from; month < to; month += 1) sum += flowAt(flow, month);
  return sum;
}

/**
 * The count of one month, counted from the start of the plan.
 * @example
 * flowAt({ early: 1, values: [5, 2] }, -1) // => 5
 * flowAt({ early: 1, values: [5, 2] }, 7) // => 0
 */
export function flowAt(flow: Flow, month: number): number {
  return flow.values[month + flow.early] ?? 0;
}
