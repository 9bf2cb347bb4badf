export * from './group.js';
export * from './group-errors.js';
export * from './group-events.js';
export * from './group-templates.js';
export * from './charter.js';
export * from './programme.js';
export * from './join-link.js';
export { createGroup, readCapacity, readGoals, type NewGroup } from './create-group.js';
export { updateGroup, groupStatusSteps, type GroupChanges } from './update-group.js';
export { addGroupMember, type Admission, type Candidate } from './add-group-member.js';
export { setGroupRole, type RoleSetting } from './set-group-role.js';
export { readdressPlace, type Readdressed } from './readdress-place.js';
export { leaveGroup } from './leave-group.js';
export { markFirstContent } from './mark-first-content.js';
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
} from './proposal.js';
