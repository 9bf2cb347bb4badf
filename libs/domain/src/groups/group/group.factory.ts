import type { GroupId, MemberId } from '../../kernel/index.js';
import type { Actor } from '../../people/index.js';
import type { Group, Membership, Place } from './group.js';
import { type MemberProposal, type MemberProposalId, proposeMember } from '../proposals/proposal.js';

/** Test data: `uuid(3)` is always the same id. */
export const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const member = (n: number): MemberId => uuid(n) as MemberId;
export const at = (day: number): Date => new Date(Date.UTC(2026, 3, day, 10));
export const peer: Place = { role: 'MEMBER', deputy: false, takesPart: true };
export const facilitator: Place = { role: 'FACILITATOR', deputy: false, takesPart: true };
export const outsider: Place = { role: 'FACILITATOR', deputy: false, takesPart: false };

export const membership = (n: number, place: Place = peer): Membership => ({
  ...place,
  memberId: member(n),
  joinedAt: at(1),
  version: 1,
});

/** A group of eight seats led by member 1, with members 2 and 3. */
export const group = (changes: Partial<Group> = {}): Group => ({
  id: uuid(100) as GroupId,
  name: '水曜の会',
  purpose: '毎月会って話す',
  goals: [],
  template: 'MIXED',
  capacity: 8,
  status: 'ACTIVE',
  programmeId: null,
  createdBy: member(9),
  createdAt: at(1),
  firstContentAt: null,
  version: 1,
  memberships: [membership(1, facilitator), membership(2), membership(3)],
  ...changes,
});

export const proposal = (n: number, changes: Partial<MemberProposal> = {}): MemberProposal => ({
  ...proposeMember(
    uuid(200 + n) as MemberProposalId,
    uuid(100) as GroupId,
    member(n),
    peer,
    member(1),
    at(1),
  ),
  ...changes,
});

export const asMember = (n: number): Actor => ({ memberId: member(n), role: 'MEMBER' });
export const asAdmin = (n: number): Actor => ({ memberId: member(n), role: 'ADMIN' });
