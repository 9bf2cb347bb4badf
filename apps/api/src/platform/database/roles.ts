import { createHmac } from 'node:crypto';
import pg from 'pg';

/** Who connects for what; `app_gate` owns the listed definer functions and never signs in. */
export const runtimeRoles = ['app_rt', 'worker_rt', 'auth_rt'] as const;
export type RuntimeRole = (typeof runtimeRoles)[number];

/**
 * The URL of one runtime role. Its password is derived from the owner's, so that one DATABASE_URL is all the configuration and
 * changing the owner's password changes all of them at the next migration.
 */
export function roleUrl(ownerUrl: string, role: RuntimeRole | 'app_owner'): string {
  const url = new URL(ownerUrl);
  url.password = createHmac('sha256', decodeURIComponent(url.password))
    .update(`yoriai:${role}`)
    .digest('hex');
  url.username = role;
  return url.toString();
}

/** Makes or mends the roles. `ownerUrl` is a role that may create roles and owns (or may create schemas in) the database. */
export async function prepareRoles(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect().catch((error: Error) => {
    throw new Error(
      `The database at ${decodeURIComponent(new URL(ownerUrl).host)} cannot be used: ${reasonOf(error)}`,
    );
  });
  try {
    // Roles belong to the whole cluster: two databases being prepared at once must not race.
    await client.query(`select pg_advisory_lock(7102026)`);
    const { rows } = await client.query<{ rolname: string; mighty: boolean }>(
      `select rolname, rolsuper or rolbypassrls as mighty from pg_roles`,
    );
    const existing = new Map(rows.map((row) => [row.rolname, row.mighty]));
    for (const role of ['app_owner', ...runtimeRoles] as const) {
      if (existing.get(role))
        throw new Error(`The role ${role} sees past row-level security. Take that from it before starting.`);
      const password = decodeURIComponent(new URL(roleUrl(ownerUrl, role)).password);
      // Only a superuser may name what an existing role must not be, even where it is not.
      await client.query(
        existing.has(role)
          ? `alter role ${role} login password '${password}'`
          : `create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password '${password}'`,
      );
    }
    if (!existing.has('app_gate')) await client.query(`create role app_gate nologin nosuperuser nobypassrls`);
    await client.query(`grant app_gate to app_owner`);
    const database = client.escapeIdentifier(client.database ?? 'postgres');
    await client.query(`grant connect, create on database ${database} to app_owner`);
    await client.query(`grant connect on database ${database} to app_rt, worker_rt, auth_rt`);
    await client.query(`grant usage, create on schema public to app_owner`);
    await client.query(`grant usage on schema public to app_rt, worker_rt, app_gate`);
    await client.query(`revoke create on schema public from public`);
  } finally {
    await client.end();
  }
}

/** A host name with two addresses that both refuse gives an error without a message. */
function reasonOf(error: Error): string {
  const first = error instanceof AggregateError ? (error.errors as Error[])[0] : error;
  return first?.message || error.name;
}
