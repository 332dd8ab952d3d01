import type { z } from 'zod';
import { type BowtieQuery, toBowtieQuery } from '#lib/contract/query.ts';
import type { recordsParams } from '#lib/contract/records.ts';
import type { RecordField, RecordSort } from '#lib/store/listRecords.ts';
import type { SelectorParams } from './recordSelector.ts';

/** A question for records: the bowtie's question, one selector, and how to page. */
export type RecordsQuery = {
  bowtie: BowtieQuery;
  selector: SelectorParams;
  sort: RecordSort;
  limit: number;
  cursor: string | null;
};

const PAGE = 100;

export function toRecordsQuery(params: z.output<typeof recordsParams>): RecordsQuery {
  const { stage, conversion, outcome, movement, renewal, sort = 'record_id' } = params;
  const descending = sort.startsWith('-');
  return {
    bowtie: toBowtieQuery({ ...params, compare: 'none' }),
    selector: { stage, conversion, outcome, movement, renewal },
    sort: { field: sort.slice(descending ? 1 : 0) as RecordField, descending },
    limit: params.limit ?? PAGE,
    cursor: params.cursor ?? null,
  };
}
