import {
  allowIf,
  err,
  limits,
  ok,
  required,
  wantsChange,
  type AudienceId,
  type Conflict,
  type GroupId,
  type Id,
  type Instant,
  type KernelError,
  type MemberId,
  type Result,
  type Verdict,
} from '../../kernel/index.js';
import type { Actor } from '../../people/index.js';
import type { GoodNewsEvent } from './good-news-events.js';

export type GoodNewsId = Id<'GoodNews'>;
export type GoodNewsCommentId = Id<'GoodNewsComment'>;

export const goodNewsAudiences = ['GROUP', 'TENANT'] as const;
export type GoodNewsAudience = (typeof goodNewsAudiences)[number];
export const congratulations = ['CONGRATULATIONS', 'THANKS'] as const;
/** おめでとう / ありがとう: one tap, by name, never a number. */
export type Congratulation = (typeof congratulations)[number];

/** うれしい報告: something went well, told to the group or the whole organisation, always by name. */
export interface GoodNews {
  readonly id: GoodNewsId;
  readonly groupId: GroupId | null;
  readonly audience: GoodNewsAudience;
  readonly audienceId: AudienceId;
  readonly authorId: MemberId;
  readonly body: string;
  readonly createdAt: Instant;
  readonly withdrawnAt: Instant | null;
  readonly version: number;
}

/** With whether the viewer is among those who read it: who left still sees their own, and says no more to the others. */
export type SeenNews = GoodNews & { readonly inAudience: boolean };

export interface GoodNewsComment {
  readonly id: GoodNewsCommentId;
  readonly goodNewsId: GoodNewsId;
  readonly authorId: MemberId;
  readonly body: string;
  readonly createdAt: Instant;
}

export interface Reaction {
  readonly goodNewsId: GoodNewsId;
  readonly memberId: MemberId;
  readonly kind: Congratulation;
}

export const goodNewsLimits = {
  body: limits.paragraph,
  comment: limits.paragraph,
  /** Names shown beside each reaction; who else is 「ほか」, without a number. */
  names: 5,
} as const;

export type GoodNewsError = KernelError | Conflict;

export const goodNewsIds = (news: Pick<GoodNews, 'id' | 'groupId'>) => ({
  goodNewsId: news.id,
  ...(news.groupId ? { groupId: news.groupId } : {}),
});

/** Who is congratulated, by whom: all who read it except its author, as long as it exists. */
export const canReact = (viewer: Actor, news: Pick<GoodNews, 'authorId' | 'withdrawnAt'>): Verdict =>
  allowIf(news.authorId !== viewer.memberId && news.withdrawnAt === null);

/** The author too may say a word of thanks, as long as they are among those who read it. */
export const canComment = ({
  withdrawnAt,
  inAudience,
}: Pick<SeenNews, 'withdrawnAt' | 'inAudience'>): Verdict => allowIf(inAudience && withdrawnAt === null);

/** One's own news can be put in other words, said to people among whom one still is. */
export const canEditNews = (
  viewer: Actor,
  news: Pick<SeenNews, 'authorId' | 'withdrawnAt' | 'inAudience'>,
): Verdict => allowIf(news.inAudience && canWithdrawNews(viewer, news).ok);

/** One's own news can be taken back at any time, after leaving too. */
export const canWithdrawNews = (viewer: Actor, news: Pick<GoodNews, 'authorId' | 'withdrawnAt'>): Verdict =>
  allowIf(news.authorId === viewer.memberId && news.withdrawnAt === null);

/** The event of a new おめでとう or ありがとう; one that existed already, or was taken back, has none. */
export const reacted = (
  news: Pick<GoodNews, 'id' | 'groupId'>,
  kind: Congratulation,
  memberId: MemberId,
): readonly GoodNewsEvent[] => [{ name: 'good-news.reacted', ids: { ...goodNewsIds(news), kind, memberId } }];

/** A word to it, up to 2,000 characters. */
export function commentOnGoodNews(
  news: GoodNews,
  comment: { readonly id: GoodNewsCommentId; readonly author: MemberId; readonly body: string },
  now: Instant,
): Result<{ comment: GoodNewsComment; events: readonly GoodNewsEvent[] }, GoodNewsError> {
  const body = required('body', comment.body, goodNewsLimits.comment);
  if (!body.ok) return body;
  const { id, author } = comment;
  return ok({
    comment: { id, goodNewsId: news.id, authorId: author, body: body.value, createdAt: now },
    events: [{ name: 'good-news.commented', ids: { ...goodNewsIds(news), commentId: id } }],
  });
}

/** A word can be taken back by its writer, and is gone. */
export const canWithdrawComment = (viewer: Actor, comment: Pick<GoodNewsComment, 'authorId'>): Verdict =>
  allowIf(comment.authorId === viewer.memberId);
export const withdrawGoodNewsComment = (
  news: Pick<GoodNews, 'id' | 'groupId'>,
  { id: commentId }: Pick<GoodNewsComment, 'id'>,
): readonly GoodNewsEvent[] => [
  { name: 'good-news.comment-withdrawn', ids: { ...goodNewsIds(news), commentId } },
];

/** Other words for the same people; comments on it stay. CONFLICT when it was changed elsewhere meanwhile. */
export function editGoodNews(
  news: GoodNews,
  change: { readonly body: string; readonly expectedVersion?: number | null },
): Result<{ next: GoodNews; events: readonly GoodNewsEvent[] }, GoodNewsError> {
  const body = required('body', change.body, goodNewsLimits.body);
  if (!body.ok) return body;
  const wanted = wantsChange<GoodNews>(news, { body: body.value }, change.expectedVersion);
  if (!wanted.ok) return wanted;
  if (!wanted.value) return ok({ next: news, events: [] });
  const next = { ...news, body: body.value, version: news.version + 1 };
  return ok({ next, events: [{ name: 'good-news.edited', ids: goodNewsIds(next) }] });
}

/** It and what was said to it are shown to no one any more. */
export function withdrawGoodNews(
  news: GoodNews,
  now: Instant,
): Result<{ next: GoodNews; events: readonly GoodNewsEvent[] }, GoodNewsError> {
  if (news.withdrawnAt !== null) return err({ code: 'NOT_FOUND' });
  const next = { ...news, withdrawnAt: now };
  return ok({ next, events: [{ name: 'good-news.withdrawn', ids: goodNewsIds(next) }] });
}

export interface GoodNewsAbilities {
  readonly react: boolean;
  readonly comment: boolean;
  readonly edit: boolean;
  readonly withdraw: boolean;
}
export const goodNewsAbilities = (viewer: Actor, news: SeenNews): GoodNewsAbilities => ({
  react: canReact(viewer, news).ok,
  comment: canComment(news).ok,
  edit: canEditNews(viewer, news).ok,
  withdraw: canWithdrawNews(viewer, news).ok,
});
