export * from './group/group-events.js';
export * from './charter/charter-events.js';
export * from './join-links/join-link-events.js';
export * from './programmes/programme-events.js';
export * from './proposals/proposal-events.js';
export * from './group/group.js';
export * from './group/group-errors.js';
export * from './group/group-templates.js';
export * from './charter/charter.js';
export * from './programmes/programme.js';
export * from './join-links/join-link.js';
export { createJoinLink } from './join-links/create-join-link.js';
export { createGroup, readCapacity, readGoals, type NewGroup } from './group/create-group.js';
export { updateGroup, groupStatusSteps, type GroupChanges } from './group/update-group.js';
export { addGroupMember, type Admission, type Candidate } from './memberships/add-group-member.js';
export { setGroupRole, type RoleSetting } from './memberships/set-group-role.js';
export { readdressPlace, type Readdressed } from './memberships/readdress-place.js';
export { leaveGroup } from './memberships/leave-group.js';
export { markFirstContent } from './group/mark-first-content.js';
export {
  canAcceptProposal,
  canRaiseConcern,
  canReadConcerns,
  canWithdrawProposal,
  isDueWithoutConcern,
  isHeard,
  type MemberProposal,
  type MemberProposalId,
  openProposals,
  type ProposalKind,
  proposalKinds,
  type ProposalStatus,
  raiseConcern,
  withdrawProposal,
} from './proposals/proposal.js';
export { type Accepted, acceptProposal } from './proposals/accept-proposal.js';
export { isAddable, seatsTaken } from './proposals/seats.js';
export * from './group/notices.js';
export * from './charter/notices.js';
export * from './memberships/notices.js';
export * from './proposals/notices.js';
