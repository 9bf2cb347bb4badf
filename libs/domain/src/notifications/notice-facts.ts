import type { NudgeReason } from '../support/index.js';
import type { Instant, PlainDate, TimeZone } from '../kernel/index.js';
import type { MeetingRole } from '../meetings/index.js';
import type { NoticeKind } from './notice-kinds.js';

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
  /** Why it was cancelled, if somebody said so. */
  readonly reason?: string | null;
}
/** What somebody is asked to do at a meeting, or what nobody does yet. */
export interface MeetingRoleFacts extends MeetingFacts {
  readonly roles: readonly MeetingRole[];
}
/** Somebody answered the reader's note, or the topic of that title. */
export interface RemarkFacts {
  readonly groupName: string;
  readonly person: string;
  readonly topic: string | null;
  readonly body: string;
}
export interface DatePollFacts {
  readonly groupName: string;
  readonly title: string;
  /** The last day to answer. */
  readonly closesOn: PlainDate | null;
}
/** About the minutes of a meeting, or a look back at it. */
export interface ClosedMeetingFacts {
  readonly groupName: string;
  readonly title: string;
}
/** About something that the reader means to do. */
export interface CommitmentFacts {
  readonly groupName: string;
  readonly statement: string;
  /** `YYYY-MM-DD` */
  readonly dueOn: string;
}
/** Somebody of the roster whom mails do not reach. */
export interface UnreachableFacts {
  readonly memberName: string;
  readonly phone: string | null;
}
export interface GroupFacts {
  readonly groupName: string;
}
export interface MemberInGroupFacts extends GroupFacts {
  readonly memberName: string;
}
export interface PlaceFacts extends MemberInGroupFacts {
  readonly place: 'MEMBER' | 'FACILITATOR' | 'DEPUTY' | 'OUTSIDE';
}
export interface ProposalFacts extends PlaceFacts {
  readonly what: 'JOIN' | 'ROLE' | 'READDRESSED';
  readonly proposedBy: string;
  readonly decidesAt: Instant;
  readonly timeZone: TimeZone;
}
/** About one request. `person` is whoever did it; null where the asker is anonymous: then the words say 相談した人. */
export interface SupportFacts {
  readonly type: 'INFORMATIONAL' | 'INSTRUMENTAL' | 'EMOTIONAL' | 'APPRAISAL';
  readonly title: string;
  readonly person: string | null;
}
/** To somebody who might help, with what speaks for them. */
export interface NudgeFacts extends SupportFacts {
  readonly reason: NudgeReason;
}

/** What kind of word it was about good news is the kind's; `person` is who said it, `body` the news itself. */
export interface GoodNewsFacts {
  readonly person: string;
  readonly body: string;
}
export interface ReactionFacts extends GoodNewsFacts {
  readonly reaction: 'CONGRATULATIONS' | 'THANKS';
}

/** What each kind's words are made of: the shape that the feature's `describe` hands over. */
export interface NoticeFacts {
  'meeting.invite': MeetingFacts;
  'meeting.moved': MeetingFacts;
  'meeting.place-changed': MeetingFacts;
  'meeting.cancelled': MeetingFacts;
  /** Whoever is out of a group is told nothing of it. */
  'meeting.uninvited': Readonly<Record<never, never>>;
  'meeting.reminder.7d': MeetingFacts;
  'meeting.reminder.24h': MeetingFacts;
  'meeting.reminder.1h': MeetingFacts;
  'meeting.handed-over': MeetingFacts;
  'meeting.recording-gone': MeetingFacts;
  'meeting.rsvp-nudge': MeetingFacts;
  'meeting.check-in-nudge': MeetingFacts;
  'meeting.remark': RemarkFacts;
  'meeting.role': MeetingRoleFacts;
  'meeting.role-free': MeetingRoleFacts;
  'date-poll.opened': DatePollFacts;
  'date-poll.day-added': DatePollFacts;
  'date-poll.closing': DatePollFacts;
  'date-poll.ready': DatePollFacts;
  'date-poll.called-off': DatePollFacts;
  'meeting.summary': ClosedMeetingFacts;
  'meeting.one-year-later': ClosedMeetingFacts;
  'commitment.made': CommitmentFacts;
  'commitment.due': CommitmentFacts;
  'group.joined': GroupFacts;
  'group.member-joined': MemberInGroupFacts;
  'group.invitation-accepted': MemberInGroupFacts;
  'group.role-set': PlaceFacts;
  'group.member-proposed': ProposalFacts;
  'group.concern-raised': MemberInGroupFacts;
  'group.concern-unheard': MemberInGroupFacts;
  'charter.amended': GroupFacts;
  'member.unreachable': UnreachableFacts;
  'strengths.opened': GroupFacts;
  'strengths.received': GroupFacts;
  'support.posted': SupportFacts;
  'support.reply': SupportFacts;
  'support.offer': SupportFacts;
  'support.offer-accepted': SupportFacts;
  'support.offer-declined': SupportFacts;
  'support.thanks': SupportFacts;
  'support.resolved': SupportFacts;
  'support.expiring': SupportFacts;
  'support.leave-asked': SupportFacts;
  'support.advice-welcomed': SupportFacts;
  'support.note': SupportFacts;
  'support.worry': SupportFacts;
  'good-news.posted': GoodNewsFacts;
  'good-news.reaction': ReactionFacts;
  'good-news.comment': GoodNewsFacts;
  'support.nudge': NudgeFacts;
  'support.unanswered': SupportFacts;
  'support.still-waiting': SupportFacts;
  'support.give-and-take': MemberInGroupFacts;
}

export interface NoticeText {
  readonly title: string;
  readonly body: string;
}
export type NoticeWords = { readonly [K in NoticeKind]: (facts: NoticeFacts[K]) => NoticeText };
