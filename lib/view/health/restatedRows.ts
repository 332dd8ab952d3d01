import type { RestatedFigure } from '#lib/contract/restatements.ts';
import type { Cell } from '../toCsv.ts';

type Head = 'week' | 'stage' | 'then' | 'now' | 'amountThen' | 'amountNow' | 'causes' | 'change';

const HEADS = ['week', 'stage', 'then', 'now', 'amountThen', 'amountNow'] as const;

/** One line per figure and cause, so that a spreadsheet can sum them. */
export function restatedRows(
  figures: readonly RestatedFigure[],
  head: (name: Head) => string,
  stage: (name: string) => string,
): Cell[][] {
  const names = [...HEADS, 'causes', 'change'] as const;
  const lines = figures.flatMap((one) =>
    one.causes.map((cause): Cell[] => [
      ...[one.week, stage(one.stage), one.entries_then, one.entries_now],
      ...[Number(one.amount_then), Number(one.amount_now)],
      ...[cause.file_name ?? cause.source, cause.entries],
    ]),
  );
  return [names.map(head), ...lines];
}
