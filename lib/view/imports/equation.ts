import type { ImportAnswer } from '#lib/contract/ingest.ts';

export const PARTS = ['accepted', 'duplicates', 'quarantined', 'ignored'] as const;
export type Part = (typeof PARTS)[number];

type Counts = Pick<ImportAnswer, 'received' | Part>;
export type Equation = {
  received: number;
  parts: { part: Part; count: number; share: number }[];
  /** Counts of a running import are taken at one moment; a finished one always adds up. */
  holds: boolean;
};

/** received = accepted + duplicates + quarantined + ignored. */
export function equation(counts: Counts): Equation {
  const parts = PARTS.map((part) => ({
    part,
    count: counts[part],
    share: counts.received === 0 ? 0 : counts[part] / counts.received,
  }));
  const sum = parts.reduce((total, { count }) => total + count, 0);
  return { received: counts.received, parts, holds: sum === counts.received };
}
