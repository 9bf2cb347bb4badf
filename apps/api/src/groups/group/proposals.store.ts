import type { MemberProposal, MemberProposalId } from '@yoriai/domain/groups';
import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import type { Rows } from '../../platform/database/generated/database.js';
import { found } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

const columns = `id, kind, group_id, member_id, role, deputy, takes_part, proposed_by, proposed_at, decides_at, status, concerns, version`;

export const proposalsStore = {
  async byIds(
    tx: TenantTx,
    ids: readonly MemberProposalId[],
  ): Promise<Map<MemberProposalId, MemberProposal>> {
    const rows = await tx.sql(
      'proposals.by-ids',
      `select ${columns} from member_proposal where tenant_id = $1 and id = any ($2::uuid[])`,
      [tx.tenantId, [...ids]],
    );
    return new Map(rows.map((row) => [row.id, toProposal(row)]));
  },

  async openOf(tx: TenantTx, groupIds: readonly GroupId[]): Promise<Map<GroupId, MemberProposal[]>> {
    const rows = await tx.sql(
      'proposals.open',
      `select ${columns} from member_proposal
       where tenant_id = $1 and group_id = any ($2::uuid[]) and status = 'OPEN' order by proposed_at, id`,
      [tx.tenantId, [...groupIds]],
    );
    const byGroup = new Map<GroupId, MemberProposal[]>(groupIds.map((id) => [id, []]));
    for (const row of rows) byGroup.get(row.group_id)?.push(toProposal(row));
    return byGroup;
  },

  async openIn(tx: TenantTx, groupId: GroupId): Promise<readonly MemberProposal[]> {
    return (await proposalsStore.openOf(tx, [groupId])).get(groupId) ?? [];
  },

  async openAbout(tx: TenantTx, memberId: MemberId): Promise<MemberProposalId[]> {
    const rows = await tx.sql(
      'proposals.open-about',
      `select id from member_proposal where tenant_id = $1 and member_id = $2 and status = 'OPEN' order by group_id, id`,
      [tx.tenantId, memberId],
    );
    return rows.map((row) => row.id);
  },

  async one(tx: TenantTx, id: MemberProposalId): Promise<MemberProposal> {
    return found((await proposalsStore.byIds(tx, [id])).get(id));
  },

  async insert(tx: TenantTx, proposal: MemberProposal): Promise<void> {
    await tx.insert('member_proposal', proposal);
  },

  async save(tx: TenantTx, { id, ...next }: MemberProposal): Promise<void> {
    const { kind, proposedBy, proposedAt, decidesAt, status, concerns, version } = next;
    const changes = { kind, proposedBy, proposedAt, decidesAt, status, concerns, version };
    await tx.update('member_proposal', { id }, changes);
  },
};

const toProposal = (row: Rows['proposals.by-ids']): MemberProposal => ({
  id: row.id,
  kind: row.kind,
  groupId: row.group_id,
  memberId: row.member_id,
  role: row.role,
  deputy: row.deputy,
  takesPart: row.takes_part,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  decidesAt: row.decides_at,
  status: row.status,
  concerns: row.concerns,
  version: row.version,
});
