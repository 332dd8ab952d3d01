import { randomUUID } from 'node:crypto';
import { createApi } from '#lib/api/app.ts';
import { readEnv } from '#lib/env.ts';
import { serverPool } from '#lib/store/serverPool.ts';

let api: ReturnType<typeof createApi> | undefined;

/** Any call under /api/v1; the API is made at the first one, because a build has no database. */
export async function answer(request: Request): Promise<Response> {
  api ??= makeApi();
  return api.fetch(request);
}

function makeApi(): ReturnType<typeof createApi> {
  const env = readEnv();
  return createApi({
    pool: serverPool(),
    now: () => new Date(),
    newId: randomUUID,
    local: env.local,
    dataDir: env.dataDir,
    ratePerSecond: env.ratePerSecond,
    report: ({ requestId, error }) => console.error(requestId, error),
  });
}
