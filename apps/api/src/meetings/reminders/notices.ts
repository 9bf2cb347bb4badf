import { describeNotices } from '../../notifications/describe.js';
import { answerLink, describeStandingMeeting, type MeetingKind } from '../meeting/notices.js';

describeNotices<MeetingKind>(
  ['meeting.reminder.7d', 'meeting.reminder.24h', 'meeting.reminder.1h', 'meeting.rsvp-nudge'],
  describeStandingMeeting,
  answerLink,
);
describeNotices<MeetingKind>(['meeting.check-in-nudge'], describeStandingMeeting);
