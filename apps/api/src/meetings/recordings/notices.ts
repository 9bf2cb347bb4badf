import { describeNotices } from '../../notifications/describe.js';
import { describeStandingMeeting, type MeetingKind } from '../meeting/notices.js';

describeNotices<MeetingKind>(['meeting.recording-gone'], describeStandingMeeting);
