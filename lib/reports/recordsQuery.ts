import type { z } from 'zod';
import { Refusal } from '#lib/contract/errors.ts';
import { type BowtieQuery, toBowtieQuery } from '#lib/contract/query.ts';
import type { Match, recordsParams, SortField } from '#lib/contract/records.ts';
import type { SelectorParams } from './recordSelector.ts';

/** Rows of retention have fields of their own to be sorted by. */
export type RowSort = { field: SortField; descending: boolean };

/** A question for records: the bowtie's question, one selector, and how to page. */
export type RecordsQuery = {
  bowtie: BowtieQuery;
  selector: SelectorParams;
  match: Match[];
  sort: RowSort;
  limit: number;
  cursor: string | null;
  offset: number | null;
};

const PAGE = 100;

export function toRecordsQuery(params: z.output<typeof recordsParams>): RecordsQuery {
  const { sort = 'record_id', limit = PAGE, cursor = null, offset = null, match = [] } = params;
  const descending = sort.startsWith('-');
  if (cursor !== null && offset !== null) {
    const message = 'cannot be combined with "cursor"';
    throw new Refusal('invalid_request', `offset: ${message}`, [{ path: 'offset', message }]);
  }
  return {
    bowtie: toBowtieQuery({ ...params, compare: 'none' }),
    selector: toSelector(params),
    match,
    sort: { field: sort.slice(descending ? 1 : 0) as SortField, descending },
    ...{ limit, cursor, offset },
  };
}

function toSelector(params: z.output<typeof recordsParams>): SelectorParams {
  const { stage, conversion, outcome, movement, renewal, event, set, ...more } = params;
  const { giver, giver_role, taker, taker_role, days_from, days_to } = more;
  const { retention, pipeline, fault, revenue } = more;
  return {
    ...{ stage, conversion, outcome, movement, renewal, retention, event, set, fault, revenue },
    pipeline,
    ...{ giver, giver_role, taker, taker_role, days_from, days_to },
  };
}
