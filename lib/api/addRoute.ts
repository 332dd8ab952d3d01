import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '#lib/contract/errors.ts';
import { parse } from '#lib/contract/parse.ts';
import { inOneSnapshot } from '#lib/store/heldRead.ts';
import type { Org } from '#lib/store/orgs.ts';
import { findAccess, requireOrg } from './access.ts';
import type { Access, Api, ApiContext, ApiDeps } from './context.ts';
import { describeRoute, type RouteSpec } from './describeRoute.ts';
import { limitRate } from './limits/limitRate.ts';
import { refuseOverload } from './limits/refuseOverload.ts';
import type { Answered } from './once.ts';
import { parseJson, readBody } from './readBody.ts';
import { warnChanging } from './warnChanging.ts';

export type Call<Q, P, B> = {
  c: ApiContext;
  deps: ApiDeps;
  access: Access;
  query: Q;
  params: P;
  body: B;
  /** SHA-256 of method, address and body, for `once`; an upload hashes its own parts. */
  requestHash: string;
};
export type OrgCall<Q, P, B> = Call<Q, P, B> & { org: Org; orgId: string };

/**
 * Adds one address: authentication, scope, strict query, params and body, its place in the OpenAPI
 * document. `path` is relative to `/api/v1`, with `{name}` for params.
 */
export function addRoute<
  Q extends z.ZodType = z.ZodObject,
  P extends z.ZodType = z.ZodObject,
  B extends z.ZodType = z.ZodUndefined,
>(
  api: Api,
  spec: RouteSpec<Q, P, B> & { scope: 'read' | 'ingest' },
  handle: (call: OrgCall<z.output<Q>, z.output<P>, z.output<B>>) => Promise<Answered | Response>,
): void {
  const isRead = spec.method === 'get';
  const oneSnapshot = isRead ? inOneSnapshot : atOnce;
  add(api, spec, oneSnapshot, async (call) => {
    const org = requireOrg(call.access, spec.scope);
    const answer = await handle({ ...call, org, orgId: org.id });
    return isRead ? warnChanging(answer, org) : answer;
  });
}

const atOnce = <T>(work: () => Promise<T>): Promise<T> => work();

/** Adds an address that only the product's own page on this machine may call. */
export function addLocalRoute<
  Q extends z.ZodType = z.ZodObject,
  P extends z.ZodType = z.ZodObject,
  B extends z.ZodType = z.ZodUndefined,
>(
  api: Api,
  spec: RouteSpec<Q, P, B>,
  handle: (call: Call<z.output<Q>, z.output<P>, z.output<B>>) => Promise<Answered | Response>,
): void {
  add(api, spec, atOnce, async (call) => {
    if (call.access.kind === 'session') return handle(call);
    throw new Refusal('forbidden', 'a key belongs to one organization and cannot do this');
  });
}

function add<Q extends z.ZodType, P extends z.ZodType, B extends z.ZodType>(
  api: Api,
  spec: RouteSpec<Q, P, B>,
  run: typeof atOnce,
  handle: (call: Call<z.output<Q>, z.output<P>, z.output<B>>) => Promise<Answered | Response>,
): void {
  const { hono, deps, buckets } = api;
  describeRoute(hono, spec);
  api.routes.push({ method: spec.method.toUpperCase(), path: spec.path });
  const answer = async (c: ApiContext): Promise<Answered | Response> => {
    const access = await findAccess(c, deps);
    limitRate(c, deps, buckets, access);
    const text = spec.body === undefined ? '' : await readBody(c.req.raw);
    return handle({
      c,
      deps,
      access,
      query: parse<z.ZodType>(spec.query ?? NOTHING, queryOf(c)) as z.output<Q>,
      params: paramsOf(spec.params, c) as z.output<P>,
      body: (spec.body ? parse(spec.body, parseJson(text)) : undefined) as z.output<B>,
      requestHash: hashOf(spec.method, c.req.path, text),
    });
  };
  hono.on(spec.method.toUpperCase(), honoPath(spec.path), async (c) => {
    refuseOverload(deps);
    const told = await run(() => answer(c));
    return told instanceof Response ? told : c.json(told.body, told.status);
  });
}

const NOTHING = z.strictObject({});

/** An id that cannot exist does not exist: it is answered like any absent one. */
function paramsOf(schema: z.ZodType | undefined, c: ApiContext): unknown {
  const read = (schema ?? NOTHING).safeParse(c.req.param());
  if (read.success) return read.data;
  throw new Refusal('not_found', 'there is nothing at this address');
}

function queryOf(c: ApiContext): Record<string, string | string[]> {
  const entries = Object.entries(c.req.queries());
  return Object.fromEntries(
    entries.map(([key, all]) => [key, all.length > 1 ? all : (all[0] ?? '')]),
  );
}

function hashOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

function honoPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}
