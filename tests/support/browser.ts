import { test as base, expect } from '@playwright/test';

/** Addresses of the product itself; anything else that a page asks for is a leak. */
const OWN = /^(http:\/\/localhost:|data:|blob:|about:)/;

type Quiet = {
  /** Console errors that a test brings about on purpose, such as the status of a refusal. */
  expected: RegExp[];
  quiet: undefined;
};

/**
 * A test in the browser. An error on the console, an exception in the page, or a request to
 * somebody else fails it.
 */
export const test = base.extend<Quiet>({
  expected: [[], { option: true }],
  quiet: [
    async ({ page, expected }, use) => {
      const faults: string[] = [];
      page.on('console', (message) => {
        const text = message.text();
        if (message.type() !== 'error' || expected.some((each) => each.test(text))) return;
        faults.push(`console: ${text} (${message.location().url})`);
      });
      page.on('pageerror', (error) => faults.push(`page: ${error.stack ?? error.message}`));
      page.on('request', (request) => {
        if (!OWN.test(request.url())) faults.push(`foreign request: ${request.url()}`);
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
