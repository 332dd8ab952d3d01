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

test.describe('first load', () => {
  /** Script bytes on the wire, compressed, until the page is quiet. */
  const BUDGET_KB = 320;

  test(`the home page takes at most ${BUDGET_KB} kB of script`, async ({ page }) => {
    await page.goto('/', { waitUntil: 'networkidle' });
    const bytes = await page.evaluate(() => {
      const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const scripts = loaded.filter((entry) => new URL(entry.name).pathname.endsWith('.js'));
      return scripts.reduce((sum, entry) => sum + entry.encodedBodySize, 0);
    });
    expect(bytes).toBeGreaterThan(50_000);
    expect(Math.round(bytes / 1_000)).toBeLessThanOrEqual(BUDGET_KB);
  });
});
