import { notify } from '../../notifications/notify.js';
import { audiences } from '../../platform/audiences/audiences.js';
import { Reads, type StoredEvent } from '../../platform/outbox/reader.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { goodNewsStore } from './good-news.store.js';

const heard = ['good-news.posted', 'good-news.reacted', 'good-news.commented'] as const;

/** The group is notified of its news; news for the whole tenant notifies no one. The author is notified of each おめでとう once and of each comment. */
@Reads({ reader: 'good-news.tell', events: heard, queue: 'normal' })
export class TellOfGoodNews {
  async handle(
    tx: TenantTx,
    { name, ids, actorId: about }: StoredEvent<(typeof heard)[number]>,
  ): Promise<void> {
    const [news] = await goodNewsStore.byIds(tx, [ids.goodNewsId]);
    if (!news) return;
    const goodNewsId = news.id;
    switch (name) {
      case 'good-news.posted': {
        if (news.audience === 'TENANT') return;
        const to = await audiences.membersOf(tx, news.audienceId);
        return notify(tx, { kind: 'good-news.posted', to, ids: { goodNewsId }, once: goodNewsId, about });
      }
      case 'good-news.reacted': {
        const { kind, memberId } = ids;
        const once = `${goodNewsId}:${memberId}:${kind}`;
        const told = { goodNewsId, memberId, kind };
        return notify(tx, { kind: 'good-news.reaction', to: [news.authorId], ids: told, once, about });
      }
      default: {
        const { commentId } = ids;
        const told = { goodNewsId, commentId };
        return notify(tx, {
          kind: 'good-news.comment',
          to: [news.authorId],
          ids: told,
          once: commentId,
          about,
        });
      }
    }
  }
}
