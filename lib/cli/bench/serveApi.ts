import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { answerNode } from '#lib/api/answerNode.ts';
import { createApi } from '#lib/api/app.ts';
import { readEnv } from '#lib/env.ts';
import { serverPool } from '#lib/store/serverPool.ts';

/** The API alone on a free port, answered as the product's web process answers it. */
const env = readEnv();
const api = createApi({
  pool: serverPool(),
  now: () => new Date(),
  newId: randomUUID,
  local: true,
  ratePerSecond: env.ratePerSecond,
  dataDir: env.dataDir,
  report: ({ error }) => process.stderr.write(`${String(error)}\n`),
});

const server = createServer((request, response) => {
  void answerNode(api.fetch, request, response);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : 0);
});
process.once('disconnect', () => process.exit(0));
