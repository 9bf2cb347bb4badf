import type { MemberProposalId } from '@yoriai/domain/groups';
import type { AudienceId, Instant, MemberId } from '@yoriai/domain/kernel';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

/** What worries a member about a person proposed to their group. */
export interface Concern {
  readonly proposalId: MemberProposalId;
  readonly memberId: MemberId;
  readonly note: string;
  readonly raisedAt: Instant;
  /** Whether a member who facilitates today was told. */
  readonly heard: boolean;
}

export const concernsStore = {
  async has(tx: TenantTx, proposalId: MemberProposalId, memberId: MemberId): Promise<boolean> {
    const rows = await tx.sql(
      'proposals.has-concern',
      `select 1 from proposal_concern where tenant_id = $1 and proposal_id = $2 and member_id = $3`,
      [tx.tenantId, proposalId, memberId],
    );
    return rows.length > 0;
  },

  /** Said again, the new words take the place of the old. */
  async write(
    tx: TenantTx,
    concern: Omit<Concern, 'raisedAt' | 'heard'> & { readonly audienceId: AudienceId },
  ): Promise<void> {
    await tx.sql(
      'proposals.concern',
      `insert into proposal_concern (tenant_id, proposal_id, member_id, audience_id, note, raised_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (tenant_id, proposal_id, member_id) do update
         set note = excluded.note, audience_id = excluded.audience_id, raised_at = excluded.raised_at,
             version = proposal_concern.version + 1`,
      [tx.tenantId, concern.proposalId, concern.memberId, concern.audienceId, concern.note, tx.now],
    );
  },

  /** Those that the viewer may read: their own, and as a facilitator all. */
  async ofProposals(
    tx: TenantTx,
    proposalIds: readonly MemberProposalId[],
  ): Promise<Map<MemberProposalId, Concern[]>> {
    const rows = await tx.sql(
      'proposals.concerns',
      `select c.proposal_id, c.member_id, c.note, c.raised_at,
         exists (select from audience_reader x where x.tenant_id = c.tenant_id and x.audience_id = c.audience_id) as heard
       from proposal_concern c
       where c.tenant_id = $1 and c.proposal_id = any ($2::uuid[]) order by c.raised_at, c.member_id`,
      [tx.tenantId, [...proposalIds]],
    );
    const byProposal = new Map<MemberProposalId, Concern[]>(proposalIds.map((id) => [id, []]));
    for (const row of rows)
      byProposal.get(row.proposal_id)?.push({
        proposalId: row.proposal_id,
        memberId: row.member_id,
        note: row.note,
        raisedAt: row.raised_at,
        heard: row.heard,
      });
    return byProposal;
  },
};
