import type { Programme, ProgrammeId } from '@yoriai/domain/groups';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

const columns = `id, name, starts_on::text as "startsOn", ends_on::text as "endsOn"`;

export const programmesStore = {
  async byIds(tx: TenantTx, ids: readonly ProgrammeId[]): Promise<Map<ProgrammeId, Programme>> {
    const rows = await tx.sql(
      'programmes.by-ids',
      `select ${columns} from programme where tenant_id = $1 and id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  },

  /** The latest first. */
  async all(tx: TenantTx): Promise<Programme[]> {
    return tx.sql(
      'programmes.all',
      `select ${columns} from programme where tenant_id = $1 order by starts_on desc, id desc`,
      [tx.tenantId],
    );
  },

  async insert(tx: TenantTx, programme: Programme): Promise<void> {
    await tx.insert('programme', { ...programme, createdAt: tx.now });
  },
};
