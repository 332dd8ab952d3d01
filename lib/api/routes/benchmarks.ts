import { benchmarkBody, benchmarksAnswer, benchmarkTarget } from '#lib/contract/benchmarks.ts';
import { findConversion } from '#lib/reports/recordSelector.ts';
import { getBenchmarks } from '#lib/reports/stages/getBenchmarks.ts';
import { putBenchmark, removeBenchmarks } from '#lib/store/benchmarks.ts';
import { inOrg } from '#lib/store/inOrg.ts';
import { addRoute } from '../addRoute.ts';
import type { Api } from '../context.ts';

const answers = {
  200: { description: 'What each conversion is held against', schema: benchmarksAnswer },
};

export function addBenchmarkRoutes(api: Api): void {
  addRoute(
    api,
    { method: 'get', path: '/benchmarks', summary: 'Benchmarks', scope: 'read', answers },
    async ({ deps, org }) => {
      const body = await getBenchmarks({ pool: deps.pool, org }, deps.now());
      return { status: 200, body };
    },
  );
  addRoute(
    api,
    {
      method: 'put',
      path: '/benchmarks',
      summary: 'Hold a conversion against an own value from a day on',
      scope: 'ingest',
      body: benchmarkBody,
      answers,
    },
    async ({ deps, org, body: { conversion, as_of, value, source } }) => {
      findConversion(conversion, org);
      await inOrg(deps.pool, org.id, 'write', (tx) =>
        putBenchmark(tx, { conversion, asOf: as_of, value, source }),
      );
      const body = await getBenchmarks({ pool: deps.pool, org }, deps.now());
      return { status: 200, body };
    },
  );
  addRoute(
    api,
    {
      method: 'delete',
      path: '/benchmarks/{conversion}',
      summary: 'Hold a conversion against the published default again',
      scope: 'ingest',
      params: benchmarkTarget,
      answers,
    },
    async ({ deps, org, params }) => {
      findConversion(params.conversion, org);
      await inOrg(deps.pool, org.id, 'write', (tx) => removeBenchmarks(tx, params.conversion));
      const body = await getBenchmarks({ pool: deps.pool, org }, deps.now());
      return { status: 200, body };
    },
  );
}
