import { charterNotices, groupNotices, membershipNotices, proposalNotices } from '../groups/index.js';
import type { Notice, NoticeRule, NoticeText } from '../kernel/index.js';
import {
  calendarNotices,
  commitmentNotices,
  datePollNotices,
  meetingNotices,
  meetingRoleNotices,
  minutesNotices,
  recordingNotices,
  remarkNotices,
  reminderNotices,
} from '../meetings/index.js';
import { memberNotices } from '../people/index.js';
import {
  adviceNotices,
  giveAndTakeNotices,
  goodNewsNotices,
  nudgeNotices,
  offerNotices,
  privateNoteNotices,
  replyNotices,
  requestNotices,
  strengthNotices,
  thanksNotices,
  worryNotices,
} from '../support/index.js';

/** Every kind of notice there is, one line per noun. Names: `<noun>.<what happened to the reader>`. */
const notices = {
  ...meetingNotices,
  ...calendarNotices,
  ...reminderNotices,
  ...recordingNotices,
  ...remarkNotices,
  ...meetingRoleNotices,
  ...datePollNotices,
  ...minutesNotices,
  ...commitmentNotices,
  ...groupNotices,
  ...charterNotices,
  ...membershipNotices,
  ...proposalNotices,
  ...memberNotices,
  ...strengthNotices,
  ...requestNotices,
  ...replyNotices,
  ...offerNotices,
  ...thanksNotices,
  ...nudgeNotices,
  ...adviceNotices,
  ...privateNoteNotices,
  ...worryNotices,
  ...goodNewsNotices,
  ...giveAndTakeNotices,
};

type Notices = typeof notices;
/** Kinds that appear on screen. */
export type NoticeKind = keyof Notices;
/** What each kind's words are made of: the shape that the noun's description hands over. */
export type NoticeFacts = {
  [K in NoticeKind]: Notices[K] extends { ja: (facts: infer Facts) => unknown } ? Facts : never;
};
/** What each kind points at. */
export type IdsOfNotice = {
  [K in NoticeKind]: Notices[K]['rule'] extends { path: (ids: infer Ids) => string } ? Ids : never;
};
/** A notice with what it points at. */
export type PointedNotice<K extends NoticeKind = NoticeKind> = {
  [Kind in K]: { readonly kind: Kind; readonly ids: IdsOfNotice[Kind] };
}[K];

/** Asked for by its reader and sent to an address, not an account: no row on screen, no setting holds it back. */
export const directMailKinds = ['invitation', 'sign-in-code', 'password-reset'] as const;
export type DirectMailKind = (typeof directMailKinds)[number];
const direct: NoticeRule = {
  screen: false,
  mail: true,
  quiet: false,
  mutable: false,
  neverWithContent: false,
  duringLeave: true,
  path: () => '/',
};

export type MailKind = NoticeKind | DirectMailKind;

export const noticeKinds = Object.keys(notices) as NoticeKind[];
export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(notices, kind);
export const ruleOf = (kind: MailKind): NoticeRule =>
  isNoticeKind(kind) ? (notices[kind].rule as NoticeRule) : direct;
/** The kinds of mail that the settings page offers to switch off. */
export const mutableKinds: readonly NoticeKind[] = noticeKinds.filter(
  (kind) => ruleOf(kind).mutable && ruleOf(kind).mail,
);

/** The full text on screen: a signed-in reader who may see the subject may read about it. */
export const noticeText = <K extends NoticeKind>(
  kind: K,
  facts: NoticeFacts[K],
  locale: 'ja' | 'en',
): NoticeText => (notices[kind] as Notice<unknown, never>)[locale](facts);
