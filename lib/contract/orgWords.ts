// What a page checks before it asks, without zod: pages carry it to the browser.
export const WEEK_DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export const SLUG = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

// TRICKY: the first part of a page's address is the organization, so fixed addresses are no slugs.
export const RESERVED_SLUGS: ReadonlySet<string> = new Set([
  'api',
  'orgs',
  'v1',
  'healthz',
  'readyz',
  'metrics',
  'static',
  'new',
]);
