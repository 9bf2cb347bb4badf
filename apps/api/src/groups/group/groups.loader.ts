import type { JoinLinkId, MemberProposalId, ProgrammeId } from '@yoriai/domain/groups';
import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import { defineLoader } from '../../platform/graphql/loader.js';
import { chartersStore } from '../charter/charters.store.js';
import { groupsStore } from './groups.store.js';
import { joinLinksStore } from '../join-links/join-links.store.js';
import { programmesStore } from '../programmes/programmes.store.js';
import { proposalsStore } from '../proposals/proposals.store.js';

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
export const concernsOfProposal = defineLoader('concernsOfProposal', (tx, ids: readonly MemberProposalId[]) =>
  proposalsStore.concernsOf(tx, ids),
);
export const joinLinksOfGroup = defineLoader('joinLinksOfGroup', (tx, ids: readonly GroupId[]) =>
  joinLinksStore.byGroups(tx, ids),
);
export const programmeById = defineLoader('programmeById', (tx, ids: readonly ProgrammeId[]) =>
  programmesStore.byIds(tx, ids),
);
export const joinLinkById = defineLoader('joinLinkById', (tx, ids: readonly JoinLinkId[]) =>
  joinLinksStore.byIds(tx, ids),
);
