import { unread, type EventOf, type GroupId, type Id } from '../../kernel/index.js';

export const joinLinkEvents = {
  'group.join-link-created': unread<{ groupId: GroupId; joinLinkId: Id<'JoinLink'> }>(),
  'group.join-link-revoked': unread<{ groupId: GroupId; joinLinkId: Id<'JoinLink'> }>(),
};
export type JoinLinkEvent = EventOf<typeof joinLinkEvents>;
