import {
  badInput,
  ok,
  required,
  type AudienceId,
  type GroupId,
  type Instant,
  type MemberId,
  type Result,
} from '../../kernel/index.js';
import {
  type GoodNewsId,
  type GoodNewsAudience,
  type GoodNews,
  goodNewsLimits,
  type GoodNewsError,
  goodNewsIds,
} from './good-news.js';
import type { GoodNewsEvent } from './good-news-events.js';

export interface NewsDraft {
  readonly groupId: GroupId | null;
  readonly audience: GoodNewsAudience;
  readonly body: string;
}

/** A group's news needs its group; news for all has none. */
export function newsGroup(
  draft: Pick<NewsDraft, 'groupId' | 'audience'>,
): Result<GroupId | null, GoodNewsError> {
  if (draft.audience === 'TENANT') return draft.groupId ? badInput('groupId', 'MALFORMED') : ok(null);
  return draft.groupId ? ok(draft.groupId) : badInput('groupId', 'REQUIRED');
}

/** Up to 2,000 characters. Nothing of it counts anywhere: neither in give and take nor in figures. */
export function postGoodNews(
  draft: NewsDraft,
  facts: {
    readonly id: GoodNewsId;
    readonly author: MemberId;
    readonly audienceId: AudienceId;
    readonly now: Instant;
  },
): Result<{ next: GoodNews; events: readonly GoodNewsEvent[] }, GoodNewsError> {
  const group = newsGroup(draft);
  if (!group.ok) return group;
  const body = required('body', draft.body, goodNewsLimits.body);
  if (!body.ok) return body;
  const next: GoodNews = {
    id: facts.id,
    groupId: group.value,
    audience: draft.audience,
    audienceId: facts.audienceId,
    authorId: facts.author,
    body: body.value,
    createdAt: facts.now,
    withdrawnAt: null,
    version: 1,
  };
  return ok({ next, events: [{ name: 'good-news.posted', ids: goodNewsIds(next) }] });
}
