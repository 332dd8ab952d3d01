import type { FileFault } from '#lib/contract/fileFaults.ts';
import type { FileCase } from '#tests/support/importFile.ts';

/** What must come of the rows of a file; what is left out is none. */
export type Wanted = {
  /** Accepted rows: as many as `facts` when not said. */
  accepted?: number;
  duplicates?: number;
  ignored?: number;
  /** `line code` of each row that is held back, in the order of the file. */
  bad?: string[];
  warnings?: Record<string, number>;
  /** Part of each fact that must be in, in the order of the file. */
  facts?: Record<string, string | null>[];
};

export type TortureCase = FileCase & {
  name: string;
  delimiter?: string;
  want: Wanted | { refused: FileFault };
};

export const HEAD = 'id,stage,on\n';
export const OK = 'a,mql,2026-01-05\n';
/** What `OK` becomes. */
export const A = { record_id: 'a', stage: 'mql', occurred_at: '2026-01-05T00:00:00.000Z' };

/** A line that is good, under the id that is given. */
export const good = (id: string) => `${id},mql,2026-01-05\n`;
export const has = (...ids: string[]) => ids.map((record_id) => ({ ...A, record_id }));
