import type { KernelError } from '../../kernel/index.js';
import type { GroupStatus } from './group.js';

/** Everything a group may kindly refuse. */
export type GroupError =
  | KernelError
  | GroupFull
  | GroupClosed
  | GroupStatusNotPossible
  | FacilitatorNeeded
  | LastFacilitator
  | CapacityBelowSeats
  | AlreadyInGroup
  | AlreadyProposed
  | MemberNotAddable
  | ProposalDecided
  | ProposalStillShown
  | ConcernUnheard
  | JoinLinkOver;

/** Every seat is taken or promised. */
export interface GroupFull {
  readonly code: 'GROUP_FULL';
  readonly capacity: number;
}
/** A closed group takes no one in and changes no more. */
export interface GroupClosed {
  readonly code: 'GROUP_CLOSED';
}
export interface GroupStatusNotPossible {
  readonly code: 'GROUP_STATUS_NOT_POSSIBLE';
  readonly from: GroupStatus;
  readonly to: GroupStatus;
}
/** A group starts to meet only when it has a facilitator. */
export interface FacilitatorNeeded {
  readonly code: 'FACILITATOR_NEEDED';
}
/** The last facilitator first names a successor. */
export interface LastFacilitator {
  readonly code: 'LAST_FACILITATOR';
}
/** Fewer seats than people: `seats` are taken or promised. */
export interface CapacityBelowSeats {
  readonly code: 'CAPACITY_BELOW_SEATS';
  readonly seats: number;
}
export interface AlreadyInGroup {
  readonly code: 'ALREADY_IN_GROUP';
}
export interface AlreadyProposed {
  readonly code: 'ALREADY_PROPOSED';
}
/** A member who has left the organisation, is suspended or has died. */
export interface MemberNotAddable {
  readonly code: 'MEMBER_NOT_ADDABLE';
}
export interface ProposalDecided {
  readonly code: 'PROPOSAL_DECIDED';
}
/** The members have until that moment (ISO 8601) to say what worries them. */
export interface ProposalStillShown {
  readonly code: 'PROPOSAL_STILL_SHOWN';
  readonly until: string;
}
/** A concern has reached only former facilitators: those of today hear it first. */
export interface ConcernUnheard {
  readonly code: 'CONCERN_UNHEARD';
}
/** Expired or taken back; the person who gave the link can make a new one. */
export interface JoinLinkOver {
  readonly code: 'JOIN_LINK_OVER';
}
