import { canPostSupportRequest, isInGroup, type Group } from '@yoriai/domain/groups';
import { plus, type AudienceId } from '@yoriai/domain/kernel';
import * as support from '@yoriai/domain/support';
import { markFirstContent } from '../../groups/group/mark-first-content.js';
import { groupById } from '../../groups/group/groups.loader.js';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must, refuse } from '../../platform/errors/must.js';
import { search } from '../../platform/search/search.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { supportRequestsStore } from './support-requests.store.js';

/** A member asks for support. Answers with the id alone: who reads it next reads it as they may. */
export async function postSupportRequest(
  tx: TenantTx,
  draft: support.RequestDraft,
): Promise<support.SupportRequestId> {
  const viewer = found(tx.viewer);
  const rule = must(support.audienceRule(viewer.memberId, draft));
  const group = draft.groupId && found((await groupById.batch(tx, [draft.groupId])).get(draft.groupId));
  if (group) {
    must(canPostSupportRequest(viewer, group));
    if (draft.audience === 'GROUP') await markFirstContent(tx, group.id);
  }
  const audienceId = await audienceOf(tx, rule, group || null);
  const { next, events } = must(
    support.postSupportRequest(draft, {
      id: tx.newId<'SupportRequest'>(),
      author: viewer.memberId,
      audienceId,
      readers: draft.anonymous
        ? await supportRequestsStore.readers(tx, await audiences.membersOf(tx, audienceId))
        : [],
      now: tx.now,
    }),
  );
  await supportRequestsStore.insert(tx, next, viewer.memberId);
  await makeFindable(tx, next);
  await tx.at(plus(tx.now, support.askAfter), expiryTimer(next.id));
  await tx.publish(events);
  return next.id;
}

async function audienceOf(
  tx: TenantTx,
  rule: support.AudienceRule,
  group: Group | null,
): Promise<AudienceId> {
  switch (rule.kind) {
    case 'TENANT':
      return audiences.tenant(tx);
    case 'GROUP_NOW':
      return audiences.groupNow(tx, rule.groupId);
    case 'GROUP_AT_EPOCH':
      return audiences.groupAtEpoch(tx, rule.groupId);
    case 'CHOSEN': {
      const known = await supportRequestsStore.activeAmong(tx, rule.memberIds);
      if (known.length < rule.memberIds.length) refuse({ code: 'NOT_FOUND' });
      // Chosen among the people of a group, they read it as its people.
      return audiences.chosen(
        tx,
        rule.memberIds,
        group && rule.memberIds.every((id) => isInGroup(group, id)) ? group.id : null,
      );
    }
  }
}

/** Title and words, in the request's own audience. */
export const makeFindable = (tx: TenantTx, request: support.SupportRequest): Promise<void> =>
  search.index(tx, {
    kind: 'support-request',
    id: request.id,
    audienceId: request.audienceId,
    text: `${request.title}\n${request.body}`,
    at: request.createdAt,
  });

export const expiryTimer = (requestId: support.SupportRequestId) =>
  ({
    name: 'support.expiry',
    key: requestId,
    ids: { requestId },
  }) as const;
