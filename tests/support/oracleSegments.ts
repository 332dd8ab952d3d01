import {
  DIMENSIONS,
  type Dimensions,
  type History,
  type OracleOrg,
  type RawContract,
  winners,
} from './oracleHistory.ts';
import { centsAtRate } from './oracleMoney.ts';
import { bandOf, meant } from './oracleRule.ts';

/** Section 7: in cents, at the rate of its first day; null without one. */
export function contractCents(history: History, org: OracleOrg, raw: RawContract): bigint | null {
  const at = { time_zone: 'UTC', currency: org.currency };
  const stated = { amount: raw.arr, currency: raw.currency, occurred_at: raw.starts_on };
  return centsAtRate(history.rates, at, stated);
}

/** The ARR of the account on each day on which anything begins, and the first one above 0. */
function firstRevenue(history: History, org: OracleOrg, accountId: string): bigint | null {
  const own = history.contracts.filter((one) => one.account_id === accountId);
  const days = own.map((one) => one.starts_on).sort();
  const until = ({ ends_on, cancelled_on }: RawContract) =>
    [ends_on ?? '9999', cancelled_on ?? '9999'].sort()[0] ?? '';
  for (const day of days) {
    const running = own.filter((one) => one.starts_on <= day && day < until(one));
    const sum = running
      .map((one) => contractCents(history, org, one) ?? 0n)
      .reduce((a, b) => a + b, 0n);
    if (sum > 0n) return sum;
  }
  return null;
}

/** Section 7: the own value, else the account's, else `unknown`; a segment by the org's rule. */
export function contractGroups(history: History, org: OracleOrg, raw: RawContract): Dimensions {
  const accounts = winners(history.accounts, (row) => row.account_id);
  const account = accounts.find((row) => row.account_id === raw.account_id);
  const { segment, product, motion } = raw;
  const own: Record<string, string | undefined> = { segment, product, motion };
  const { segment: tier, channel, owner, region } = account ?? {};
  const its: Record<string, string | undefined> = { segment: tier, channel, owner, region };
  const groups = DIMENSIONS.map((one) => {
    const fallback = ['pod', 'product', 'motion'].includes(one) ? undefined : its[one];
    const rule = one === 'segment' ? org : {};
    return [one, meant(rule, own[one]) ?? meant(rule, fallback) ?? 'unknown'];
  });
  const found = Object.fromEntries(groups) as Dimensions;
  if (found.segment !== 'unknown') return found;
  const band = bandOf(org, firstRevenue(history, org, raw.account_id));
  return { ...found, segment: band ?? 'unknown' };
}
