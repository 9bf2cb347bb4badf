import { carries, unread, type EventOf, type MemberId } from '../kernel/index.js';

export const notificationEvents = {
  /** A batch: the rows that one act wrote. */
  'notification.arrived': carries<{ batchId: string }>(),
  'notification.settings-updated': unread<{ memberId: MemberId }>(),
  /** A member whom mails do not reach, and the first mail that did not. */
  'notification.undeliverable': carries<{ memberId: MemberId; mailId: string }>(),
};
export type NotificationEvent = EventOf<typeof notificationEvents>;
