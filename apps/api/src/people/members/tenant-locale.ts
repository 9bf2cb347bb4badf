import type { Locale } from '@yoriai/domain/tenancy';
import { found } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** The language in which an organisation writes to people who have not chosen theirs. */
export async function tenantLocale(tx: TenantTx): Promise<Locale> {
  const [tenant] = await tx.sql<{ locale: Locale }>(
    'people.tenant-locale',
    `select locale from tenant where tenant_id = $1`,
    [tx.tenantId],
  );
  return found(tenant).locale;
}
