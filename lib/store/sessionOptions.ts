/** Limits in milliseconds; a report may not hold a connection for ever. */
export type SessionLimits = { statementMs?: number; lockMs?: number; idleInTransactionMs?: number };

export const APP_ROLE = 'bowtie_app';

/**
 * The URL with the session's settings in its `options`: time zone, role and limits hold from the
 * first statement of each connection, whatever the server's or the user's defaults are.
 */
export function withSessionOptions(
  url: string,
  role: string | undefined,
  limits: SessionLimits = {},
): string {
  const parsed = new URL(url);
  const settings: Record<string, string | number> = {
    timezone: 'UTC',
    statement_timeout: limits.statementMs ?? 60_000,
    lock_timeout: limits.lockMs ?? 15_000,
    idle_in_transaction_session_timeout: limits.idleInTransactionMs ?? 120_000,
    // Whoever asks is one of many; to start workers takes longer than to read what cells say.
    max_parallel_workers_per_gather: 0,
  };
  if (role !== undefined) settings.role = role;
  const own = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const given = parsed.searchParams.get('options');
  parsed.searchParams.set('options', [...(given ? [given] : []), ...own].join(' '));
  return parsed.toString();
}
