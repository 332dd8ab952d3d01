import { Refusal } from '#lib/contract/errors.ts';
import {
  RECORD_FIELDS,
  RETAINED_FIELDS,
  recordsAnswer,
  recordsParams,
} from '#lib/contract/records.ts';
import { timelineAnswer, timelineParams } from '#lib/contract/timeline.ts';
import { getRecords } from '#lib/reports/getRecords.ts';
import { getTimeline } from '#lib/reports/getTimeline.ts';
import { type RecordsQuery, toRecordsQuery } from '#lib/reports/recordsQuery.ts';
import { streamRecords } from '#lib/reports/streamRecords.ts';
import type { Org } from '#lib/store/orgs.ts';
import { addRoute } from '../addRoute.ts';
import type { Api, ApiDeps } from '../context.ts';
import { csvLine } from '../csvLine.ts';
import { streamCsv } from '../streamCsv.ts';

export function addRecordRoutes(api: Api): void {
  const csv = { description: 'All rows as CSV', type: 'text/csv' };
  const shared = { method: 'get', scope: 'read', query: recordsParams } as const;
  addRoute(
    api,
    {
      ...shared,
      path: '/records',
      summary: 'The records behind any number; as CSV with "Accept: text/csv"',
      answers: { 200: { description: 'One page of rows', schema: recordsAnswer } },
    },
    async ({ c, deps, org, query }) => {
      const asked = toRecordsQuery(query);
      const type = c.req.header('accept') ?? '';
      if (/^text\/csv\b/i.test(type)) return sendCsv(deps, org, whole(asked, query.limit));
      const body = await getRecords({ pool: deps.pool, org }, asked, deps.now());
      return { status: 200, body };
    },
  );
  addRoute(
    api,
    {
      ...shared,
      query: recordsParams.omit({ limit: true, cursor: true }),
      path: '/records.csv',
      summary: 'All records behind a number',
      answers: { 200: csv },
    },
    async ({ deps, org, query }) => sendCsv(deps, org, toRecordsQuery(query)),
  );
  addRoute(
    api,
    {
      method: 'get',
      path: '/records/{record_id}',
      summary: 'The timeline of one record: its events and what they made',
      scope: 'read',
      params: timelineParams,
      answers: { 200: { description: 'The timeline', schema: timelineAnswer } },
    },
    async ({ deps, org, params }) => {
      const body = await getTimeline({ pool: deps.pool, org }, params.record_id, deps.now());
      return { status: 200, body };
    },
  );
}

/** A file has all rows: a page of it would be taken for the whole. */
function whole(query: RecordsQuery, limit: number | undefined): RecordsQuery {
  if (limit === undefined && query.cursor === null) return query;
  const path = limit === undefined ? 'cursor' : 'limit';
  const message = 'a CSV always has all rows';
  throw new Refusal('invalid_request', `${path}: ${message}`, [{ path, message }]);
}

async function sendCsv(deps: ApiDeps, org: Org, query: RecordsQuery): Promise<Response> {
  return streamCsv('records.csv', async (write) => {
    const own = query.selector.retention === undefined ? [] : RETAINED_FIELDS;
    const fields = [...RECORD_FIELDS, ...own];
    let head = csvLine(fields);
    await streamRecords({ pool: deps.pool, org }, query, deps.now(), async (rows) => {
      const lines = rows.map((row) => csvLine(fields.map((field) => row[field] ?? null)));
      await write(head + lines.join(''));
      head = '';
    });
  });
}
