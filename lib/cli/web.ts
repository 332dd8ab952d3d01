import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import next from 'next';
import { answerNode } from '#lib/api/answerNode.ts';
import { createApi } from '#lib/api/app.ts';
import { readEnv } from '#lib/env.ts';
import { serverPool } from '#lib/store/serverPool.ts';
import { drain } from './web/drain.ts';
import { guardRequest } from './web/guardRequest.ts';

/** Less than the launcher's own patience. */
const PATIENCE_MS = 12_000;

/** What needs nothing of the pages: it is answered without going through them. */
const API_DOORS = /^\/(api\/v1|healthz|readyz)(?![^/?])/;

const env = readEnv();
const api = createApi({
  pool: serverPool(),
  now: () => new Date(),
  newId: randomUUID,
  local: env.local,
  dataDir: env.dataDir,
  ratePerSecond: env.ratePerSecond,
  report: ({ requestId, error }) => console.error(requestId, error),
});
const app = next({ dev: false, hostname: env.host, port: env.port });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => {
  const nonce = randomBytes(16).toString('base64');
  if (!guardRequest(request, response, { local: env.local, nonce })) return;
  if (API_DOORS.test(request.url ?? '')) void answerNode(api.fetch, request, response);
  else void handle(request, response);
});
// An upload of many gigabytes takes longer than the default of five minutes.
server.requestTimeout = 6 * 3_600_000;
server.headersTimeout = 60_000;

async function stop(): Promise<void> {
  await drain(server, PATIENCE_MS);
  process.exit(0);
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);

server.once('error', (error) => {
  process.stderr.write(`The web server cannot listen: ${error.message}\n`);
  process.exit(1);
});
server.listen(env.port, env.host, () => process.send?.('ready'));
