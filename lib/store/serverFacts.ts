import type { Pool } from 'pg';
import sql from 'sql-template-tag';
import { z } from 'zod';

const shape = z.strictObject({
  version: z.string(),
  zone: z.string(),
  role: z.string(),
  free: z.int(),
});

/** What the server says of itself to the application. */
export async function serverFacts(pool: Pool): Promise<z.infer<typeof shape>> {
  const question = sql`
    select current_setting('server_version') as version, current_setting('TimeZone') as zone,
      current_user::text as role,
      current_setting('max_connections')::int
        - (select count(*) from pg_stat_activity)::int as free`;
  const result = await pool.query({ text: question.text, values: question.values });
  return shape.parse(result.rows[0]);
}
