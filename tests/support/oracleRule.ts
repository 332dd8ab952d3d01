import { centsOf } from './oracleMoney.ts';

/** How an organization tells its segments. */
export type OracleRule = {
  names: Record<string, string>;
  bands: { from: string; segment: string }[];
};
type Rule = { segment_rule?: OracleRule };

/** What is written, as what it counts: a name once; what says nothing is undefined. */
export function meant(org: Rule, written: string | undefined | null): string | undefined {
  if (written === undefined || written === null) return undefined;
  const names = new Map(Object.entries(org.segment_rule?.names ?? {}));
  const meaning = names.get(written) ?? written;
  return meaning === 'unknown' ? undefined : meaning;
}

/** The last band that begins at or below the amount. */
export function bandOf(org: Rule, cents: bigint | null): string | undefined {
  if (cents === null) return undefined;
  const reached = (org.segment_rule?.bands ?? []).filter(({ from }) => centsOf(from) <= cents);
  return meant({}, reached.at(-1)?.segment);
}
