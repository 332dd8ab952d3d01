import type { Api } from '../context.ts';

/** The OpenAPI 3.1 document, from the schemas that the routes themselves check with. */
export function addOpenApiRoute(api: Api): void {
  api.hono.openAPIRegistry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
  });
  api.routes.push({ method: 'GET', path: '/openapi.json' });
  api.hono.get('/openapi.json', (c) => c.json(documentOf(api)));
}

function documentOf(api: Api) {
  return api.hono.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Bowtie', version: '1' },
    servers: [{ url: '/' }],
    security: [{ key: [] }],
  });
}
