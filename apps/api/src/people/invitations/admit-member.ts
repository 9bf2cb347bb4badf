import type { MemberId, UserId } from '@yoriai/domain/kernel';
import { changeProfile, enter, newMember, type ProfileChanges, type TenantRole } from '@yoriai/domain/people';
import { must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { invitationsStore } from './invitations.store.js';
import { lockDirectory } from '../members/lock-directory.js';
import { membersStore } from '../members/members.store.js';

export interface AdmitMember extends ProfileChanges {
  readonly userId: UserId;
  /** Proven: a place that was kept for this address is theirs. */
  readonly email: string;
  readonly displayName: string;
  readonly role?: TenantRole;
}

/**
 * A person with an account becomes a member: in the place they had or that was kept for them, otherwise in a new one. For the
 * system only (registration, joining by code).
 */
export async function admitMember(
  tx: TenantTx,
  { userId, email, role = 'MEMBER', ...about }: AdmitMember,
): Promise<MemberId> {
  await lockDirectory(tx);
  const known = await membersStore.byUser(tx, userId);
  if (known?.status === 'ACTIVE') return known.id;
  const invitation = known ? null : await invitationsStore.openFor(tx, { email });
  const kept = known ?? (invitation && (await membersStore.lock(tx, invitation.memberId)));
  // A former member left words behind that are theirs alone.
  if (kept && kept.userId !== null && kept.userId !== userId) refuse({ code: 'INVITATION_FOR_SOMEONE_ELSE' });
  if (kept) {
    // The form was blank: a box that was left so says nothing about what the office had entered.
    const said = Object.fromEntries(Object.entries(about).filter(([, text]) => (text ?? '').trim() !== ''));
    const { next, events } = must(enter(must(changeProfile(kept, said)), userId));
    await membersStore.save(tx, kept, next);
    if (invitation) await invitationsStore.save(tx, { ...invitation, acceptedAt: tx.now });
    await tx.publish(events);
    return kept.id;
  }
  const member = must(newMember(tx.newId<'Member'>(), about, { userId, role }));
  await membersStore.insert(tx, member);
  await tx.publish([{ name: 'member.joined', ids: { memberId: member.id } }]);
  return member.id;
}
