import type { IntakeCounts } from '#lib/store/intake.ts';
import type { Line, Taken } from './line.ts';

type Part = keyof Omit<IntakeCounts, 'received'>;

/** The lines of one call and what came of them. */
export type Outcome = { lines: readonly Line<{ source: string }>[]; taken: Taken };

/** What came of lines, per source that they name; the sums are those of `taken`. */
export function countBySource(calls: readonly Outcome[]): Map<string, IntakeCounts> {
  const bySource = new Map<string, IntakeCounts>();
  for (const { lines, taken } of calls) {
    const duplicates = new Set(
      taken.rows.filter((row) => row.status === 'duplicate').map((row) => row.index),
    );
    for (const line of lines) {
      const counts = countsOf(bySource, sourceOf(line));
      counts.received += 1;
      counts[partOf(line, duplicates)] += 1;
    }
  }
  return bySource;
}

/** A row may name its own source. */
function sourceOf(line: Line<{ source: string }>): string {
  return (line.state === 'read' ? line.facts[0]?.source : undefined) ?? line.source;
}

function partOf(line: Line<unknown>, duplicates: ReadonlySet<number>): Part {
  if (line.state === 'bad') return 'quarantined';
  if (line.state === 'ignored') return 'ignored';
  return duplicates.has(line.line) ? 'duplicates' : 'accepted';
}

function countsOf(bySource: Map<string, IntakeCounts>, source: string): IntakeCounts {
  const known = bySource.get(source);
  if (known !== undefined) return known;
  const none = { received: 0, accepted: 0, duplicates: 0, quarantined: 0, ignored: 0 };
  bySource.set(source, none);
  return none;
}
