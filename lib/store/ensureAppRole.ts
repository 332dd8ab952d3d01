import type { ClientBase } from 'pg';
import { APP_ROLE } from './sessionOptions.ts';

const CREATE = `
do $$ begin
  create role ${APP_ROLE} nologin;
exception when duplicate_object or unique_violation then null;
end $$`;

/** The role that the application works under: no login, no ownership, no way round the policies. */
export async function ensureAppRole(client: ClientBase): Promise<void> {
  const known = await client.query('select from pg_roles where rolname = $1', [APP_ROLE]);
  if (known.rowCount === 0) await client.query(CREATE).catch(explain);
  const member = await client.query<{ able: boolean }>(
    `select pg_has_role(current_user, $1, 'member') as able`,
    [APP_ROLE],
  );
  if (!member.rows[0]?.able) {
    await client.query(`grant ${APP_ROLE} to current_user`).catch(explain);
  }
  await client.query(
    `do $$ begin
       execute format('grant usage on schema %I to ${APP_ROLE}', current_schema());
     end $$`,
  );
}

function explain(error: { code?: string; message: string }): never {
  if (error.code !== '42501') throw error;
  throw new Error(
    'The database user of DATABASE_URL may not create the role that the application works under: ' +
      `let an administrator run "create role ${APP_ROLE} nologin; grant ${APP_ROLE} to <user>".`,
    { cause: error },
  );
}
