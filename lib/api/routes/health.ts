import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiContext, ApiDeps, ApiEnv } from '../context.ts';

/**
 * `/healthz`: the process lives. `/readyz`: it can answer questions. Both also under `/api/v1`,
 * where the server's rewrites lead.
 */
export function addHealthRoutes(root: OpenAPIHono<ApiEnv>, deps: ApiDeps): void {
  root.on('GET', ['/healthz', '/api/v1/healthz'], (c) => c.json({ status: 'ok' }));
  root.on('GET', ['/readyz', '/api/v1/readyz'], (c) => readiness(c, deps));
}

async function readiness(c: ApiContext, deps: ApiDeps): Promise<Response> {
  try {
    await deps.pool.query('select count(*) from org');
    return c.json({ status: 'ready' });
  } catch (error) {
    deps.report({ requestId: c.get('requestId'), error });
    return c.json({ status: 'not ready', reason: 'the database does not answer' }, 503);
  }
}
