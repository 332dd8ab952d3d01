import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readEnv } from '#lib/env.ts';

describe('readEnv', () => {
  it('needs nothing', () => {
    expect(readEnv({})).toEqual({
      databaseUrl: undefined,
      port: 3000,
      host: '127.0.0.1',
      local: true,
      dataDir: resolve('.data'),
      ratePerSecond: 500,
    });
  });

  it('takes an empty variable as an absent one', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '', HOST: '' }).port).toBe(3000);
  });

  it('knows when the product leaves its machine', () => {
    expect(readEnv({ HOST: 'localhost' }).local).toBe(true);
    expect(readEnv({ HOST: '::1' }).local).toBe(true);
    expect(readEnv({ HOST: '0.0.0.0' }).local).toBe(false);
    expect(readEnv({ HOST: '192.168.1.5' }).local).toBe(false);
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['RATE_LIMIT', '-5'],
    ['RATE_LIMIT', 'many'],
    ['HOST', 'http://x'],
    ['DATABASE_URL', 'mysql://x/y'],
    ['DATABASE_URL', 'postgres://'],
    ['DATABASE_URL', 'localhost:5432/bowtie'],
  ])('names %s when it is %s', (name, value) => {
    expect(() => readEnv({ [name]: value })).toThrow(name);
  });
});
