import type { TimeZone } from '@yoriai/domain/kernel';
import { found } from '../platform/errors/must.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { tenantById } from '../tenancy/tenants.loader.js';

/** Months and days of support are those of the organisation's clock. */
export async function zoneOf(tx: TenantTx): Promise<TimeZone> {
  return found((await tenantById.batch(tx, [tx.tenantId])).get(tx.tenantId)).timeZone;
}
