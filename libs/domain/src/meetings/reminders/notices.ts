import { notice, type Id } from '../../kernel/index.js';
import { type MeetingFacts, beforeMeeting, ofMeeting, whenAndWhere } from '../meeting/notices.js';

export const reminderNotices = {
  'meeting.reminder.7d': notice<MeetingFacts, { meetingId: Id<'Meeting'> }>({
    rule: ofMeeting({ mutable: true }),
    ja: (facts) => ({
      title: `「${facts.title}」1週間前のお知らせです`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'ja')}\n出欠が変わるときはお知らせください。`,
    }),
    en: (facts) => ({
      title: `One week before “${facts.title}”`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'en')}\nIf your plans have changed, please say so.`,
    }),
  }),
  'meeting.reminder.24h': notice<MeetingFacts, { meetingId: Id<'Meeting'> }>({
    rule: ofMeeting({ mutable: true }),
    ja: (facts) => ({
      title: `「${facts.title}」前日のお知らせです`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'ja')}`,
    }),
    en: (facts) => ({
      title: `One day before “${facts.title}”`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'en')}`,
    }),
  }),
  'meeting.reminder.1h': notice<MeetingFacts, { meetingId: Id<'Meeting'> }>({
    rule: ofMeeting({ mutable: true }),
    ja: (facts) => ({
      title: `「${facts.title}」1時間前のお知らせです`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'ja')}`,
    }),
    en: (facts) => ({
      title: `One hour before “${facts.title}”`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'en')}`,
    }),
  }),
  'meeting.rsvp-nudge': notice<MeetingFacts, { meetingId: Id<'Meeting'> }>({
    rule: ofMeeting({ quiet: true, mutable: true, duringLeave: false }),
    ja: (facts) => ({
      title: `「${facts.title}」の出欠をお聞かせください`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'ja')}\n来られないときは、近況メモだけの参加もできます。`,
    }),
    en: (facts) => ({
      title: `Can you come to “${facts.title}”?`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'en')}\nIf not, a note is a way to take part.`,
    }),
  }),
  'meeting.check-in-nudge': notice<MeetingFacts, { meetingId: Id<'Meeting'> }>({
    rule: beforeMeeting,
    ja: (facts) => ({
      title: `「${facts.title}」の前に、近況メモをどうぞ`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'ja')}\nひとことで大丈夫です。`,
    }),
    en: (facts) => ({
      title: `A note before “${facts.title}”?`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'en')}\nA line is enough.`,
    }),
  }),
};
