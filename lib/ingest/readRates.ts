import type { ExchangeRate } from '#lib/bowtie/rateTable.ts';
import { Refusal } from '#lib/contract/errors.ts';
import { Problem, quote } from './problem.ts';
import { readIso } from './readIso.ts';
import { readAmount, readCurrency } from './readMoney.ts';
import { refuseLine, smallTable } from './smallTable.ts';
import { dayText } from './wallTime.ts';

const HEADER = ['date', 'currency', 'rate'];

/** Exchange rates of a CSV `date,currency,rate`; the last line of a day and currency counts. */
export function readRates(csv: string): ExchangeRate[] {
  const { names, rows } = smallTable('rates', csv);
  if (names.join() !== HEADER.join()) {
    throw new Refusal('invalid_request', `rates: the first line must be "${HEADER.join(',')}"`);
  }
  const rates = new Map<string, ExchangeRate>();
  for (const { line, cells } of rows) {
    const rate = readRate(cells, (message) => refuseLine('rates', line, message));
    rates.set(`${rate.onDate} ${rate.currency}`, rate);
  }
  return [...rates.values()];
}

function readRate(cells: string[], refuse: (message: string) => Refusal): ExchangeRate {
  const [date = '', code = '', value = '', ...more] = cells;
  if (more.some((cell) => cell !== '')) throw refuse(`${cells.length} cells where 3 are meant`);
  const wall = readIso(date);
  if (wall === null || wall.offset !== null) throw refuse(`not a date: ${quote(date)}`);
  try {
    const currency = readCurrency({ currency: code });
    const rate = readAmount({ rate: value }, 'rate');
    if (currency === null) throw refuse('the currency is missing');
    if (rate === null || !(Number(rate) > 0) || Number(rate) >= 1e15) {
      throw refuse(`not a rate above 0: ${quote(value)}`);
    }
    return { onDate: dayText(wall), currency, rate };
  } catch (error) {
    throw error instanceof Problem ? refuse(error.message) : error;
  }
}
