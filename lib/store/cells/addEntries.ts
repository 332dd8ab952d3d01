import { parseCents } from '#lib/bowtie/money.ts';
import type { Instant } from '#lib/bowtie/records.ts';
import type { CohortRow } from '../countCohort.ts';
import { KIND } from './cellFact.ts';
import type { Gathered } from './Gathered.ts';
import { KINDS } from './kinds.ts';

type Entries = Pick<CohortRow, 'entries' | 'implied' | 'unconverted' | 'amount'>;

/** Adds what entries themselves say. */
export function addEntries(into: Gathered, row: Entries): void {
  into.addSums(row.entries, row.implied, row.unconverted, parseCents(row.amount));
}

/** The same with durations, which are sorted in place; those of open entries are their ages. */
export function addCohort(into: Gathered, row: CohortRow, asOf: Instant): void {
  addEntries(into, row);
  const sorted = row.durations.sort();
  if (row.kind === 'open') {
    into.open.begin(sorted.length);
    for (const age of sorted.reverse()) into.open.add(asOf - age);
    return;
  }
  const kind = kindOf(row);
  into.ended.begin(sorted.length);
  for (const ms of sorted) into.ended.add(ms * KINDS + kind);
}

function kindOf({ kind, timed, outOfOrder }: CohortRow): number {
  if (kind === 'lost') return KIND.lost;
  if (kind === 'no_decision') return KIND.noDecision;
  return (timed ? 1 : 0) + (outOfOrder ? 2 : 0);
}
