import { isInGroup, leadsGroup, membershipOf, placeOf, type MemberProposalId } from '@yoriai/domain/groups';
import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import type { NoticeFacts, NoticeIds } from '@yoriai/domain/notifications';
import { describeNotices } from '../../notifications/describe.js';
import { memberById } from '../../people/members/people.loader.js';
import { found } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { tenantOf } from '../../tenancy/tenant-of.js';
import { groupsStore } from './groups.store.js';
import { proposalsStore } from '../proposals/proposals.store.js';

describeNotices(['group.joined', 'charter.amended'], async (tx, ids) => {
  const groups = await groupsOf(tx, ids);
  return ids.map(({ groupId }) => {
    const group = groups.get(groupId as GroupId);
    return group && isInGroup(group, me(tx)) ? { groupName: group.name } : null;
  });
});

describeNotices(['group.member-joined', 'group.invitation-accepted'], async (tx, ids) => {
  const [groups, names] = [await groupsOf(tx, ids), await namesOf(tx, ids.map(memberOf))];
  return ids.map((one) => {
    const group = groups.get(one['groupId'] as GroupId);
    const memberName = names.get(memberOf(one));
    return group && memberName && isInGroup(group, memberOf(one))
      ? { groupName: group.name, memberName }
      : null;
  });
});

describeNotices(['group.role-set'], async (tx, ids) => {
  const [groups, names] = [await groupsOf(tx, ids), await namesOf(tx, ids.map(memberOf))];
  return ids.map((one) => {
    const group = groups.get(one['groupId'] as GroupId);
    const membership = group && membershipOf(group, memberOf(one));
    const memberName = names.get(memberOf(one));
    return membership && memberName && isInGroup(group, me(tx))
      ? { groupName: group.name, memberName, place: placeOf(membership) }
      : null;
  });
});

describeNotices(['group.member-proposed'], proposed);
// To whoever raised one, while nobody who facilitates today was told.
describeNotices(['group.concern-unheard'], async (tx, ids) => {
  const told = await proposalsStore.concernsOf(tx, [...new Set(ids.map(proposalOf))]);
  const facts = await proposed(tx, ids);
  return facts.map((fact, i) => {
    const concerns = told.get(proposalOf(ids[i]!)) ?? [];
    return concerns.some(({ memberId, heard }) => memberId === me(tx) && !heard) ? fact : null;
  });
});
// Whoever facilitates no longer reads no more of what reached the facilitators.
describeNotices(['group.concern-raised'], async (tx, ids) => {
  const [groups, facts] = [await groupsOf(tx, ids), await proposed(tx, ids)];
  return facts.map((fact, i) => {
    const group = groups.get(ids[i]?.['groupId'] as GroupId);
    return group && leadsGroup(group, me(tx)) ? fact : null;
  });
});

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
    const [what, place] = [proposal.kind, placeOf(proposal)];
    return {
      ...{ groupName: group.name, memberName, what, place },
      ...{ proposedBy, decidesAt: proposal.decidesAt, timeZone },
    };
  });
}

const me = (tx: TenantTx): MemberId => found(tx.viewer).memberId;
const proposalOf = (ids: NoticeIds): MemberProposalId => ids['proposalId'] as MemberProposalId;
const memberOf = (ids: NoticeIds): MemberId => ids['memberId'] as MemberId;
const groupsOf = (tx: TenantTx, ids: readonly NoticeIds[]) =>
  groupsStore.byIds(tx, [...new Set(ids.map(({ groupId }) => groupId as GroupId))]);

async function namesOf(tx: TenantTx, ids: readonly MemberId[]): Promise<Map<MemberId, string>> {
  const members = await memberById.batch(tx, [...new Set(ids)]);
  return new Map([...members.values()].map((member) => [member.id, member.displayName]));
}
