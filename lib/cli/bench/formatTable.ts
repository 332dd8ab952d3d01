import type { BenchRow } from './benchRow.ts';

const HEAD = ['measure', 'size', 'value', 'unit', 'against', 'ratio', 'goal', 'met'];

function cells(row: BenchRow): string[] {
  return [
    row.name,
    row.size,
    String(row.value),
    row.unit,
    row.against ?? '',
    row.ratio === undefined ? '' : row.ratio.toFixed(2),
    row.goal === undefined ? '' : `${row.goal.op} ${row.goal.value}`,
    row.met === undefined ? '' : row.met ? 'yes' : 'no',
  ];
}

/** The rows as text in columns: words to the left, numbers to the right. */
export function formatTable(rows: readonly BenchRow[]): string {
  const lines = [HEAD, ...rows.map(cells)];
  const widths = HEAD.map((_, i) => Math.max(...lines.map((line) => (line[i] ?? '').length)));
  const right = new Set(['value', 'ratio', 'goal']);
  return lines
    .map((line) =>
      line
        .map((cell, i) => {
          const width = widths[i] ?? 0;
          return right.has(HEAD[i] ?? '') ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
