import { request as httpRequest } from 'node:http';
import { expect, test } from '#tests/support/browser.ts';

/** fetch() cannot send a foreign Host. */
function statusUnder(host: string, port: number, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const call = httpRequest({ port, path, headers: { host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    call.once('error', reject);
    call.end();
  });
}

test('the product is ready, and its health says so', async ({ request }) => {
  expect(await (await request.get('/healthz')).json()).toEqual({ status: 'ok' });
  expect(await (await request.get('/readyz')).json()).toEqual({ status: 'ready' });
});

test('pages carry the headers that protect them, and no maker', async ({ request }) => {
  const { headers } = await request.get('/').then((answer) => ({ headers: answer.headers() }));
  expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}'/);
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('same-origin');
  expect(headers['x-powered-by']).toBeUndefined();
});

test('a foreign name that leads here gets nothing', async ({ baseURL }) => {
  const port = Number(new URL(baseURL ?? '').port);
  for (const path of ['/', '/api/v1/openapi.json', '/healthz', '/_next/static/x.js']) {
    expect(await statusUnder('bowtie.example', port, path), path).toBe(421);
    expect(await statusUnder(`localhost:${port}`, port, path), path).not.toBe(421);
  }
});

test('images are never optimized on the server', async ({ request }) => {
  const answer = await request.get('/_next/image?url=%2Ficon.svg&w=64&q=75');
  expect(answer.status()).toBe(404);
});

test.describe('the weight of a page', () => {
  /** Compressed script: what the page waits for, and all that it has loaded once it is quiet. */
  const FIRST_KB = 330;
  const ALL_KB = 450;
  const PAGES = [
    '',
    '/loop',
    '/stages',
    '/definitions',
    '/data/imports',
    '/data/imports/new',
    '/data/rates',
    '/data/health',
    '/settings',
  ];

  for (const path of PAGES) {
    test(`stays within its budget: ${path === '' ? 'home' : path}`, async ({ page }) => {
      await page.goto('/');
      const home = new URL(page.url()).pathname;
      const answer = await page.goto(`${home}${path}`, { waitUntil: 'networkidle' });
      const html = (await answer?.text()) ?? '';
      const tags = [...html.matchAll(/<script [^>]*src="([^"]+)"[^>]*>/g)];
      const first = tags.filter(([tag]) => !/nomodule/i.test(tag)).map(([, source]) => source);
      const sizes = await page.evaluate(() => {
        const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
        return loaded.map(
          (entry) => [new URL(entry.name).pathname, entry.encodedBodySize] as const,
        );
      });
      const scripts = sizes.filter(([name]) => name.endsWith('.js'));
      const kilobytes = (part: typeof scripts) =>
        Math.round(part.reduce((sum, [, size]) => sum + size, 0) / 1_000);
      const waited = kilobytes(scripts.filter(([name]) => first.includes(name)));
      expect(waited).toBeGreaterThan(50);
      expect(waited).toBeLessThanOrEqual(FIRST_KB);
      expect(kilobytes(scripts)).toBeLessThanOrEqual(ALL_KB);
    });
  }
});
