import { publicId } from '../kernel/index.js';

/** What a notice points at; UUIDs by name (`meetingId`, `requestId`, …), never words. */
export type NoticeIds = Readonly<Record<string, string>>;

export interface NoticeRule {
  /** A row in the bell. It appears at once whatever the hour; only mail can be held back. */
  readonly screen: boolean;
  readonly mail: boolean;
  /** About other people's posts or plans without hurry: its mail waits out the reader's quiet hours. */
  readonly quiet: boolean;
  /** The reader may switch this kind of mail off. */
  readonly mutable: boolean;
  /** Its mail stays bare even for readers who switched content on. */
  readonly neverWithContent: boolean;
  /** Reaches people on leave too: their own meetings. */
  readonly duringLeave: boolean;
  /** Goes to those who have left or are shut out, too: it takes something out of their hands. */
  readonly afterLeaving?: boolean;
  /** Falls silent for readers who muted the thread it is about. */
  readonly ofThread?: boolean;
  /** Its address gives nothing away, so that a bare mail may link to it. */
  readonly linkInBareMail?: boolean;
  /** The page it opens, inside the tenant (`/t/<slug>` goes in front). */
  readonly path: (ids: NoticeIds) => string;
}

const meeting = (rule?: Partial<NoticeRule>): NoticeRule => ({
  ...{ screen: true, mail: true, quiet: false, mutable: false, neverWithContent: false, duringLeave: true },
  path: ({ meetingId = '' }) => `/meetings/${publicId('Meeting', meetingId)}`,
  ...rule,
});
/** Opens the notes and topics of the meeting. */
const preparing = meeting({
  ...{ quiet: true, mutable: true, duringLeave: false },
  path: ({ meetingId = '' }) => `/meetings/${publicId('Meeting', meetingId)}#check-in`,
});
const group = (room: string, rule?: Partial<NoticeRule>): NoticeRule => ({
  ...{ screen: true, mail: true, quiet: true, mutable: true, neverWithContent: false, duringLeave: false },
  path: ({ groupId = '' }) => `/groups/${publicId('Group', groupId)}${room}`,
  ...rule,
});
const support = (rule?: Partial<NoticeRule>): NoticeRule => ({
  ...{ screen: true, mail: true, quiet: true, mutable: true, neverWithContent: false, duringLeave: false },
  ofThread: true,
  path: ({ requestId = '' }) => `/support/${publicId('SupportRequest', requestId)}`,
  ...rule,
});
/** Cheerful and in no hurry: in the bell, without a mail. */
const goodNews: NoticeRule = {
  ...{ screen: true, mail: false, quiet: true, mutable: true, neverWithContent: false, duringLeave: false },
  path: ({ goodNewsId = '' }) => `/support/good-news/${publicId('GoodNews', goodNewsId)}`,
};
const poll = (rule?: Partial<NoticeRule>): NoticeRule => ({
  ...{ screen: true, mail: true, quiet: true, mutable: true, neverWithContent: false, duringLeave: false },
  path: ({ pollId = '' }) => `/polls/${publicId('DatePoll', pollId)}`,
  ...rule,
});
/** Asked for by the reader's own hand and addressed to nobody's account: no row on screen, no setting holds it. */
const direct: NoticeRule = {
  ...{ screen: false, mail: true, quiet: false, mutable: false, neverWithContent: false, duringLeave: true },
  path: () => '/',
};

/** Every kind of notice there is, and what holds for it. Names: `<thing>.<what happened to the reader>`. */
export const noticeRules = {
  invitation: direct,
  'sign-in-code': direct,
  'password-reset': direct,
  'meeting.invite': meeting(),
  'meeting.moved': meeting(),
  'meeting.place-changed': meeting(),
  'meeting.cancelled': meeting(),
  'meeting.uninvited': meeting({ neverWithContent: true, afterLeaving: true, path: () => '/calendar' }),
  'meeting.reminder.7d': meeting({ mutable: true }),
  'meeting.reminder.24h': meeting({ mutable: true }),
  'meeting.reminder.1h': meeting({ mutable: true }),
  'meeting.handed-over': meeting({
    path: ({ meetingId = '' }) => `/meetings/${publicId('Meeting', meetingId)}/run`,
  }),
  'meeting.recording-gone': meeting(),
  'meeting.rsvp-nudge': meeting({ quiet: true, mutable: true, duringLeave: false }),
  'meeting.check-in-nudge': preparing,
  'meeting.remark': preparing,
  'meeting.role': meeting({ quiet: true, mutable: true }),
  'meeting.role-free': meeting({ quiet: true, mutable: true }),
  'date-poll.opened': poll(),
  'date-poll.day-added': poll(),
  'date-poll.closing': poll(),
  'date-poll.ready': poll(),
  'date-poll.called-off': poll({ mail: false }),
  'meeting.summary': meeting({
    quiet: true,
    mutable: true,
    linkInBareMail: true,
    path: ({ meetingId = '' }) => `/meetings/${publicId('Meeting', meetingId)}/minutes`,
  }),
  'meeting.one-year-later': meeting({ quiet: true, mutable: true, duringLeave: false }),
  'commitment.made': meeting({ quiet: true, mutable: true }),
  'commitment.due': meeting({ quiet: true, mutable: true, duringLeave: false }),
  'group.joined': group('', { mutable: false }),
  'group.member-joined': group('/members'),
  'group.invitation-accepted': group('/members', { mutable: false }),
  'group.role-set': group('/members', { mutable: false }),
  'group.member-proposed': group('/members', { mutable: false }),
  'group.concern-raised': group('/members', { mutable: false }),
  'group.concern-unheard': group('/members', { mutable: false }),
  'charter.amended': group('/charter', { mutable: false }),
  'member.unreachable': {
    ...{
      screen: true,
      mail: false,
      quiet: false,
      mutable: false,
      neverWithContent: false,
      duringLeave: true,
    },
    path: ({ memberId = '' }) => `/members/${publicId('Member', memberId)}`,
  },
  'strengths.opened': group('/strengths'),
  'strengths.received': group('', { path: () => '/me/strengths' }),
  'support.posted': support(),
  'support.reply': support(),
  'support.offer': support(),
  'support.offer-accepted': support({ ofThread: false }),
  'support.offer-declined': support({ mail: false }),
  'support.thanks': support({ ofThread: false }),
  'support.resolved': support({ mail: false }),
  'support.expiring': support({ ofThread: false }),
  'support.leave-asked': support({ mail: false }),
  'support.advice-welcomed': support({ mail: false }),
  'support.note': support({ ofThread: false, neverWithContent: true }),
  'support.worry': support({ ofThread: false, quiet: false, mutable: false, neverWithContent: true }),
  'good-news.posted': goodNews,
  'good-news.reaction': goodNews,
  'good-news.comment': goodNews,
  'support.nudge': support(),
  'support.unanswered': support({ ofThread: false, mutable: false }),
  'support.still-waiting': support({ ofThread: false, mutable: false }),
  'support.give-and-take': support({
    ...{ ofThread: false, mutable: false, neverWithContent: true },
    path: ({ groupId = '' }) => `/facilitator/${publicId('Group', groupId)}`,
  }),
} as const satisfies Record<string, NoticeRule>;

export type MailKind = keyof typeof noticeRules;
export const directMailKinds = ['invitation', 'sign-in-code', 'password-reset'] as const;
export type DirectMailKind = (typeof directMailKinds)[number];
/** What can stand in the bell. */
export type NoticeKind = Exclude<MailKind, DirectMailKind>;

export const ruleOf = (kind: MailKind): NoticeRule => noticeRules[kind];
export const noticeKinds = (Object.keys(noticeRules) as MailKind[]).filter(
  (kind): kind is NoticeKind => ruleOf(kind).screen,
);
/** The kinds of mail that the settings page offers to switch off. */
export const mutableKinds: readonly NoticeKind[] = noticeKinds.filter(
  (kind) => ruleOf(kind).mutable && ruleOf(kind).mail,
);
export const isNoticeKind = (kind: string): kind is NoticeKind =>
  (noticeKinds as readonly string[]).includes(kind);
