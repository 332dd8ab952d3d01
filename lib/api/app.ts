import { OpenAPIHono } from '@hono/zod-openapi';
import { Refusal } from '#lib/contract/errors.ts';
import type { Api, ApiContext, ApiDeps, ApiEnv } from './context.ts';
import { errorAnswer, toErrorAnswer } from './errors.ts';
import { TokenBuckets } from './limits/TokenBuckets.ts';
import { addAccountRoute } from './routes/account.ts';
import { addAnnotationRoutes } from './routes/annotations.ts';
import { addArrRoute } from './routes/arr.ts';
import { addBenchmarkRoutes } from './routes/benchmarks.ts';
import { addBowtieRoute } from './routes/bowtie.ts';
import { addCriteriaRoutes } from './routes/criteria.ts';
import { addDataHealthRoute } from './routes/dataHealth.ts';
import { addHealthRoutes } from './routes/health.ts';
import { addHeldRowsRoute } from './routes/heldRows.ts';
import { addImportStart } from './routes/importStart.ts';
import { addImportRoutes } from './routes/imports.ts';
import { addIngestRoutes } from './routes/ingest.ts';
import { addLoopRoute } from './routes/loop.ts';
import { addMappingRoutes } from './routes/mappings.ts';
import { addOneOffRoutes } from './routes/oneOff.ts';
import { addOpenApiRoute } from './routes/openapi.ts';
import { addOrgChangeRoute } from './routes/orgChange.ts';
import { addOrgRoutes } from './routes/orgs.ts';
import { addPlanForecastRoute } from './routes/planForecast.ts';
import { addPlanPaperRoutes } from './routes/planPaper.ts';
import { addPlanRoutes } from './routes/plans.ts';
import { addPlanTrackRoute } from './routes/planTrack.ts';
import { addQuarantineRoutes } from './routes/quarantine.ts';
import { addRateRoutes } from './routes/rates.ts';
import { addRecordRoutes } from './routes/records.ts';
import { addRederiveRoute } from './routes/rederive.ts';
import { addRestatementsRoute } from './routes/restatements.ts';
import { addScenarioRoutes } from './routes/scenarios.ts';
import { addSegmentsRoute } from './routes/segments.ts';
import { addStageMapRoutes } from './routes/stageMap.ts';
import { addStagesRoutes } from './routes/stages.ts';
import { addTrendRoute } from './routes/trend.ts';
import { addUploadRoutes } from './routes/uploads.ts';
import { addViewRoutes } from './routes/views.ts';

/** The whole HTTP API as one router; `app.request()` is all that a test needs. */
export function createApi(deps: ApiDeps): OpenAPIHono<ApiEnv> {
  const root = new OpenAPIHono<ApiEnv>();
  root.use(async (c, next) => {
    c.set('requestId', deps.newId());
    await next();
    c.res.headers.set('X-Request-Id', c.get('requestId'));
    for (const [name, value] of Object.entries(c.get('answerHeaders') ?? {})) {
      c.res.headers.set(name, value);
    }
    if (!c.res.headers.has('Cache-Control')) {
      c.res.headers.set('Cache-Control', 'private, no-store');
    }
    c.res.headers.set('X-Content-Type-Options', 'nosniff');
  });
  const { ratePerSecond = 0 } = deps;
  const buckets = ratePerSecond > 0 ? new TokenBuckets(ratePerSecond) : null;
  const api: Api = { hono: new OpenAPIHono<ApiEnv>(), deps, buckets, routes: [] };
  addHealthRoutes(root, deps);
  addBowtieRoute(api);
  addArrRoute(api);
  addLoopRoute(api);
  addAccountRoute(api);
  addIngestRoutes(api);
  addImportStart(api);
  addImportRoutes(api);
  addUploadRoutes(api);
  addMappingRoutes(api);
  addHeldRowsRoute(api);
  addDataHealthRoute(api);
  addQuarantineRoutes(api);
  addStageMapRoutes(api);
  addRederiveRoute(api);
  addRestatementsRoute(api);
  addOneOffRoutes(api);
  addRateRoutes(api);
  addRecordRoutes(api);
  addTrendRoute(api);
  addPlanRoutes(api);
  addPlanPaperRoutes(api);
  addPlanTrackRoute(api);
  addPlanForecastRoute(api);
  addStagesRoutes(api);
  addBenchmarkRoutes(api);
  addCriteriaRoutes(api);
  addViewRoutes(api);
  addScenarioRoutes(api);
  addAnnotationRoutes(api);
  addOrgRoutes(api);
  addOrgChangeRoute(api);
  addSegmentsRoute(api);
  addOpenApiRoute(api);
  root.route('/api/v1', api.hono);
  root.onError((error, c) => toErrorAnswer(c, deps, error));
  root.notFound((c) => noSuchRoute(c, api));
  return root;
}

function noSuchRoute(c: ApiContext, api: Api): Response {
  const path = c.req.path.replace(/^\/api\/v1/, '');
  const allowed = api.routes.filter((route) => patternOf(route.path).test(path));
  if (allowed.length === 0) {
    const message = 'there is nothing at this address; see /api/v1/openapi.json';
    return errorAnswer(c, new Refusal('not_found', message), 404);
  }
  const methods = [...new Set(allowed.map((route) => route.method))].join(', ');
  c.header('Allow', methods);
  const message = `method ${c.req.method}: this address takes ${methods}`;
  return errorAnswer(c, new Refusal('invalid_request', message), 405);
}

function patternOf(path: string): RegExp {
  const parts = path.split('/').map((part) => {
    return part.startsWith('{') ? '[^/]+' : part.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('/')}$`);
}
