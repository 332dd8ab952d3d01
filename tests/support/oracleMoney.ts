import { oracleDay } from './oracleCalendar.ts';

type Stated = { amount?: string; currency?: string; occurred_at: string };
type Rate = { date: string; currency: string; rate: string };

/** A decimal string as digits and how many of them follow the point. */
function scaled(text: string): { digits: bigint; places: number } {
  const [whole = '0', part = ''] = text.split('.');
  return { digits: BigInt(whole + part), places: part.length };
}

/** Half up to the cent; half away from zero below 0. */
function toCents(digits: bigint, places: number): bigint {
  if (places <= 2) return digits * 10n ** BigInt(2 - places);
  const unit = 10n ** BigInt(places - 2);
  const size = digits < 0n ? -digits : digits;
  const cents = (size + unit / 2n) / unit;
  return digits < 0n ? -cents : cents;
}

/** Section 3 rule 9: at the latest rate at or before the local day of the event that stated it. */
export function centsAtRate(
  rates: readonly Rate[],
  org: { currency: string; time_zone: string },
  stated: Stated,
): bigint | null {
  if (stated.amount === undefined || stated.currency === undefined) return null;
  const amount = scaled(stated.amount);
  if (stated.currency === org.currency) return toCents(amount.digits, amount.places);
  const day = oracleDay(Date.parse(stated.occurred_at), org.time_zone);
  const known = rates
    .filter((rate) => rate.currency === stated.currency && rate.date <= day)
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const latest = known.at(-1);
  if (latest === undefined) return null;
  const rate = scaled(latest.rate);
  return toCents(amount.digits * rate.digits, amount.places + rate.places);
}

/** Cents of an amount as it is written, in no other currency. */
export function centsOf(text: string): bigint {
  const { digits, places } = scaled(text);
  return toCents(digits, places);
}

/** `12.50` */
export function moneyText(cents: bigint): string {
  const text = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`;
}
