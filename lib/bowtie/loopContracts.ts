import { DIMENSIONS, type DimensionValues, UNKNOWN } from './dimensions.ts';
import type { Day } from './localDay.ts';
import type { SegmentReader } from './segmentByRule.ts';

/** A span of recurring revenue of one account, as the loop reads it. */
export type LoopContract = {
  contractId: string;
  source: string;
  accountId: string;
  startsOn: Day;
  /** First day not covered; null: open-ended. */
  endsOn: Day | null;
  cancelledOn: Day | null;
  /** Annual, in cents of the reporting currency; null without a rate. */
  arr: bigint | null;
  product: string | null;
  dimensions: DimensionValues;
};

/** What a contract states itself. */
export type OwnDimensions = {
  segment: string | null;
  product: string | null;
  motion: string | null;
};

/**
 * The first day that a contract no longer covers: the earlier of its end and its cancellation; null
 * while neither is known. Source: definitions, section 7.
 * @example
 * coveredUntil({ endsOn: '2027-01-01', cancelledOn: '2026-02-01' }) // => '2026-02-01'
 * coveredUntil({ endsOn: null, cancelledOn: null }) // => null
 */
export function coveredUntil(contract: Pick<LoopContract, 'endsOn' | 'cancelledOn'>): Day | null {
  const { endsOn, cancelledOn } = contract;
  if (endsOn === null || cancelledOn === null) return endsOn ?? cancelledOn;
  return endsOn < cancelledOn ? endsOn : cancelledOn;
}

/**
 * Whether a contract covers any day. One that ends or is cancelled on its first day does not: it
 * carries no revenue, is never due and succeeds none. Source: definitions, section 7.
 * @example
 * coversAny({ startsOn: '2026-01-01', endsOn: '2026-01-01', cancelledOn: null }) // => false
 * coversAny({ startsOn: '2026-01-01', endsOn: null, cancelledOn: null }) // => true
 */
export function coversAny(
  contract: Pick<LoopContract, 'startsOn' | 'endsOn' | 'cancelledOn'>,
): boolean {
  const until = coveredUntil(contract);
  return until === null || contract.startsOn < until;
}

function known(value: string | null | undefined): string | null {
  return value == null || value === UNKNOWN ? null : value;
}

/**
 * The group of a contract in every dimension: its own value, else the account's, else `unknown`;
 * also for motion, which has no default here. A segment counts as what the organization's rule
 * says. Source: definitions, section 7 (groups).
 * @example
 * const own = { segment: null, product: 'pro', motion: null };
 * const of = contractDimensions(own, { segment: 'mid', region: 'emea' });
 * [of.segment, of.product, of.motion, of.region] // => ['mid', 'pro', 'unknown', 'emea']
 * const { named } = segmentByRule({ names: { mid: 'key' }, bands: [] });
 * contractDimensions(own, { segment: 'mid' }, named).segment // => 'key'
 */
export function contractDimensions(
  own: OwnDimensions,
  account: Partial<DimensionValues> | undefined,
  named: SegmentReader['named'] = known,
): DimensionValues {
  const values = DIMENSIONS.map((dimension) => {
    const stated = { ...own, channel: null, owner: null, pod: null, region: null }[dimension];
    const said = dimension === 'segment' ? named : known;
    return [dimension, said(stated) ?? said(account?.[dimension]) ?? UNKNOWN];
  });
  return Object.fromEntries(values) as DimensionValues;
}
