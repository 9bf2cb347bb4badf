import { carries, unread, type EventOf, type GroupId, type MemberId } from '../../kernel/index.js';

export const charterEvents = {
  'group.charter-signed': unread<{ groupId: GroupId; memberId: MemberId }>(),
  'group.charter-amended': carries<{ groupId: GroupId }>(),
};
export type CharterEvent = EventOf<typeof charterEvents>;
