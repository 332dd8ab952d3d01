import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReadableStream } from 'node:stream/web';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';

type Fetch = (request: Request) => Response | Promise<Response>;

/** Shorter answers are not worth packing. */
const PACKED_FROM = 4_096;
/** Speed before size: most answers travel through one machine or one house. */
const LEVEL = { level: 1 };
/** How long a sender who was refused may go on, so that he hears why. */
const LINGER_MS = 5_000;
const packed = promisify(gzip);

/**
 * Answers a call that came over Node's server by a router that knows only requests and responses,
 * without anything of the pages around it.
 */
export async function answerNode(
  fetch: Fetch,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = toRequest(message);
  if (request === null) {
    response.writeHead(400, { 'Content-Type': 'text/plain', Connection: 'close' });
    response.end('This is no request that can be answered.\n');
    return;
  }
  response.once('finish', () => {
    if (!message.complete) discard(message);
  });
  try {
    const answer = await fetch(request);
    const isPacked = /\bgzip\b/.test(message.headers['accept-encoding'] ?? '');
    await send(answer, response, isPacked);
  } catch {
    // It broke off on its way: the receiver sees that it is not whole, or is gone.
    response.destroy();
  }
}

/** Null for what no router could be asked. */
function toRequest(message: IncomingMessage): Request | null {
  const { method = 'GET', url = '/', rawHeaders } = message;
  try {
    const headers = new Headers();
    for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
      headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
    }
    const address = new URL(url, `http://${message.headers.host ?? 'localhost'}`);
    if (method === 'GET' || method === 'HEAD') return new Request(address, { method, headers });
    // TRICKY: whoever stops reading a body must still be able to answer on its connection.
    const chunks = message.iterator({ destroyOnReturn: false });
    const body = ReadableStream.from(chunks);
    return new Request(address, { method, headers, body, duplex: 'half' } as RequestInit);
  } catch {
    return null;
  }
}

async function send(answer: Response, response: ServerResponse, isPacked: boolean): Promise<void> {
  for (const [name, value] of answer.headers) {
    if (name === 'set-cookie') response.appendHeader(name, value);
    else response.setHeader(name, value);
  }
  response.statusCode = answer.status;
  const type = answer.headers.get('content-type') ?? '';
  if (answer.body === null) {
    response.end();
  } else if (type.startsWith('application/json')) {
    const bytes = Buffer.from(await answer.arrayBuffer());
    const isLong = isPacked && bytes.length >= PACKED_FROM;
    if (isLong) sayPacked(response);
    response.end(isLong ? await packed(bytes, LEVEL) : bytes);
  } else {
    const body = Readable.fromWeb(answer.body as ReadableStream<Uint8Array>);
    const isText = isPacked && type.startsWith('text/');
    if (isText) sayPacked(response);
    await (isText ? pipeline(body, createGzip(LEVEL), response) : pipeline(body, response));
  }
}

function sayPacked(response: ServerResponse): void {
  response.setHeader('Content-Encoding', 'gzip');
  response.appendHeader('Vary', 'Accept-Encoding');
}

/** What still comes of a refused body is thrown away for a while, then the connection is cut. */
function discard(message: IncomingMessage): void {
  const cut = setTimeout(() => message.destroy(), LINGER_MS).unref();
  message.once('close', () => clearTimeout(cut));
  message.resume();
}
