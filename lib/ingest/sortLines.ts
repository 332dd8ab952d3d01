import type { Line, Taken } from './line.ts';

/**
 * Splits lines into facts to keep and rows to report. A line is accepted when at least one of its
 * facts is new, a duplicate when none is; `isNew` remembers what it has seen.
 */
export function sortLines<Fact>(
  lines: readonly Line<Fact>[],
  isNew: (fact: Fact) => boolean,
): { taken: Taken; fresh: { fact: Fact; line: number }[] } {
  const taken: Taken = {
    received: lines.length,
    accepted: 0,
    duplicates: 0,
    quarantined: 0,
    ignored: 0,
    rows: [],
  };
  const fresh: { fact: Fact; line: number }[] = [];
  for (const line of lines) {
    if (line.state === 'ignored') {
      taken.ignored += 1;
    } else if (line.state === 'bad') {
      taken.quarantined += 1;
      const { code, message } = line;
      taken.rows.push({ index: line.line, status: 'quarantined', code, message });
    } else {
      const news = line.facts.filter(isNew);
      for (const fact of news) fresh.push({ fact, line: line.line });
      if (news.length > 0) {
        taken.accepted += 1;
      } else {
        taken.duplicates += 1;
        const index = line.line;
        taken.rows.push({ index, status: 'duplicate', code: 'duplicate', message: '' });
      }
    }
  }
  return { taken, fresh };
}
