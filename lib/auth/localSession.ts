const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Header by which a page says which organization it shows. */
export const ORG_HEADER = 'x-bowtie-org';

/** Whether a Host header names this machine: a rebound foreign name does not. */
export function isLoopbackHost(host: string | null): boolean {
  if (host === null || !/^[\w.[\]:-]+$/.test(host)) return false;
  return LOOPBACK.has(host.replace(/:\d+$/, '').toLowerCase());
}

export type SessionCheck = 'session' | 'none' | 'foreign';

/**
 * Whether a call without a key comes from this product's own page in a browser on this machine.
 * `foreign`: from another site, or under a foreign name. `none`: nothing says it is a page.
 */
export function checkLocalSession(headers: Headers): SessionCheck {
  const [host, origin] = [headers.get('host'), headers.get('origin')];
  const site = headers.get('sec-fetch-site');
  // A browser sends one of the first two; the third no other site can send without our consent.
  if (site === null && origin === null && !headers.has(ORG_HEADER)) return 'none';
  if (!isLoopbackHost(host)) return 'foreign';
  if (origin !== null && !isOwnOrigin(origin, host)) return 'foreign';
  return site === null || site === 'same-origin' || site === 'none' ? 'session' : 'foreign';
}

function isOwnOrigin(origin: string, host: string | null): boolean {
  return URL.canParse(origin) && host !== null && new URL(origin).host === host.toLowerCase();
}
