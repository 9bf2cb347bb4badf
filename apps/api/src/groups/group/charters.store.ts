import type { Charter } from '@yoriai/domain/groups';
import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import { found } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** A charter and who has signed this version of it. */
export interface SignedCharter extends Charter {
  readonly signedBy: ReadonlySet<MemberId>;
}

export const chartersStore = {
  /** The current version of each group. */
  async byGroups(tx: TenantTx, groupIds: readonly GroupId[]): Promise<Map<GroupId, SignedCharter>> {
    const rows = await tx.sql(
      'charters.by-groups',
      `select c.group_id, c.version, c.clauses,
              array(select s.member_id from charter_signature s
                    where s.tenant_id = c.tenant_id and s.group_id = c.group_id and s.version = c.version) as signed_by
       from (select distinct on (group_id) * from group_charter
             where tenant_id = $1 and group_id = any ($2::uuid[]) order by group_id, version desc) c`,
      [tx.tenantId, [...groupIds]],
    );
    return new Map(
      rows.map(({ group_id: groupId, version, clauses, signed_by }) => [
        groupId,
        { groupId, version, clauses, signedBy: new Set(signed_by) },
      ]),
    );
  },

  async ofGroup(tx: TenantTx, groupId: GroupId): Promise<SignedCharter> {
    return found((await chartersStore.byGroups(tx, [groupId])).get(groupId));
  },

  async insert(tx: TenantTx, charter: Charter, amendedBy: MemberId | null): Promise<void> {
    await tx.insert('group_charter', {
      groupId: charter.groupId,
      version: charter.version,
      clauses: [...charter.clauses],
      amendedBy,
      amendedAt: tx.now,
    });
  },

  /** True when it was not signed before. */
  async sign(tx: TenantTx, groupId: GroupId, version: number, memberId: MemberId): Promise<boolean> {
    const rows = await tx.sql(
      'charters.sign',
      `insert into charter_signature (tenant_id, group_id, version, member_id, signed_at) values ($1, $2, $3, $4, $5)
       on conflict do nothing returning version`,
      [tx.tenantId, groupId, version, memberId, tx.now],
    );
    return rows.length > 0;
  },
};
