import * as goodNews from '@yoriai/domain/support';
import { canPostSupportRequest } from '@yoriai/domain/groups';
import { markFirstContent } from '../../groups/group/mark-first-content.js';
import { groupById } from '../../groups/group/groups.loader.js';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { goodNewsStore } from './good-news.store.js';

/** うれしい報告 to the group as it is now, or to the whole tenant. */
export async function postGoodNews(tx: TenantTx, draft: goodNews.NewsDraft): Promise<goodNews.GoodNewsId> {
  const viewer = found(tx.viewer);
  const groupId = must(goodNews.newsGroup(draft));
  if (groupId) {
    const group = found((await groupById.batch(tx, [groupId])).get(groupId));
    must(canPostSupportRequest(viewer, group));
    await markFirstContent(tx, groupId);
  }
  const facts = {
    id: tx.newId<'GoodNews'>(),
    author: viewer.memberId,
    audienceId: await (groupId ? audiences.groupAtEpoch(tx, groupId) : audiences.tenant(tx)),
    now: tx.now,
  };
  const { next, events } = must(goodNews.postGoodNews(draft, facts));
  await goodNewsStore.insert(tx, next);
  await tx.publish(events);
  return next.id;
}
