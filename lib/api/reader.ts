import { getCookie, setCookie } from 'hono/cookie';
import { Refusal } from '#lib/contract/errors.ts';
import { readReader } from '#lib/contract/readReader.ts';
import { READER_COOKIE } from '#lib/contract/viewWords.ts';
import type { Access, ApiContext, ApiDeps } from './context.ts';

const YEAR_SECONDS = 31_536_000;

type Caller = { c: ApiContext; access: Access };

/** The browser that asks, as far as it is known; a key is nobody. */
export function findReader({ c, access }: Caller): string | null {
  return access.kind === 'session' ? readReader(getCookie(c, READER_COOKIE)) : null;
}

/** The browser that asks; it gets an id with the first choice that it makes. */
export function requireReader(caller: Caller & { deps: ApiDeps }): string {
  const { c, access, deps } = caller;
  if (access.kind === 'key') {
    throw new Refusal(
      'forbidden',
      'a key is no reader; open the page in a browser and choose there',
    );
  }
  const reader = findReader(caller) ?? deps.newId();
  setCookie(c, READER_COOKIE, reader, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: YEAR_SECONDS,
    secure: c.req.url.startsWith('https:'),
  });
  return reader;
}
