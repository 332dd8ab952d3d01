import { DIMENSIONS, MOTIONS, SEGMENTS, UNKNOWN } from '#lib/bowtie/dimensions.ts';
import { Refusal } from '#lib/contract/errors.ts';
import type { BowtieQuery } from '#lib/contract/query.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import { findKnownValues } from '#lib/store/knownValues.ts';
import type { Org } from '#lib/store/orgs.ts';

/** Refuses a filter value that the organization has neither defined nor ever received. */
export async function checkValues(tx: Tx, org: Org, where: BowtieQuery['where']): Promise<void> {
  const doubtful = DIMENSIONS.flatMap((dimension) => {
    const defined: readonly string[] = [
      UNKNOWN,
      ...(org.order[dimension] ?? []),
      ...(dimension === 'motion' ? MOTIONS : []),
      ...(dimension === 'segment' ? [...SEGMENTS, ...ruledSegments(org)] : []),
    ];
    const values = where[dimension] ?? [];
    return values.filter((one) => !defined.includes(one)).map((value) => ({ dimension, value }));
  });
  if (doubtful.length === 0) return;
  // TRICKY: the database refuses a NUL in a text, which no received value can contain.
  const askable = doubtful.filter(({ value }) => !value.includes('\0'));
  const known = await findKnownValues(tx, askable);
  const seen = new Set(known.map(({ dimension, value }) => `${dimension}:${value}`));
  const issues = doubtful
    .filter(({ dimension, value }) => !seen.has(`${dimension}:${value}`))
    .map(({ dimension, value }) => ({
      path: dimension,
      message: `"${value}" is not a known value`,
    }));
  const first = issues[0];
  if (first === undefined) return;
  throw new Refusal('invalid_request', `${first.path}: ${first.message}`, issues);
}

/** A value that no row holds any more is still answered: views and links may ask for it. */
function ruledSegments({ segmentRule: { names, bands } }: Org): string[] {
  return [...Object.values(names), ...bands.map(({ segment }) => segment)];
}
