import { carries, unread, type EventOf, type MemberId } from '../../kernel/index.js';

export const memberEvents = {
  'member.added': unread<{ memberId: MemberId }>(),
  'member.joined': carries<{ memberId: MemberId }>(),
  'member.profile-changed': unread<{ memberId: MemberId }>(),
  'member.role-changed': unread<{ memberId: MemberId }>(),
  'member.status-changed': carries<{ memberId: MemberId }>(),
};
export type MemberEvent = EventOf<typeof memberEvents>;
