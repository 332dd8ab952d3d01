import { ACCOUNT_UNITS, OWN_UNITS } from '#lib/bowtie/accountRevenue.ts';
import { UNKNOWN } from '#lib/bowtie/dimensions.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import type { Org } from '#lib/store/orgs.ts';
import { isOwn, type RevenueScope } from '#lib/store/revenueScope.ts';

/**
 * What the question is to the derived units; null where they do not answer it exactly: classes of
 * an account within several values or dimensions of its contracts, and gaps that are bridged.
 */
export function stepScope(
  org: Pick<Org, 'renewalGraceDays'>,
  { by, where }: Pick<BowtieQuery, 'by' | 'where'>,
): RevenueScope | null {
  if (org.renewalGraceDays > 0) return null;
  const [dimension, ...others] = OWN_UNITS.filter((one) => where[one] !== undefined);
  if (others.length > 0) return null;
  const account = accountFilters(where);
  if (dimension === undefined) return { by, own: null, account };
  const [value, ...more] = where[dimension] ?? [];
  if (value === undefined || more.length > 0) return null;
  if (isOwn(by) && by !== dimension) return null;
  return { by, own: { dimension, value }, account };
}

function accountFilters(where: BowtieQuery['where']): RevenueScope['account'] {
  // Contracts have no pod: a filter lets all of them through, or none.
  if (where.pod?.includes(UNKNOWN) === false) return [{ dimension: 'channel', values: [] }];
  return ACCOUNT_UNITS.flatMap((dimension) => {
    const values = where[dimension];
    return values === undefined ? [] : [{ dimension, values }];
  });
}
