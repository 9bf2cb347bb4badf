import { facilitatorsOf, type Group } from '@yoriai/domain/groups';
import type { MemberId } from '@yoriai/domain/kernel';
import * as support from '@yoriai/domain/support';
import { groupById } from '../../groups/group/groups.loader.js';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportRequestsStore, type SeenRequest } from '../requests/support-requests.store.js';
import { worriesStore } from './worries.store.js';
import { repliesStore } from '../replies/replies.store.js';

export interface WorryInput {
  readonly requestId: support.SupportRequestId;
  readonly replyId: support.SupportReplyId | null;
  readonly note: string | null;
}

/** この人が心配, for the facilitators alone. */
export async function tellOfWorry(tx: TenantTx, input: WorryInput): Promise<true> {
  const viewer = found(tx.viewer);
  const request = found((await supportRequestsStore.byIds(tx, [input.requestId]))[0]);
  const concerned = await concernedBy(tx, request, input.replyId);
  must(support.canWorry(viewer, { ...request, mine: concerned.mine }));
  const group = await groupOf(tx, request);
  const facts = {
    id: tx.newId<'SupportWorry'>(),
    teller: viewer.memberId,
    concerned: concerned.memberId,
    facilitators: group ? facilitatorsOf(group).map(({ memberId }) => memberId) : [],
    audience: new Set(await audiences.membersOf(tx, request.audienceId)),
    now: tx.now,
  };
  const { worry, to, events } = must(support.tellOfWorry(request, input, facts));
  await worriesStore.insert(tx, worry, await audiences.facilitators(tx, found(group).id, to));
  await tx.publish(events);
  return true;
}

/** Whom one worries about, as far as it is known; `mine`: the viewer is it. */
async function concernedBy(
  tx: TenantTx,
  request: SeenRequest,
  replyId: support.SupportReplyId | null,
): Promise<{ memberId: MemberId | null; mine: boolean }> {
  if (replyId === null) return { memberId: request.authorId, mine: request.mine };
  const reply = found((await repliesStore.byIds(tx, [replyId]))[0]);
  found(reply.requestId === request.id ? reply : null);
  if (reply.byAsker) return { memberId: request.authorId, mine: request.mine };
  return { memberId: reply.authorId, mine: reply.authorId === found(tx.viewer).memberId };
}

/** The request's group, as far as the viewer knows it. */
const groupOf = async (tx: TenantTx, { groupId }: SeenRequest): Promise<Group | null> =>
  (groupId && (await groupById.batch(tx, [groupId])).get(groupId)) || null;
