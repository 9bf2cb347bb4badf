import { Injectable } from '@nestjs/common';
import type { IdsOfNotice } from '@yoriai/domain/notifications';
import type { GoodNews, GoodNewsId, GoodNewsFacts } from '@yoriai/domain/support';
import type { MemberId } from '@yoriai/domain/kernel';
import { Describes } from '../../notifications/notices.js';
import { memberById } from '../../people/members/members.loader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { goodNewsStore } from './good-news.store.js';

/** `whose` answers null for what the reader does not see. */
const facts = async <Ids extends { readonly goodNewsId: GoodNewsId }>(
  tx: TenantTx,
  all: readonly Ids[],
  whose: (news: GoodNews, ids: Ids) => MemberId | null,
): Promise<(GoodNewsFacts | null)[]> => {
  const wanted = [...new Set(all.map((ids) => ids.goodNewsId))];
  const known = new Map((await goodNewsStore.byIds(tx, wanted)).map((news) => [news.id, news]));
  const people = all.map((ids) => {
    const news = known.get(ids.goodNewsId);
    return news ? whose(news, ids) : null;
  });
  const members = await memberById.batch(tx, [...new Set(people.filter((id) => id !== null))]);
  return all.map((ids, i) => {
    const person = people[i] ? members.get(people[i]) : null;
    const news = known.get(ids.goodNewsId);
    return news && person ? { person: person.displayName, body: news.body } : null;
  });
};

@Injectable()
export class GoodNewsNotices {
  @Describes('good-news.posted')
  posted(tx: TenantTx, all: readonly IdsOfNotice['good-news.posted'][]) {
    return facts(tx, all, (news) => news.authorId);
  }

  @Describes('good-news.reaction')
  async reactions(tx: TenantTx, all: readonly IdsOfNotice['good-news.reaction'][]) {
    const wanted = [...new Set(all.map((ids) => ids.goodNewsId))];
    // A reaction that was taken back, or comes from a muted member, is missing.
    const standing = await goodNewsStore.reactionsOf(tx, wanted);
    const isThere = ({ goodNewsId, memberId, kind }: IdsOfNotice['good-news.reaction']) =>
      standing.some((one) => one.goodNewsId === goodNewsId && one.memberId === memberId && one.kind === kind);
    const words = await facts(tx, all, (_news, ids) => (isThere(ids) ? ids.memberId : null));
    return words.map(
      (one, i) =>
        one && {
          ...one,
          reaction: all[i]!.kind === 'THANKS' ? ('THANKS' as const) : ('CONGRATULATIONS' as const),
        },
    );
  }

  @Describes('good-news.comment')
  async comments(tx: TenantTx, all: readonly IdsOfNotice['good-news.comment'][]) {
    const ids = all.map(({ commentId }) => commentId);
    const authors = new Map(
      (await goodNewsStore.commentsByIds(tx, ids)).map((one) => [one.id, one.authorId]),
    );
    return facts(tx, all, (_news, { commentId }) => authors.get(commentId) ?? null);
  }
}
