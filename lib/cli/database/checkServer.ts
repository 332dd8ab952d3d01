import pg from 'pg';
import { Plain } from '../say.ts';

const OLDEST = 15;

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'no server listens there: start it, or correct host and port',
  ENOTFOUND: 'its host name is not known: correct it',
  EAI_AGAIN: 'its host name is not known: correct it',
  ETIMEDOUT: 'the server does not answer: check host, port and firewall',
  EHOSTUNREACH: 'its host cannot be reached: check the network',
  '28P01': 'user or password is wrong: correct them',
  '28000': 'the server does not let this user in: check pg_hba.conf and sslmode',
  '3D000': 'that database does not exist: create it, or correct the name',
  '53300': 'the server has no connection left: raise max_connections, or end other clients',
  '57P03': 'the server is starting or stopping: try again in a moment',
};

/** Answers the server's major version; a URL that does not work gives one sentence, no password. */
export async function checkServer(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const result = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    );
    const version = result.rows[0]?.version ?? 0;
    if (version < OLDEST) {
      throw new Plain(
        `DATABASE_URL leads to Postgres ${version}: Bowtie needs ${OLDEST} or newer; ` +
          'upgrade it, or leave DATABASE_URL out for the embedded one.',
      );
    }
    return version;
  } catch (error) {
    if (error instanceof Plain) throw error;
    throw new Plain(
      `DATABASE_URL does not work (${placeOf(url)}): ${reasonOf(error)}; ` +
        'or leave DATABASE_URL out for the embedded database.',
      { cause: error },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  const known = REASONS[code ?? ''];
  if (known !== undefined) return known;
  if (/timeout/i.test(message ?? '')) return REASONS.ETIMEDOUT ?? '';
  return message === undefined || message === '' ? `fault ${code}` : message;
}

function placeOf(url: string): string {
  const { host, pathname, username } = new URL(url);
  return `${username === '' ? '' : `${username}@`}${host}${pathname}`;
}
