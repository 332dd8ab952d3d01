import { formatCents, parseCents } from '../money.ts';
import { formatMoney } from '../plan/formatMoney.ts';

/**
 * Amounts in whole cents that sum to a total that is known to the cent: each is rounded on its own,
 * and the cents that are left over go to the largest.
 * @example
 * wholeCents([1.004, -0.004], '1.01') // => ['1.01', '0.00']
 * wholeCents([], '0.00') // => []
 */
export function wholeCents(amounts: readonly number[], total: string): string[] {
  const cents = amounts.map((one) => parseCents(formatMoney(one)));
  const rest = parseCents(total) - cents.reduce((sum, one) => sum + one, 0n);
  const sizes = amounts.map(Math.abs);
  const largest = sizes.indexOf(Math.max(...sizes));
  return cents.map((one, i) => formatCents(i === largest ? one + rest : one));
}
