import { Injectable } from '@nestjs/common';
import { leadsGroup, placeOf, type MemberProposalId } from '@yoriai/domain/groups';

import type { NoticeFacts, IdsOfNotice } from '@yoriai/domain/notifications';
import { Describes } from '../../notifications/notices.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { tenantOf } from '../../tenancy/tenant-of.js';
import { groupsOf, namesOf, readerOf } from '../group/notices.js';
import { proposalsStore } from '../group/proposals.store.js';
import { concernsStore } from './concerns.store.js';

type Pointed = IdsOfNotice['group.member-proposed'];

async function proposed(
  tx: TenantTx,
  ids: readonly Pointed[],
): Promise<(NoticeFacts['group.member-proposed'] | null)[]> {
  const groups = await groupsOf(tx, ids);
  const proposals = await proposalsStore.byIds(tx, [...new Set(ids.map(({ proposalId }) => proposalId))]);
  const people = [...proposals.values()].flatMap(({ memberId, proposedBy }) => [memberId, proposedBy]);
  const [names, { timeZone }] = [await namesOf(tx, people), await tenantOf(tx)];
  return ids.map(({ groupId, proposalId }) => {
    const group = groups.get(groupId);
    const proposal = proposals.get(proposalId);
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

const proposalOf = (ids: Pointed): MemberProposalId => ids.proposalId;

@Injectable()
export class ProposalNotices {
  @Describes('group.member-proposed')
  proposals(tx: TenantTx, all: readonly IdsOfNotice['group.member-proposed'][]) {
    return proposed(tx, all);
  }

  /** To the member who raised it, while no facilitator of today has read it. */
  @Describes('group.concern-unheard')
  async unheardConcerns(tx: TenantTx, ids: readonly IdsOfNotice['group.concern-unheard'][]) {
    const concernsOf = await concernsStore.ofProposals(tx, [...new Set(ids.map(proposalOf))]);
    const facts = await proposed(tx, ids);
    return facts.map((fact, i) => {
      const concerns = concernsOf.get(proposalOf(ids[i]!)) ?? [];
      return concerns.some(({ memberId, heard }) => memberId === readerOf(tx) && !heard) ? fact : null;
    });
  }

  /** A former facilitator reads no more of what reached the facilitators. */
  @Describes('group.concern-raised')
  async concerns(tx: TenantTx, ids: readonly IdsOfNotice['group.concern-raised'][]) {
    const [groups, facts] = [await groupsOf(tx, ids), await proposed(tx, ids)];
    return facts.map((fact, i) => {
      const group = groups.get(ids[i]!.groupId);
      return group && leadsGroup(group, readerOf(tx)) ? fact : null;
    });
  }
}
