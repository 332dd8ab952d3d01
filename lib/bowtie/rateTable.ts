import { type Day, localDayOf } from './localDay.ts';
import { convertAmount } from './money.ts';
import type { Instant } from './records.ts';

/** Units of the reporting currency per unit of `currency`, from `onDate` until the next rate. */
export type ExchangeRate = { currency: string; onDate: Day; rate: string };

/** Rates by currency, each list in the order of days. */
export type RateTable = ReadonlyMap<string, readonly ExchangeRate[]>;

/**
 * Rates in any order, ready to be asked. Two rates of a currency on one day: the last one given.
 * @example
 * const january = { currency: 'EUR', onDate: '2026-01-01', rate: '1.1' };
 * const table = rateTable([{ ...january, onDate: '2026-02-01', rate: '1.2' }, january]);
 * table.get('EUR').map((rate) => rate.rate) // => ['1.1', '1.2']
 */
export function rateTable(rates: readonly ExchangeRate[]): RateTable {
  const table = new Map<string, ExchangeRate[]>();
  for (const rate of rates) {
    const list = table.get(rate.currency);
    if (list) list.push(rate);
    else table.set(rate.currency, [rate]);
  }
  for (const list of table.values()) {
    list.sort((a, b) => (a.onDate < b.onDate ? -1 : Number(a.onDate > b.onDate)));
  }
  return table;
}

/**
 * The latest rate at or before a day; null where there is none.
 * Source: definitions, section 3 rule 9.
 * @example
 * const table = rateTable([{ currency: 'EUR', onDate: '2026-01-10', rate: '1.1' }]);
 * latestRate(table, 'EUR', '2026-03-01') // => '1.1'
 * latestRate(table, 'EUR', '2026-01-09') // => null
 */
export function latestRate(table: RateTable, currency: string, day: Day): string | null {
  const list = table.get(currency) ?? [];
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.onDate ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return list[low - 1]?.rate ?? null;
}

/**
 * The `convert` of a `DeriveContext`: an amount to whole cents of the reporting currency, at the
 * rate of the local day of `at`; null without a rate. The reporting currency itself needs none.
 * Source: definitions, section 3 rule 9.
 * @example
 * const org = { currency: 'USD', timeZone: 'Asia/Shanghai' };
 * const rates = [{ currency: 'EUR', onDate: '2026-02-01', rate: '1.2' }];
 * const convert = converter(org, rateTable(rates));
 * convert('10', 'EUR', Date.parse('2026-01-31T16:00:00Z')) // => '12.00'
 * convert('10', 'EUR', Date.parse('2026-01-31T15:59:59Z')) // => null
 * convert('10', 'USD', 0) // => '10.00'
 */
export function converter(
  org: { currency: string; timeZone: string },
  table: RateTable,
): (amount: string, currency: string, at: Instant) => string | null {
  return (amount, currency, at) => {
    if (currency === org.currency) return convertAmount(amount, '1');
    if (!table.has(currency)) return null;
    const rate = latestRate(table, currency, localDayOf(at, org.timeZone));
    return rate === null ? null : convertAmount(amount, rate);
  };
}
