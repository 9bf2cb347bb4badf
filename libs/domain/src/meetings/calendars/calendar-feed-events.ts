import { unread, type EventOf, type MemberId } from '../../kernel/index.js';

export const calendarFeedEvents = {
  'calendar-feed.created': unread<{ feedId: string; memberId: MemberId }>(),
  'calendar-feed.revoked': unread<{ memberId: MemberId }>(),
};
export type CalendarFeedEvent = EventOf<typeof calendarFeedEvents>;
