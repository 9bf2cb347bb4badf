import type { Tenant } from '@yoriai/domain/tenancy';
import { found } from '../platform/errors/must.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { tenantById } from './tenants.loader.js';

/** The organisation in which a transaction acts: its clock, its language, its name. */
export async function tenantOf(tx: TenantTx): Promise<Tenant> {
  return found((await tenantById.batch(tx, [tx.tenantId])).get(tx.tenantId));
}
