import pg from 'pg';

/** Whether anybody else is connected to this server. */
export async function isUsed(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const result = await client.query<{ used: boolean }>(
      `select exists (
         select from pg_stat_activity
         where backend_type = 'client backend' and pid <> pg_backend_pid()
       ) as used`,
    );
    return result.rows[0]?.used ?? false;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
