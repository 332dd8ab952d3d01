import type { DimensionValues } from '#lib/bowtie/dimensions.ts';
import type { Day } from '#lib/bowtie/localDay.ts';

/** Money of the right side that has no rate: it counts as such on the days [from, to). */
export type Unconverted = { dimensions: DimensionValues; from: Day; to: Day | null };
