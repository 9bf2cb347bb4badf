import * as support from '@yoriai/domain/support';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportRequestsStore } from '../requests/support-requests.store.js';
import { repliesStore } from './replies.store.js';

export interface Reply {
  readonly requestId: support.SupportRequestId;
  readonly body: string;
  readonly gives: support.SupportType | null;
}

export async function replyToSupportRequest(tx: TenantTx, input: Reply): Promise<support.SupportReplyId> {
  const viewer = found(tx.viewer);
  const request = found(await supportRequestsStore.lock(tx, input.requestId));
  must(support.canReply(viewer, request));
  const writer = { memberId: viewer.memberId, isAsker: request.mine };
  const written = { id: tx.newId<'SupportReply'>(), body: input.body, gives: input.gives };
  const { next, reply, events } = must(support.replyToSupportRequest(request, writer, written, tx.now));
  await Promise.all([
    repliesStore.insert(tx, next, reply),
    supportRequestsStore.save(tx, next),
    tx.publish(events),
  ]);
  return reply.id;
}
