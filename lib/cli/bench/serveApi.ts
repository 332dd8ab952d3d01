import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { createApi } from '#lib/api/app.ts';
import { readEnv } from '#lib/env.ts';
import { serverPool } from '#lib/store/serverPool.ts';

/** The API alone on a free port: the same router as the product's, without the pages around it. */
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

const server = createServer(async (request, response) => {
  const { method = 'GET', url = '/' } = request;
  const headers = new Headers(request.headers as Record<string, string>);
  const sent = method === 'GET' ? {} : { body: Readable.toWeb(request), duplex: 'half' as const };
  const init = { method, headers, ...sent } as RequestInit;
  const answer = await api.fetch(new Request(`http://127.0.0.1${url}`, init));
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : 0);
});
process.once('disconnect', () => process.exit(0));
