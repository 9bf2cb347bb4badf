import { notice, publicId, type Id } from '../../kernel/index.js';
import { ofMeeting } from '../meeting/notices.js';

/** About the minutes of a meeting, or a look back at it. */
export interface ClosedMeetingFacts {
  readonly groupName: string;
  readonly title: string;
}

export const minutesNotices = {
  'meeting.summary': notice<ClosedMeetingFacts, { meetingId: Id<'Meeting'> }>({
    rule: {
      ...ofMeeting({ quiet: true, mutable: true, linkInBareMail: true }),
      path: ({ meetingId }) => `/meetings/${publicId('Meeting', meetingId)}/minutes`,
    },
    ja: ({ groupName, title }) => ({
      title: `「${title}」のまとめができました`,
      body: `${groupName}\n決まったことと「次までにやること」を、ご覧いただけます。`,
    }),
    en: ({ groupName, title }) => ({
      title: `The summary of “${title}” is ready`,
      body: `${groupName}\nSee what was decided and what people will do next.`,
    }),
  }),
  'meeting.one-year-later': notice<ClosedMeetingFacts, { meetingId: Id<'Meeting'> }>({
    rule: ofMeeting({ quiet: true, mutable: true, duringLeave: false }),
    ja: ({ groupName, title }) => ({
      title: '一年後の今日です',
      body: `${groupName}「${title}」\n一年前に話した相談を、もう一度ひらいてみませんか。この知らせは、あなただけに届いています。`,
    }),
    en: ({ groupName, title }) => ({
      title: 'A year ago today',
      body: `${groupName}: “${title}”\nWould you like to open up again what you spoke about a year ago? Only you can see this.`,
    }),
  }),
};
