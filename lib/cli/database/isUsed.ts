import pg from 'pg';

/** Whether anybody but the named client is connected to this server. */
export async function isUsed(url: string, own: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const result = await client.query<{ used: boolean }>(
      `select exists (
         select from pg_stat_activity
         where backend_type = 'client backend' and pid <> pg_backend_pid()
           and application_name not in ($1, 'bowtie owner')
       ) as used`,
      [own],
    );
    return result.rows[0]?.used ?? false;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
