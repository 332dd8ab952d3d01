import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Pool } from 'pg';
import type { Scope } from '#lib/auth/keys.ts';
import type { Room } from '#lib/ingest/room.ts';
import type { Org } from '#lib/store/orgs.ts';
import type { TokenBuckets } from './limits/TokenBuckets.ts';

/** All that the API needs from outside; tests pass their own clock and ids. */
export type ApiDeps = {
  pool: Pool;
  now: () => Date;
  newId: () => string;
  /** True while only this machine can reach the server: pages then need no key. */
  local: boolean;
  /** Where uploads are kept. */
  dataDir: string;
  /** Requests a second that each key may send; none or 0: any number. */
  ratePerSecond?: number;
  /** Free bytes where the data lies; the disk of `dataDir` when left out. */
  room?: Room;
  /** How many bytes an uploaded file may have; 16 GiB when left out. */
  uploadBytes?: number;
  /** Told of faults that answers must not show. */
  report: (fault: { requestId: string; error: unknown }) => void;
};

/** Who asks: a key, or the product's own page on this machine. */
export type Access = {
  kind: 'key' | 'session';
  scopes: readonly Scope[];
  org: Org | null;
  keyId?: string;
};

export type ApiEnv = {
  Variables: { requestId: string; answerHeaders: Record<string, string> | undefined };
};
export type ApiContext = Context<ApiEnv>;

/** The API while it is put together: rooms add their routes to it. */
export type Api = {
  hono: OpenAPIHono<ApiEnv>;
  deps: ApiDeps;
  buckets: TokenBuckets | null;
  /** Every address with its methods, for 405 answers and tests. */
  routes: { method: string; path: string }[];
};
