import type { SupportReplyId } from '@yoriai/domain/support';
import { describeNotices } from '../../notifications/describe.js';
import { factsOfSeen } from '../requests/notices.js';
import { repliesStore } from './replies.store.js';

describeNotices(['support.reply'], async (tx, all) => {
  const said = await repliesStore.byIds(
    tx,
    all.map(({ replyId }) => replyId as SupportReplyId),
  );
  return factsOfSeen(
    tx,
    all,
    said,
    ({ replyId }) => replyId,
    ({ authorId }) => authorId,
  );
});
