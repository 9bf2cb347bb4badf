import type { JoinLink, JoinLinkId } from '@yoriai/domain/groups';
import type { GroupId, TenantId } from '@yoriai/domain/kernel';
import type { AuthSql } from '../../platform/auth/auth-db.js';
import { found } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

const columns = `id, group_id as "groupId", code, created_by as "createdBy", created_at as "createdAt",
  expires_at as "expiresAt", uses, revoked_at as "revokedAt"`;

/** Where a code leads, before it is known who holds it. */
export interface FoundLink {
  readonly tenantId: TenantId;
  readonly joinLinkId: JoinLinkId;
}

export const joinLinksStore = {
  /** Across all tenants; null for a code that was never given out. */
  async byCode(sql: AuthSql, code: string): Promise<FoundLink | null> {
    const [link] = await sql(
      'join-links.by-code',
      `select tenant_id as "tenantId", join_link_id as "joinLinkId" from auth.join_code where code = $1`,
      [code],
    );
    return link ?? null;
  },

  async byIds(tx: TenantTx, ids: readonly JoinLinkId[]): Promise<Map<JoinLinkId, JoinLink>> {
    const rows = await tx.sql(
      'join-links.by-ids',
      `select ${columns} from join_link where tenant_id = $1 and id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((row) => [row.id, row]));
  },

  /** Newest first. */
  async byGroups(tx: TenantTx, groupIds: readonly GroupId[]): Promise<Map<GroupId, JoinLink[]>> {
    const rows = await tx.sql(
      'join-links.by-groups',
      `select ${columns} from join_link where tenant_id = $1 and group_id = any ($2::uuid[])
       order by created_at desc, id desc`,
      [tx.tenantId, [...groupIds]],
    );
    const byGroup = new Map<GroupId, JoinLink[]>(groupIds.map((id) => [id, []]));
    for (const row of rows) byGroup.get(row.groupId)?.push(row);
    return byGroup;
  },

  async one(tx: TenantTx, id: JoinLinkId): Promise<JoinLink> {
    return found((await joinLinksStore.byIds(tx, [id])).get(id));
  },

  async lock(tx: TenantTx, id: JoinLinkId): Promise<JoinLink> {
    const [row] = await tx.sql(
      'join-links.lock',
      `select ${columns} from join_link where tenant_id = $1 and id = $2 for update`,
      [tx.tenantId, id],
    );
    return found(row);
  },

  async insert(tx: TenantTx, link: JoinLink): Promise<void> {
    await tx.insert('join_link', link);
  },

  async revoke(tx: TenantTx, { id, revokedAt }: JoinLink): Promise<void> {
    await tx.update('join_link', { id }, { revokedAt });
  },

  async countUse(tx: TenantTx, id: JoinLinkId): Promise<void> {
    await tx.sql(
      'join-links.count',
      `update join_link set uses = uses + 1 where tenant_id = $1 and id = $2`,
      [tx.tenantId, id],
    );
  },
};
