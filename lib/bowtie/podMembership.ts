import { compareCodePoints } from './compareCodePoints.ts';
import { type Day, localDayOf } from './localDay.ts';
import type { Instant } from './records.ts';

/** A person's time in a pod: local days [fromDate, toDate); null: until further notice. */
export type PodMember = { pod: string; owner: string; fromDate: Day; toDate: Day | null };

/**
 * The `podOf` of a `DeriveContext`: the pod of which an owner was a member at a moment.
 *
 * Where memberships overlap, the one that began last counts, then the smaller pod name (code point
 * order). Null without a membership. Source: definitions, section 10 (pod).
 * @example
 * const north = { pod: 'north', owner: 'li', fromDate: '2026-01-01', toDate: '2026-02-01' };
 * const south = { pod: 'south', owner: 'li', fromDate: '2026-02-01', toDate: null };
 * const podOf = podMembership([north, south], 'UTC');
 * podOf('li', Date.parse('2026-01-31T23:59:59Z')) // => 'north'
 * podOf('li', Date.parse('2026-02-01T00:00:00Z')) // => 'south'
 * podOf('li', Date.parse('2025-12-31T00:00:00Z')) // => null
 */
export function podMembership(
  members: readonly PodMember[],
  zone: string,
): (owner: string, at: Instant) => string | null {
  const byOwner = new Map<string, PodMember[]>();
  for (const member of members) {
    const list = byOwner.get(member.owner);
    if (list) list.push(member);
    else byOwner.set(member.owner, [member]);
  }
  for (const list of byOwner.values()) {
    list.sort(
      (a, b) => compareCodePoints(b.fromDate, a.fromDate) || compareCodePoints(a.pod, b.pod),
    );
  }
  return (owner, at) => {
    const list = byOwner.get(owner);
    if (list === undefined) return null;
    const day = localDayOf(at, zone);
    const held = list.find((m) => m.fromDate <= day && (m.toDate === null || day < m.toDate));
    return held?.pod ?? null;
  };
}
