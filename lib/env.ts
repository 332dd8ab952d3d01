import { resolve } from 'node:path';
import { z } from 'zod';

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535, 'must be between 1 and 65535');

const databaseUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, 'must look like postgresql://user:password@host:5432/database')
  .refine((value) => URL.canParse(value), 'is not a valid URL');

const host = z.string().regex(/^[A-Za-z0-9.:_-]+$/, 'must be an address or a host name');

const shape = z.object({
  DATABASE_URL: databaseUrl.optional(),
  PORT: port.default(3000),
  HOST: host.default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  RATE_LIMIT: z
    .string()
    .regex(/^\d{1,6}$/, 'must be a whole number of requests a second; 0 for no limit')
    .default('500')
    .transform(Number),
});

/** What the environment says, parsed once; nothing else reads `process.env`. */
export type Env = {
  databaseUrl: string | undefined;
  port: number;
  host: string;
  /** True while only this machine can reach the product: pages then need no sign-in. */
  local: boolean;
  dataDir: string;
  /** Requests a second that each API key may send; 0: any number. */
  ratePerSecond: number;
};

export const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1']);

/** Thrown with one sentence per wrong variable: its name and the reason. */
export class EnvError extends Error {}

export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.entries(source).filter(([, value]) => value !== undefined && value !== '');
  const parsed = shape.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const reasons = parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new EnvError(`The environment is not usable: ${reasons.join('; ')}. See .env.example.`);
  }
  const { DATABASE_URL, PORT, HOST, DATA_DIR, RATE_LIMIT } = parsed.data;
  return {
    databaseUrl: DATABASE_URL,
    port: PORT,
    host: HOST,
    local: LOOPBACK_HOSTS.has(HOST),
    dataDir: resolve(DATA_DIR),
    ratePerSecond: RATE_LIMIT,
  };
}

/** The environment of a child process: this one's, with what the launcher decided on top. */
export function childEnv(extra: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...extra };
}

/** What `npm run verify` tells the tests: the seed of what is random, and whether there is time. */
export function readTestEnv(source: Record<string, string | undefined> = process.env): {
  seed: number | undefined;
  long: boolean;
} {
  const { BOWTIE_SEED: seed = '', BOWTIE_LONG: long } = source;
  return { seed: /^\d{1,9}$/.test(seed) ? Number(seed) : undefined, long: long === '1' };
}
