import { wantsChange, type MemberId } from '@yoriai/domain/kernel';
import { canEditProfile, changeProfile, profileOf, type ProfileChanges } from '@yoriai/domain/people';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { membersStore } from '../members/members.store.js';

/** A member's own profile. */
export async function updateProfile(
  tx: TenantTx,
  { expectedVersion, ...changes }: ProfileChanges & { readonly expectedVersion?: number | null },
): Promise<MemberId> {
  const viewer = found(tx.viewer);
  const member = await membersStore.lock(tx, viewer.memberId);
  must(canEditProfile(viewer, member.id));
  const next = must(changeProfile(member, changes));
  if (!must(wantsChange(member, profileOf(next), expectedVersion))) return member.id;
  await membersStore.save(tx, member, next);
  await tx.publish([{ name: 'member.profile-changed', ids: { memberId: member.id } }]);
  return member.id;
}
