import type { MemberProposalId } from '@yoriai/domain/groups';
import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import { defineLoader } from '../../platform/graphql/loader.js';
import { chartersStore } from './charters.store.js';
import { groupsStore } from './groups.store.js';
import { proposalsStore } from './proposals.store.js';

/** A group with its people, or null when the viewer may not know of it. */
export const groupById = defineLoader('groupById', (tx, ids: readonly GroupId[]) =>
  groupsStore.byIds(tx, ids),
);
export const membershipsOfGroup = defineLoader('membershipsOfGroup', (tx, ids: readonly GroupId[]) =>
  groupsStore.membershipsOf(tx, ids),
);
/** Of a member, the groups that the viewer may see too. */
export const groupIdsOfMember = defineLoader('groupIdsOfMember', (tx, ids: readonly MemberId[]) =>
  groupsStore.idsOfMembers(tx, ids),
);
export const charterOfGroup = defineLoader('charterOfGroup', (tx, ids: readonly GroupId[]) =>
  chartersStore.byGroups(tx, ids),
);
export const openProposalsOfGroup = defineLoader('openProposalsOfGroup', (tx, ids: readonly GroupId[]) =>
  proposalsStore.openOf(tx, ids),
);
export const proposalById = defineLoader('proposalById', (tx, ids: readonly MemberProposalId[]) =>
  proposalsStore.byIds(tx, ids),
);
