import type { Dimension } from '#lib/bowtie/dimensions.ts';
import type { LadderStage } from '#lib/bowtie/stages.ts';

/** What the controls of a page must know of an organization before any question is asked. */
export type HomeFacts = {
  slug: string;
  name: string;
  currency: string;
  timeZone: string;
  /** Those that are on, in their order. */
  stages: LadderStage[];
  calendar: {
    /** The local day now, in the organization's zone. */
    today: string;
    /** Local days of the first and the last event; null without events. */
    dataFrom: string | null;
    dataThrough: string | null;
    fiscalStartMonth: number;
  };
  /** Every value that a filter can take, in the organization's order, `unknown` last. */
  values: Record<Dimension, string[]>;
};
