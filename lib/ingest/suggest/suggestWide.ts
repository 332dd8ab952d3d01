import { ENDS, type Stage } from '#lib/bowtie/stages.ts';
import type { Mapping } from '#lib/contract/ingest.ts';
import type { ColumnAnswer } from '#lib/contract/uploads.ts';
import { plainName } from './plainName.ts';
import { suggestStage } from './suggestStage.ts';

const CLOSE = /clos|结单|結單|关闭|關閉|成交日期|ended?(on|at|date)$/;
const CREATED = /^(date)?(create|open)(d|date|ddate|dat|don|edat)*|^create|创建|建立/;
const TIME_WORDS =
  /\b(date|time|timestamp|on|at|entered|became|an?|stage|first|last)\b|日期|时间|時間/g;

type Wide = NonNullable<Mapping['wide']>;

/** The stage that a date column is about; null when it names none. */
export function stageOfDateColumn(column: ColumnAnswer): Stage | null {
  const words = column.name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_\-./:()"]+/g, ' ');
  const rest = words.replace(TIME_WORDS, ' ').trim();
  if (rest === '') return null;
  if (CLOSE.test(plainName(column.name)) && !/won|lost|赢|贏|输|輸/.test(rest)) return null;
  if (CREATED.test(plainName(column.name))) return null;
  return suggestStage(rest);
}

/**
 * A wide reading of a file in which every row is another record and dates lie side by side; null
 * when the file does not look like that.
 */
export function suggestWide(
  recordColumn: string | undefined,
  stageColumn: string | undefined,
  columns: readonly ColumnAnswer[],
  rows: readonly (readonly string[])[],
): { wide: Wide; closes: boolean } | null {
  if (recordColumn === undefined) return null;
  const valuesOf = (name: string) => {
    const at = columns.findIndex((column) => column.name === name);
    return rows.map((row) => row[at] ?? '').filter((value) => value !== '');
  };
  const ids = valuesOf(recordColumn);
  if (new Set(ids).size < ids.length * 0.98) return null;
  const dates = columns.filter((column) => column.looks === 'date');
  const stages: Record<string, string> = {};
  for (const column of dates) {
    const stage = stageOfDateColumn(column);
    if (stage !== null && stages[stage] === undefined) stages[stage] = column.name;
  }
  const close = dates.find((column) => CLOSE.test(plainName(column.name)));
  const created = dates.find((column) => CREATED.test(plainName(column.name)));
  const values = stageColumn === undefined ? {} : outcomeValues(valuesOf(stageColumn));
  const closes = close !== undefined && stageColumn !== undefined && Object.keys(values).length > 0;
  if (Object.keys(stages).length === 0 && created && closes) stages.sql = created.name;
  if (Object.keys(stages).length < (closes ? 0 : 2)) return null;
  const outcome = closes ? { date: close.name, column: stageColumn, values } : undefined;
  const wide = { record_id: recordColumn, stages, ...(outcome ? { outcome } : {}) };
  return { wide, closes };
}

/** Of the values of a current-stage column those that end the left side. */
function outcomeValues(values: readonly string[]): Record<string, Stage> {
  const found: Record<string, Stage> = {};
  for (const value of new Set(values)) {
    const stage = suggestStage(value);
    if (stage === 'won' || ENDS.some((end) => end === stage)) found[value] = stage as Stage;
  }
  return found;
}
