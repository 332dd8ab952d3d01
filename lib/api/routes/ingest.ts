import type { z } from 'zod';
import { Refusal } from '#lib/contract/errors.ts';
import { MAX_ROWS } from '#lib/contract/fields.ts';
import { postAnswer } from '#lib/contract/ingest.ts';
import { accountsBody, contractsBody, eventsBody } from '#lib/contract/posts.ts';
import type { Arrival, Taken } from '#lib/ingest/line.ts';
import type { RawRow } from '#lib/ingest/readText.ts';
import { takeAccounts } from '#lib/ingest/takeAccounts.ts';
import { takeContracts } from '#lib/ingest/takeContracts.ts';
import type { Tx } from '#lib/store/inOrg.ts';
import type { Org } from '#lib/store/orgs.ts';
import { addRoute, type OrgCall } from '../addRoute.ts';
import type { Api } from '../context.ts';
import { EventPosts } from '../EventPosts.ts';
import { type Answered, once } from '../once.ts';

type Take = (tx: Tx, org: Org, source: string, rows: RawRow[], arrival: Arrival) => Promise<Taken>;
type Write<B> = (call: OrgCall<unknown, unknown, B>, rows: RawRow[]) => Promise<Answered>;

/** POST /events, /contracts and /accounts: up to 5,000 rows, durable when the answer arrives. */
export function addIngestRoutes(api: Api): void {
  const posts = new EventPosts();
  const events: Write<{ source: string }> = (call, rows) =>
    posts.take({ ...call, source: call.body.source, rows });
  addPost(api, 'events', eventsBody, (body) => body.events, events);
  addPost(api, 'contracts', contractsBody, (body) => body.contracts, alone(takeContracts));
  addPost(api, 'accounts', accountsBody, (body) => body.accounts, alone(takeAccounts));
}

/** A transaction for each call. */
function alone(take: Take): Write<{ source: string }> {
  return (call, rows) =>
    once(call, async (tx) => {
      const arrival = { receivedAt: call.deps.now().getTime(), importId: null };
      const data = await take(tx, call.org, call.body.source, rows, arrival);
      return { status: data.quarantined > 0 ? 207 : 200, body: { data } };
    });
}

function addPost<B extends z.ZodType<{ source: string }>>(
  api: Api,
  name: 'events' | 'contracts' | 'accounts',
  body: B,
  rowsOf: (body: z.output<B>) => RawRow[],
  write: Write<z.output<B>>,
): void {
  const spec = {
    method: 'post' as const,
    path: `/${name}`,
    summary: `Take up to ${MAX_ROWS} ${name}; each row is accepted, a duplicate or quarantined`,
    scope: 'ingest' as const,
    body,
    answers: {
      200: { description: 'Every row was taken', schema: postAnswer },
      207: { description: 'At least one row was quarantined', schema: postAnswer },
    },
  };
  addRoute(api, spec, async (call) => {
    const rows = rowsOf(call.body);
    if (rows.length > MAX_ROWS) {
      const message = `${name}: ${rows.length} rows are more than ${MAX_ROWS}; send them in parts`;
      throw new Refusal('too_large', message);
    }
    return write(call, rows);
  });
}
