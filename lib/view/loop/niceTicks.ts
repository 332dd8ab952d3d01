/** Round values for an axis from about `low` to about `high`, both inside; at most about `most`. */
export function niceTicks(low: number, high: number, most = 5): number[] {
  const span = high - low || Math.abs(high) || 1;
  const rough = span / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= rough);
  const width = step ?? 10 * power;
  const first = Math.floor(low / width + 1e-9);
  const last = Math.ceil(high / width - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * width);
}
