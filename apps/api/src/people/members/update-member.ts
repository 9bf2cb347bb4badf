import type { MemberId } from '@yoriai/domain/kernel';
import { canManageMembers, updateMember as decide, type MemberChanges } from '@yoriai/domain/people';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { membersStore } from './members.store.js';

/**
 * What the office changes. Role and state are read with every request and every live update, so that a change holds at once and in
 * this organisation alone; the session is its owner's, in every organisation of theirs.
 */
export async function updateMember(
  tx: TenantTx,
  { memberId, ...changes }: MemberChanges & { readonly memberId: MemberId },
): Promise<MemberId> {
  must(canManageMembers(found(tx.viewer)));
  const { member, admins } = await membersStore.lockWithOffice(tx, memberId);
  const { next, events } = must(decide(member, changes, { admins }));
  if (events.length > 0) {
    await membersStore.save(tx, member, next);
    await tx.publish(events);
  }
  return memberId;
}
