export * from './group/group.js';
export * from './group/group-errors.js';
export * from './group/group-events.js';
export * from './group/group-templates.js';
export * from './charter/charter.js';
export * from './programmes/programme.js';
export * from './join-links/join-link.js';
export { createGroup, readCapacity, readGoals, type NewGroup } from './group/create-group.js';
export { updateGroup, groupStatusSteps, type GroupChanges } from './group/update-group.js';
export { addGroupMember, type Admission, type Candidate } from './group/add-group-member.js';
export { setGroupRole, type RoleSetting } from './group/set-group-role.js';
export { readdressPlace, type Readdressed } from './group/readdress-place.js';
export { leaveGroup } from './group/leave-group.js';
export { markFirstContent } from './group/mark-first-content.js';
export {
  type Accepted,
  acceptProposal,
  canAcceptProposal,
  canRaiseConcern,
  canReadConcerns,
  canWithdrawProposal,
  isAddable,
  isDueWithoutConcern,
  isHeard,
  type MemberProposal,
  type MemberProposalId,
  openProposals,
  type ProposalKind,
  proposalKinds,
  type ProposalStatus,
  raiseConcern,
  seatsTaken,
  withdrawProposal,
} from './proposals/proposal.js';
