import { carries, type EventOf, type GroupId, type Id, type MemberId } from '../../kernel/index.js';

type NewsIds = { goodNewsId: Id<'GoodNews'>; groupId?: GroupId };

export const goodNewsEvents = {
  'good-news.posted': carries<NewsIds>(),
  'good-news.reacted': carries<NewsIds & { kind: 'CONGRATULATIONS' | 'THANKS'; memberId: MemberId }>(),
  'good-news.commented': carries<NewsIds & { commentId: Id<'GoodNewsComment'> }>(),
  'good-news.comment-withdrawn': carries<NewsIds & { commentId: Id<'GoodNewsComment'> }>(),
  'good-news.edited': carries<NewsIds>(),
  'good-news.withdrawn': carries<NewsIds>(),
};
export type GoodNewsEvent = EventOf<typeof goodNewsEvents>;
