import type { TenantId } from '@yoriai/domain/kernel';
import type { Tenant } from '@yoriai/domain/tenancy';
import type { TenantTx } from '../platform/work/tenant-tx.js';

export const tenantsStore = {
  /** The one tenant that a transaction can see. */
  byIds: (tx: TenantTx, ids: readonly TenantId[]): Promise<Tenant[]> =>
    tx.sql(
      'tenants.by-ids',
      `select tenant_id as id, slug, name, time_zone as "timeZone", locale, fiscal_year_start as "fiscalYearStart"
       from tenant where tenant_id = any ($1)`,
      [ids],
    ),

  /** Whose transaction it is in, it is. */
  async insert(tx: TenantTx, { slug, name, timeZone, locale, fiscalYearStart }: Tenant): Promise<void> {
    await tx.insert('tenant', {
      slug,
      name,
      timeZone,
      locale,
      fiscalYearStart,
      createdAt: tx.now,
      version: 1,
    });
  },
};
