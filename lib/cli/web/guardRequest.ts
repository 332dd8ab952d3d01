import type { IncomingMessage, ServerResponse } from 'node:http';
import { LOOPBACK_HOSTS } from '#lib/env.ts';
import { contentPolicy } from './contentPolicy.ts';
import { SECURITY_HEADERS } from './securityHeaders.ts';

/** Doors that a key opens; the API itself asks for it. */
const KEY_DOORS = /^\/(api\/|v1\/|healthz$|readyz$|metrics$)/;

export type Guard = { local: boolean; nonce: string };

/**
 * The first word on every request, pages, files and API alike. While the product is open to its own
 * machine without sign-in, only that machine's names are answered: a foreign name that was bent to
 * the loopback address (DNS rebinding) gets nothing. Answers false when the request is done with.
 */
export function guardRequest(
  request: IncomingMessage,
  response: ServerResponse,
  guard: Guard,
): boolean {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (guard.local && !LOOPBACK_HOSTS.has(hostName(request.headers.host))) {
    return refuse(response, 421, 'This Bowtie answers only as localhost on its own machine.');
  }
  if (!guard.local && !KEY_DOORS.test(path)) {
    return refuse(
      response,
      403,
      'Pages are closed while HOST is open to the network and sign-in does not exist yet. ' +
        'The API at /api/v1 takes keys.',
    );
  }
  const policy = contentPolicy(guard.nonce);
  // Next puts the nonce of the request's policy on the scripts that it writes into the page.
  request.headers['content-security-policy'] = policy;
  request.headers['x-nonce'] = guard.nonce;
  response.setHeader('Content-Security-Policy', policy);
  return true;
}

function hostName(host: string | undefined): string {
  const name = (host ?? '').toLowerCase().replace(/:\d+$/, '');
  return name.replace(/^\[(.*)\]$/, '$1');
}

function refuse(response: ServerResponse, status: number, sentence: string): false {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  response.end(`${sentence}\n`);
  return false;
}
