import type { ColumnAnswer } from '#lib/contract/uploads.ts';
import type { Target } from './targets.ts';

/** How well a column suits what it shall become. */
export type Fit = 'good' | 'empty' | 'not_date' | 'ambiguous_date' | 'not_number';

const NUMBERS = new Set(['amount', 'arr', 'mrr', 'total_value', 'months', 'version']);
const DATES = new Set(['occurred_at', 'close_date', 'starts_on', 'ends_on', 'cancelled_on']);

export function fitOf(target: Target, column: ColumnAnswer): Fit {
  if (column.looks === 'empty') return 'empty';
  const [place, name = ''] = target.split(':');
  const wantsDate =
    place === 'stage' || target === 'outcome:date' || (place === 'field' && DATES.has(name));
  if (wantsDate && column.looks !== 'date') return 'not_date';
  if (wantsDate && column.date_format === 'ambiguous') return 'ambiguous_date';
  if (place === 'field' && NUMBERS.has(name) && column.looks !== 'number') return 'not_number';
  return 'good';
}
