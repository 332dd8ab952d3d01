import type { DimensionValues } from './dimensions.ts';
import { type Day, daysBetween } from './localDay.ts';
import { coveredUntil, coversAny, type LoopContract } from './loopContracts.ts';

/** ARR of an account over the days [from, to); to null: until further notice. Cents. */
export type ArrSpan = {
  accountId: string;
  dimensions: DimensionValues;
  from: Day;
  to: Day | null;
  arr: bigint;
};

type Gap = { from: Day; to: Day };

/** Days on which an account's ARR is 0 between two days on which it is not, in order. */
function gapsOf(spans: readonly ArrSpan[]): Gap[] {
  const paying = spans.filter(({ arr }) => arr > 0n);
  paying.sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  const gaps: Gap[] = [];
  let until: Day | null | undefined;
  for (const { from, to } of paying) {
    if (until === null) break;
    if (until !== undefined && until < from) gaps.push({ from: until, to: from });
    if (to === null || until === undefined || to > until) until = to;
  }
  return gaps;
}

/** Lets the spans that end where a short gap begins last through it. */
function bridge(spans: readonly ArrSpan[], graceDays: number): ArrSpan[] {
  const short = gapsOf(spans).filter(({ from, to }) => daysBetween(from, to) <= graceDays);
  return spans.map((span) => {
    const gap = short.find(({ from }) => from === span.to);
    return gap === undefined ? span : { ...span, to: gap.to };
  });
}

/**
 * The spans of ARR of an organization's contracts, as they stand at the end of the day `asOfDay`.
 *
 * Each contract covers [startsOn, min(endsOn, cancelledOn)); overlapping ones add up. Changes after
 * `asOfDay` do not happen: later contracts are left out, later ends are open. A gap of at most
 * `graceDays` days in which the whole account's ARR is 0 keeps what it had on the day before,
 * group by group, so that groups still add up to the account. Contracts without a rate and those
 * that cover nothing are left out. Source: definitions, section 7.
 * @example
 * const bare = { contractId: '1', source: 'x', accountId: 'a', cancelledOn: null, product: null };
 * const old = { ...bare, startsOn: '2025-01-01', endsOn: '2026-01-01', arr: 1200n };
 * const renewed = { ...bare, startsOn: '2026-01-11', endsOn: null, arr: 900n };
 * const ends = (asOfDay, graceDays) =>
 *   arrSpans([old, renewed], { asOfDay, graceDays }).map((span) => span.to);
 * ends('2026-03-01', 0) // => ['2026-01-01', null]
 * ends('2026-03-01', 10) // => ['2026-01-11', null]
 * ends('2026-01-05', 10) // => ['2026-01-01']
 * ends('2025-12-31', 10) // => [null]
 */
export function arrSpans(
  contracts: readonly LoopContract[],
  { asOfDay, graceDays }: { asOfDay: Day; graceDays: number },
): ArrSpan[] {
  const byAccount = new Map<string, ArrSpan[]>();
  for (const contract of contracts) {
    const { accountId, dimensions, startsOn, arr } = contract;
    if (arr === null || startsOn > asOfDay || !coversAny(contract)) continue;
    const until = coveredUntil(contract);
    const to = until !== null && until > asOfDay ? null : until;
    const span = { accountId, dimensions, from: startsOn, to, arr };
    const list = byAccount.get(accountId);
    if (list) list.push(span);
    else byAccount.set(accountId, [span]);
  }
  return [...byAccount.values()].flatMap((spans) => bridge(spans, graceDays));
}
