import type { ClientBase } from 'pg';

const QUESTION = `
  select current_setting('TimeZone') as zone,
    r.rolsuper as superuser,
    r.rolbypassrls as bypass,
    exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname = current_schema() and c.relowner = r.oid
    ) as owner
  from pg_roles r where r.rolname = current_user`;

/** Refuses a session in which times would shift or row-level security would not bind. */
export async function assertSession(client: ClientBase): Promise<void> {
  const result = await client.query<{
    zone: string;
    superuser: boolean;
    bypass: boolean;
    owner: boolean;
  }>(QUESTION);
  const session = result.rows[0];
  if (session === undefined) throw new Error('The database does not know the role of its session.');
  if (session.zone !== 'UTC') {
    throw new Error(
      `The database session runs in the time zone ${session.zone}, not in UTC: a connection pooler ` +
        'that drops start-up options must be set to pass "options", or left out of DATABASE_URL.',
    );
  }
  if (session.superuser || session.bypass || session.owner) {
    throw new Error(
      'The database session is not bound by row-level security (superuser, BYPASSRLS or owner of ' +
        'the tables): a connection pooler must pass the start-up option role=bowtie_app.',
    );
  }
}
