import { Decimal } from 'decimal.js';
import { contentHash } from './contentHash.ts';
import { Problem, quote } from './problem.ts';
import { type Calendar, readDay } from './readMoment.ts';
import { MOST_DIGITS, readAmount, readCurrency } from './readMoney.ts';
import { readMotion } from './readMotion.ts';
import { type RawRow, readDimension, readRequired } from './readText.ts';
import { readVersion } from './readVersion.ts';

const Exact = Decimal.clone({ precision: 100 });

/** One contract as it is kept: `endsOn` is the first day not covered. */
export type ContractFact = {
  source: string;
  contractId: string;
  version: number;
  contentHash: string;
  accountId: string;
  startsOn: string;
  endsOn: string | null;
  cancelledOn: string | null;
  arr: string;
  currency: string;
  product: string | null;
  segment: string | null;
  motion: string | null;
  arrival?: string | undefined;
};

export type ContractReading = Calendar & {
  source: string;
  currency: string;
  /** The file's end dates are the last covered day. */
  endInclusive: boolean;
};

export function readContract(row: RawRow, reading: ContractReading): ContractFact {
  const contractId = readRequired(row, 'contract_id');
  const accountId = readRequired(row, 'account_id');
  const stated = readCurrency(row);
  const currency = stated ?? reading.currency;
  const arr = readArr(row);
  const startsOn = readDay(row, 'starts_on', reading);
  if (startsOn === null) throw new Problem('missing_field', "missing field 'starts_on'");
  const written = readDay(row, 'ends_on', reading);
  const endsOn = written !== null && reading.endInclusive ? nextDay(written) : written;
  const cancelledOn = readDay(row, 'cancelled_on', reading);
  checkPeriod(startsOn, endsOn, 'ends_on');
  checkPeriod(startsOn, cancelledOn, 'cancelled_on');
  const dimensions = {
    product: readDimension(row, 'product'),
    segment: readDimension(row, 'segment'),
    motion: readMotion(row),
  };
  const { product, segment, motion } = dimensions;
  if (stated === null) reading.note?.('assumed_currency');
  const hash = [accountId, startsOn, endsOn, cancelledOn, arr, currency, product, segment, motion];
  return {
    source: reading.source,
    contractId,
    version: readVersion(row),
    contentHash: contentHash(hash),
    ...{ accountId, startsOn, endsOn, cancelledOn, arr, currency },
    ...dimensions,
  };
}

/** Annual recurring revenue to the cent: given, or twelve of `mrr`, or a year of the total. */
function readArr(row: RawRow): string {
  const arr = readAmount(row, 'arr');
  const mrr = readAmount(row, 'mrr');
  const total = readAmount(row, 'total_value');
  const months = readAmount(row, 'months');
  const ways = [arr, mrr, total].filter((way) => way !== null).length;
  if (ways === 0) {
    throw new Problem(
      'missing_field',
      "missing field 'arr' (or 'mrr', or 'total_value' + 'months')",
    );
  }
  if (ways > 1)
    throw new Problem('invalid_amount', 'only one of arr, mrr and total_value can count');
  if (arr !== null) return positive(new Exact(arr), arr);
  if (mrr !== null) return positive(new Exact(mrr).times(12), mrr);
  if (months === null) throw new Problem('missing_field', "missing field 'months'");
  if (new Exact(months).lte(0)) {
    throw new Problem('invalid_amount', `months must be above 0: ${quote(months)}`);
  }
  return positive(new Exact(total ?? 0).times(12).div(months), String(total));
}

function positive(amount: Decimal, written: string): string {
  if (amount.isNegative() && !amount.isZero()) {
    throw new Problem('invalid_amount', `recurring revenue cannot be negative: ${quote(written)}`);
  }
  const exact = amount.abs().toFixed(2, Decimal.ROUND_HALF_UP);
  if (exact.length <= MOST_DIGITS + 3) return exact;
  throw new Problem('invalid_amount', `makes more than ${MOST_DIGITS} digits: ${quote(written)}`);
}

function checkPeriod(startsOn: string, end: string | null, field: string): void {
  if (end === null || end >= startsOn) return;
  throw new Problem('invalid_period', `${field} ${end} is before starts_on ${startsOn}`);
}

/** The last day of all stands for "never" in many exports. */
function nextDay(day: string): string | null {
  if (day === '9999-12-31') return null;
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
