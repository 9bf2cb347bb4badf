import type { TenantId } from '@yoriai/domain/kernel';
import type { Tenant } from '@yoriai/domain/tenancy';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { TenantEntity } from './tenant.entity.js';

export const tenantsStore = {
  /** The one tenant that a transaction can see. */
  byIds: (tx: TenantTx, ids: readonly TenantId[]): Promise<Tenant[]> =>
    tx.sql(
      'tenants.by-ids',
      `select tenant_id as id, slug, name, time_zone as "timeZone", locale, fiscal_year_start as "fiscalYearStart"
       from tenant where tenant_id = any ($1)`,
      [ids],
    ),

  async insert(tx: TenantTx, tenant: Tenant): Promise<void> {
    await tx.manager.insert(TenantEntity, { ...tenant, createdAt: tx.now as Date, version: 1 });
  },
};
