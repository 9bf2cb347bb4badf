import type { AuthSql } from '../platform/auth/auth-db.js';
import { refuse } from '../platform/errors/must.js';
import type { RequestContext } from '../platform/graphql/context.js';
import { accounts } from '../people/sign-in/accounts.js';

/** The session goes on in another organisation of theirs. */
export async function switchTenant(context: RequestContext, sql: AuthSql, slug: string): Promise<void> {
  const mine = await accounts.tenantsOf(sql, context.user().userId);
  const tenant = mine.find((one) => one.slug === slug) ?? refuse({ code: 'NOT_FOUND' });
  await context.enterTenant(tenant.tenantId, tenant.slug);
}
