import { Injectable } from '@nestjs/common';
import { leadsGroup, placeOf, type MemberProposalId } from '@yoriai/domain/groups';
import type { GroupId, NoticeIds } from '@yoriai/domain/kernel';
import type { NoticeFacts } from '@yoriai/domain/notifications';
import { Describes } from '../../notifications/notices.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { tenantOf } from '../../tenancy/tenant-of.js';
import { groupsOf, namesOf, readerOf } from '../group/notices.js';
import { proposalsStore } from '../group/proposals.store.js';
import { concernsStore } from './concerns.store.js';

async function proposed(
  tx: TenantTx,
  ids: readonly NoticeIds[],
): Promise<(NoticeFacts['group.member-proposed'] | null)[]> {
  const groups = await groupsOf(tx, ids);
  const proposals = await proposalsStore.byIds(tx, [
    ...new Set(ids.map(({ proposalId }) => proposalId as MemberProposalId)),
  ]);
  const people = [...proposals.values()].flatMap(({ memberId, proposedBy }) => [memberId, proposedBy]);
  const [names, { timeZone }] = [await namesOf(tx, people), await tenantOf(tx)];
  return ids.map(({ groupId, proposalId }) => {
    const group = groups.get(groupId as GroupId);
    const proposal = proposals.get(proposalId as MemberProposalId);
    if (!group || proposal?.status !== 'OPEN') return null;
    const [memberName, proposedBy] = [names.get(proposal.memberId), names.get(proposal.proposedBy)];
    if (!memberName || !proposedBy) return null;
    return {
      groupName: group.name,
      memberName,
      what: proposal.kind,
      place: placeOf(proposal),
      proposedBy,
      decidesAt: proposal.decidesAt,
      timeZone,
    };
  });
}

const proposalOf = (ids: NoticeIds): MemberProposalId => ids['proposalId'] as MemberProposalId;

@Injectable()
export class ProposalNotices {
  @Describes('group.member-proposed')
  proposals(tx: TenantTx, all: readonly NoticeIds[]) {
    return proposed(tx, all);
  }

  /** To the member who raised it, while nobody who facilitates today has read it. */
  @Describes('group.concern-unheard')
  async unheardConcerns(tx: TenantTx, ids: readonly NoticeIds[]) {
    const concernsOf = await concernsStore.ofProposals(tx, [...new Set(ids.map(proposalOf))]);
    const facts = await proposed(tx, ids);
    return facts.map((fact, i) => {
      const concerns = concernsOf.get(proposalOf(ids[i]!)) ?? [];
      return concerns.some(({ memberId, heard }) => memberId === readerOf(tx) && !heard) ? fact : null;
    });
  }

  /** A former facilitator reads no more of what reached the facilitators. */
  @Describes('group.concern-raised')
  async concerns(tx: TenantTx, ids: readonly NoticeIds[]) {
    const [groups, facts] = [await groupsOf(tx, ids), await proposed(tx, ids)];
    return facts.map((fact, i) => {
      const group = groups.get(ids[i]?.['groupId'] as GroupId);
      return group && leadsGroup(group, readerOf(tx)) ? fact : null;
    });
  }
}
