import {
  type Instant,
  notice,
  type NoticeRule,
  type TimeZone,
  publicId,
  spanText,
  type Id,
  type NoticeFlags,
} from '../../kernel/index.js';

/** What the words about a meeting need; read when the notice is shown, so that it is never out of date. */
export interface MeetingFacts {
  readonly groupName: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly timeZone: TimeZone;
  readonly place: string | null;
  /** Where to join online. */
  readonly url: string | null;
  /** Why it was cancelled, if a reason was given. */
  readonly reason?: string | null;
}

/** Told about a meeting: at any hour, and on leave too. */
export const ofMeeting = (flags?: Partial<NoticeFlags>): NoticeRule<{ meetingId: Id<'Meeting'> }> => ({
  screen: true,
  mail: true,
  quiet: false,
  mutable: false,
  neverWithContent: false,
  duringLeave: true,
  path: ({ meetingId }) => `/meetings/${publicId('Meeting', meetingId)}`,
  ...flags,
});

/** Opens the check-ins and topics of the meeting. */
export const beforeMeeting: NoticeRule<{ meetingId: Id<'Meeting'> }> = {
  ...ofMeeting({ quiet: true, mutable: true, duringLeave: false }),
  path: ({ meetingId }) => `/meetings/${publicId('Meeting', meetingId)}#check-in`,
};

export const whenAndWhere = (
  { startsAt, endsAt, timeZone, place, url }: MeetingFacts,
  locale: 'ja' | 'en',
): string => {
  const online = url === null ? null : locale === 'ja' ? 'オンライン' : 'online';
  const parts = [spanText(startsAt, endsAt, timeZone, locale), place ?? online];
  return parts.filter(Boolean).join(locale === 'ja' ? ' ' : ', ');
};

export const meetingNotices = {
  'meeting.invite': notice<MeetingFacts, { meetingId: Id<'Meeting'>; groupId: Id<'Group'> }>({
    rule: ofMeeting(),
    ja: (facts) => ({
      title: `「${facts.title}」の予定が入りました`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'ja')}\n出欠をお知らせください。`,
    }),
    en: (facts) => ({
      title: `“${facts.title}” is on the calendar`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'en')}\nPlease say whether you can come.`,
    }),
  }),
  'meeting.moved': notice<MeetingFacts, { meetingId: Id<'Meeting'>; groupId: Id<'Group'> }>({
    rule: ofMeeting(),
    ja: (facts) => ({
      title: `「${facts.title}」の日時が変わりました`,
      body: `${facts.groupName}\n新しい日時は ${whenAndWhere(facts, 'ja')} です。`,
    }),
    en: (facts) => ({
      title: `“${facts.title}” has a new time`,
      body: `${facts.groupName}\nNow ${whenAndWhere(facts, 'en')}`,
    }),
  }),
  'meeting.place-changed': notice<MeetingFacts, { meetingId: Id<'Meeting'>; groupId: Id<'Group'> }>({
    rule: ofMeeting(),
    ja: (facts) => ({
      title: `「${facts.title}」の場所が変わりました`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'ja')}`,
    }),
    en: (facts) => ({
      title: `“${facts.title}” has a new place`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'en')}`,
    }),
  }),
  'meeting.cancelled': notice<MeetingFacts, { meetingId: Id<'Meeting'>; groupId: Id<'Group'> }>({
    rule: ofMeeting(),
    ja: (facts) => ({
      title: `「${facts.title}」は中止になりました`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'ja')}${facts.reason ? `\n理由:${facts.reason}` : ''}`,
    }),
    en: (facts) => ({
      title: `“${facts.title}” is cancelled`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'en')}${facts.reason ? `\nReason: ${facts.reason}` : ''}`,
    }),
  }),
  'meeting.handed-over': notice<MeetingFacts, { meetingId: Id<'Meeting'> }>({
    rule: { ...ofMeeting(), path: ({ meetingId }) => `/meetings/${publicId('Meeting', meetingId)}/run` },
    ja: (facts) => ({
      title: `「${facts.title}」の進行をお願いされました`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'ja')}\n進め方は画面に順番に出ます。「進行の画面」を開いて始めてください。`,
    }),
    en: (facts) => ({
      title: `You were asked to run “${facts.title}”`,
      body: `${facts.groupName}\n${whenAndWhere(facts, 'en')}\nThe console shows step by step what comes next.`,
    }),
  }),
};
