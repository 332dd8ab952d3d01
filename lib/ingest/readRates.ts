import { parse } from 'csv-parse/sync';
import type { ExchangeRate } from '#lib/bowtie/rateTable.ts';
import { Refusal } from '#lib/contract/errors.ts';
import { Problem } from './problem.ts';
import { readIso } from './readIso.ts';
import { readAmount, readCurrency } from './readMoney.ts';
import { dayText } from './wallTime.ts';

const HEADER = ['date', 'currency', 'rate'];

/** Exchange rates of a CSV `date,currency,rate`; the last line of a day and currency counts. */
export function readRates(csv: string): ExchangeRate[] {
  const [header, ...lines] = parse(csv, { bom: true, relax_column_count: true, trim: true });
  const names = (header ?? []).map((name) => name.toLowerCase());
  if (names.join() !== HEADER.join()) {
    throw new Refusal('invalid_request', `rates: the first line must be "${HEADER.join(',')}"`);
  }
  const rates = new Map<string, ExchangeRate>();
  for (const [index, cells] of lines.entries()) {
    const rate = readRate(cells, index + 2);
    rates.set(`${rate.onDate} ${rate.currency}`, rate);
  }
  return [...rates.values()];
}

function readRate(cells: string[], line: number): ExchangeRate {
  const [date = '', code = '', value = ''] = cells;
  const refuse = (message: string) =>
    new Refusal('invalid_request', `rates, line ${line}: ${message}`);
  const wall = readIso(date);
  if (wall === null || wall.offset !== null) throw refuse(`not a date: '${date}'`);
  try {
    const currency = readCurrency({ currency: code });
    const rate = readAmount({ rate: value }, 'rate');
    if (currency === null) throw refuse('the currency is missing');
    if (rate === null || !(Number(rate) > 0) || Number(rate) >= 1e15) {
      throw refuse(`not a rate above 0: '${value}'`);
    }
    return { onDate: dayText(wall), currency, rate };
  } catch (error) {
    throw error instanceof Problem ? refuse(error.message) : error;
  }
}
