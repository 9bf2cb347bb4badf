import { isInGroup, leadsGroup } from '@yoriai/domain/groups';
import type { AudienceId, GroupId, MemberId, PlainDate } from '@yoriai/domain/kernel';
import { hardTimeSince } from '@yoriai/domain/support';
import { groupById } from '../../groups/group/groups.loader.js';
import { audiences } from '../../platform/audiences/audiences.js';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { giveAndTakeStore } from './give-and-take.store.js';
import { tenantOf } from '../../tenancy/tenant-of.js';

export interface HardTime {
  /** Of whom a facilitator notes it, in which group; null for the member's own. */
  readonly about: { readonly groupId: GroupId; readonly memberId: MemberId } | null;
  /** Null takes it back. */
  readonly since: PlainDate | null;
}

/**
 * 大変な時期: a day and no word. A member's own note is hidden from all others; a facilitator's is read by those who facilitate at that time.
 * To all others the group does not exist here.
 */
export async function noteHardTime(tx: TenantTx, { about, since }: HardTime): Promise<void> {
  const viewer = found(tx.viewer);
  const day = since === null ? null : must(hardTimeSince(since, tx.now, (await tenantOf(tx)).timeZone));
  const audienceId = about
    ? await facilitatorsOver(tx, about, viewer.memberId)
    : await audiences.self(tx, viewer.memberId);
  await giveAndTakeStore.noteHardTime(tx, {
    audienceId,
    groupId: about?.groupId ?? null,
    memberId: about?.memberId ?? viewer.memberId,
    since: day,
  });
}

async function facilitatorsOver(
  tx: TenantTx,
  { groupId, memberId }: NonNullable<HardTime['about']>,
  viewer: MemberId,
): Promise<AudienceId> {
  const group = found((await groupById.batch(tx, [groupId])).get(groupId));
  found(leadsGroup(group, viewer) && isInGroup(group, memberId) ? group : null);
  return audiences.facilitators(tx, groupId);
}
