import { carries, unread, type EventOf, type GroupId, type MemberId } from '../../kernel/index.js';

export const groupEvents = {
  'group.created': carries<{ groupId: GroupId }>(),
  'group.updated': carries<{ groupId: GroupId }>(),
  'group.content-begun': unread<{ groupId: GroupId }>(),
  'group.member-joined': carries<{ groupId: GroupId; memberId: MemberId }>(),
  'group.member-left': carries<{ groupId: GroupId; memberId: MemberId }>(),
  'group.role-set': carries<{ groupId: GroupId; memberId: MemberId }>(),
};
export type GroupEvent = EventOf<typeof groupEvents>;
