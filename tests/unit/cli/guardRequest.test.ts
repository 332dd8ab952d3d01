import { createServer, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardRequest } from '#lib/cli/web/guardRequest.ts';

type Answer = { status: number; policy: string | undefined };

function serve(local: boolean) {
  const server = createServer((call, answer) => {
    if (guardRequest(call, answer, { local, nonce: 'bm9uY2U=' })) answer.end('passed');
  });
  const ready = new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  async function ask(host: string, path = '/'): Promise<Answer> {
    await ready;
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return new Promise((resolve, reject) => {
      const call = request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
        answer.resume();
        const policy = answer.headers['content-security-policy'];
        resolve({ status: answer.statusCode ?? 0, policy: policy?.toString() });
      });
      call.once('error', reject);
      call.end();
    });
  }
  return { ask, server, ready };
}

const local = serve(true);
const open = serve(false);
beforeAll(async () => {
  await Promise.all([local.ready, open.ready]);
});
afterAll(() => {
  local.server.close();
  open.server.close();
});

describe('guardRequest', () => {
  it.each(['localhost:3000', '127.0.0.1', 'LOCALHOST', '[::1]:3000'])(
    'lets %s in',
    async (host) => {
      const { status, policy } = await local.ask(host);
      expect(status).toBe(200);
      expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U='");
    },
  );

  it.each([
    ...['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '127.0.0.2'],
    ...['localhost@evil.example', '[::1].evil.example', 'localhost:80:80', '0.0.0.0'],
  ])('turns "%s" away while pages need no sign-in', async (host) => {
    expect((await local.ask(host, '/api/v1/bowtie')).status).toBe(421);
  });

  it('closes the pages, not the doors with keys, when the network can reach them', async () => {
    expect((await open.ask('bowtie.example', '/')).status).toBe(403);
    expect((await open.ask('bowtie.example', '/acme?x=/api/')).status).toBe(403);
    expect((await open.ask('bowtie.example', '/apiary')).status).toBe(403);
    for (const door of ['/api/v1/bowtie?from=x', '/healthz', '/readyz', '/v1/batch', '/metrics']) {
      expect((await open.ask('bowtie.example', door)).status, door).toBe(200);
    }
  });
});
