import type { MemberId, UserId } from '@yoriai/domain/kernel';
import { canManageMembers, updateMember as decide, type MemberChanges } from '@yoriai/domain/people';
import { found, must } from '../platform/errors/must.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { membersStore } from './members.store.js';

/** What the office changes. Answers with the user whose open sessions must end, if any. */
export async function updateMember(
  tx: TenantTx,
  { memberId, ...changes }: MemberChanges & { readonly memberId: MemberId },
): Promise<{ memberId: MemberId; shutOut: UserId | null }> {
  must(canManageMembers(found(tx.viewer)));
  const { member, admins } = await membersStore.lockWithOffice(tx, memberId);
  const { next, events, shutOut } = must(decide(member, changes, { admins }));
  if (events.length > 0) {
    await membersStore.save(tx, member, next);
    await tx.publish(events);
  }
  return { memberId, shutOut: shutOut ? member.userId : null };
}
