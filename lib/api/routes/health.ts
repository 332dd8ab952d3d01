import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ApiDeps, ApiEnv } from '../context.ts';

/** `/healthz`: the process lives. `/readyz`: it can answer questions. */
export function addHealthRoutes(root: OpenAPIHono<ApiEnv>, deps: ApiDeps): void {
  root.get('/healthz', (c) => c.json({ status: 'ok' }));
  root.get('/readyz', async (c) => {
    try {
      await deps.pool.query('select count(*) from org');
      return c.json({ status: 'ready' });
    } catch (error) {
      deps.report({ requestId: c.get('requestId'), error });
      return c.json({ status: 'not ready', reason: 'the database does not answer' }, 503);
    }
  });
}
