import { namesIn, type EventOf, type IdsByEvent } from '../kernel/index.js';
import {
  charterEvents,
  groupEvents,
  joinLinkEvents,
  programmeEvents,
  proposalEvents,
} from '../groups/index.js';
import {
  afterPartyEvents,
  attendanceEvents,
  calendarFeedEvents,
  checkInEvents,
  commitmentEvents,
  consoleEvents,
  datePollEvents,
  meetingEvents,
  minutesEvents,
  recordingEvents,
  remarkEvents,
  roleEvents,
  topicEvents,
} from '../meetings/index.js';
import { notificationEvents } from '../notifications/index.js';
import { invitationEvents, memberEvents, rosterEvents } from '../people/index.js';
import {
  adviceEvents,
  goodNewsEvents,
  nudgeEvents,
  offerEvents,
  privateNoteEvents,
  replyEvents,
  strengthsEvents,
  supportRequestEvents,
  thanksEvents,
  worryEvents,
} from '../support/index.js';
import { tenantEvents } from '../tenancy/index.js';

/** Everything that is ever published, one line per noun. What each event carries is said in the noun's own map. */
export const events = {
  ...tenantEvents,
  ...invitationEvents,
  ...memberEvents,
  ...rosterEvents,
  ...charterEvents,
  ...groupEvents,
  ...joinLinkEvents,
  ...programmeEvents,
  ...proposalEvents,
  ...afterPartyEvents,
  ...attendanceEvents,
  ...calendarFeedEvents,
  ...checkInEvents,
  ...commitmentEvents,
  ...consoleEvents,
  ...datePollEvents,
  ...meetingEvents,
  ...minutesEvents,
  ...recordingEvents,
  ...remarkEvents,
  ...roleEvents,
  ...topicEvents,
  ...notificationEvents,
  ...adviceEvents,
  ...goodNewsEvents,
  ...nudgeEvents,
  ...offerEvents,
  ...privateNoteEvents,
  ...replyEvents,
  ...supportRequestEvents,
  ...strengthsEvents,
  ...thanksEvents,
  ...worryEvents,
};
/** The ids of each event. */
export type Events = IdsByEvent<typeof events>;
export type EventName = keyof Events;
export type Event = EventOf<typeof events>;

export const publishedEvents = namesIn(events);
/** What only the audit trail reads, on purpose. */
export const unreadEvents = publishedEvents.filter((name) => events[name].isUnread);
