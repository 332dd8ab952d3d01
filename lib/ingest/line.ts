import type { QuarantineCode, RowNote } from '#lib/contract/ingest.ts';

/** One row of a call or one line of a file, read: its facts, or why it has none. */
export type Line<Fact> = {
  /** Position in the call from 0, or line in the file from 1. */
  line: number;
  raw: unknown;
  source: string;
} & (
  | { state: 'read'; facts: Fact[]; notes?: readonly RowNote[] }
  | { state: 'ignored' }
  | { state: 'bad'; code: QuarantineCode; message: string }
);

export type Arrival = {
  receivedAt: number;
  importId: string | null;
};

export type TakenRow = {
  index: number;
  status: 'duplicate' | 'quarantined';
  code: QuarantineCode | 'duplicate';
  message: string;
};

/** received = accepted + duplicates + quarantined + ignored, always. */
export type Taken = {
  received: number;
  accepted: number;
  duplicates: number;
  quarantined: number;
  ignored: number;
  rows: TakenRow[];
};
