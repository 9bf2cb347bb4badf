import type { MemberId } from '@yoriai/domain/kernel';
import * as support from '@yoriai/domain/support';
import { memberById } from '../../people/members/members.loader.js';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { mutesStore } from './mutes.store.js';

/** Known only to the member who mutes: no event, no trace. */
export async function muteMember(tx: TenantTx, memberId: MemberId): Promise<void> {
  const viewer = found(tx.viewer);
  must(support.muteMember(viewer.memberId, memberId));
  found((await memberById.batch(tx, [memberId])).get(memberId));
  await mutesStore.mute(tx, viewer.memberId, memberId);
}

export async function unmuteMember(tx: TenantTx, memberId: MemberId): Promise<void> {
  found((await memberById.batch(tx, [memberId])).get(memberId));
  await mutesStore.unmute(tx, found(tx.viewer).memberId, memberId);
}
