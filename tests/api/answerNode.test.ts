import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { afterEach, expect, it } from 'vitest';
import { answerNode } from '#lib/api/answerNode.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(fetch: (request: Request) => Response | Promise<Response>) {
  const server = createServer((message, response) => void answerNode(fetch, message, response));
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}

type Told = { answer: IncomingMessage; bytes: Buffer };

function ask(port: number, method = 'GET', headers = {}, body?: string): Promise<Told> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path: '/a?b=1', method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('error', reject);
      answer.once('end', () => resolve({ answer, bytes: Buffer.concat(chunks) }));
    });
    call.once('error', reject);
    call.end(body);
  });
}

it('passes on all of a request, and all of the answer', async () => {
  const port = await serve(async (asked) => {
    const { pathname, search, host } = new URL(asked.url);
    const told = { method: asked.method, pathname, search, host, own: asked.headers.get('x-own') };
    const headers = new Headers({ 'x-back': 'ä'.normalize('NFD').slice(0, 1) });
    for (const cookie of ['a=1', 'b=2']) headers.append('set-cookie', cookie);
    return Response.json({ ...told, body: await asked.text() }, { status: 202, headers });
  });
  const headers = { 'x-own': ['1', '2'], host: 'localhost:77' };
  const { answer, bytes } = await ask(port, 'POST', headers, '{"ä":1}');
  expect(answer.statusCode).toBe(202);
  expect(answer.headers['x-back']).toBe('a');
  expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2']);
  expect(JSON.parse(bytes.toString())).toEqual({
    ...{ method: 'POST', pathname: '/a', search: '?b=1', host: 'localhost:77', own: '1, 2' },
    body: '{"ä":1}',
  });
});

it('packs what is long for those who can unpack it', async () => {
  const long = { rows: Array.from({ length: 2_000 }, (_, at) => `row ${at}`) };
  const csv = 'a,b\n'.repeat(2_000);
  const port = await serve((asked) => {
    if (asked.method === 'PUT')
      return new Response(csv, { headers: { 'content-type': 'text/csv' } });
    return Response.json(asked.method === 'GET' ? long : { short: true });
  });
  const gzip = { 'accept-encoding': 'br, gzip' };
  const packed = await ask(port, 'GET', gzip);
  expect(packed.answer.headers['content-encoding']).toBe('gzip');
  expect(packed.answer.headers.vary).toBe('Accept-Encoding');
  expect(JSON.parse(gunzipSync(packed.bytes).toString())).toEqual(long);
  expect(gunzipSync((await ask(port, 'PUT', gzip)).bytes).toString()).toBe(csv);
  expect(JSON.parse((await ask(port)).bytes.toString())).toEqual(long);
  expect((await ask(port, 'POST', gzip)).answer.headers['content-encoding']).toBeUndefined();
});

it('lets the receiver see that an answer broke off', async () => {
  const port = await serve(() => {
    let pieces = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pieces += 1;
        if (pieces < 3) controller.enqueue(new Uint8Array(1_000));
        else controller.error(new Error('gone'));
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/csv' } });
  });
  await expect(ask(port)).rejects.toThrow(/aborted|hang up/);
});

it('tells a sender who goes on that he is refused', async () => {
  const port = await serve(async (asked) => {
    for await (const _ of asked.body ?? []) break;
    return Response.json({ error: 'too large' }, { status: 413 });
  });
  const call = request({ host: '127.0.0.1', port, method: 'POST', path: '/' });
  const [answer] = await new Promise<[IncomingMessage]>((resolve, reject) => {
    call.once('response', (told) => resolve([told])).once('error', reject);
    const more = (): void => {
      while (call.write(Buffer.alloc(65_536)));
      call.once('drain', more);
    };
    more();
  });
  expect(answer.statusCode).toBe(413);
  expect(await text(answer)).toContain('too large');
  call.on('error', () => undefined).destroy();
});

it('answers HEAD without a body, and what is no request with one sentence', async () => {
  const port = await serve((asked) => {
    return asked.method === 'HEAD' ? new Response(null, { status: 204 }) : Response.json({});
  });
  expect((await ask(port, 'HEAD')).answer.statusCode).toBe(204);
  const socket = connect(port, '127.0.0.1');
  socket.write('TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  expect(await text(socket)).toMatch(/^HTTP\/1.1 400 /);
});
