import type { GroupId, MemberId } from '@yoriai/domain/kernel';
import {
  canManageMembers,
  changeProfile,
  mayEnter,
  newMember,
  readEmail,
  type InvitationId,
  type TenantRole,
} from '@yoriai/domain/people';
import { addGroupMember } from '../../groups/memberships/add-group-member.js';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { lockDirectory } from '../members/lock-directory.js';
import { membersStore } from '../members/members.store.js';
import { invitationsStore } from './invitations.store.js';
import { invite, mustMayInvite, resend } from './write-invitation.js';

export interface InviteMember {
  readonly email: string;
  readonly displayName: string;
  readonly kana?: string | null;
  readonly role?: TenantRole | null;
  readonly groupId?: GroupId | null;
  /** Looks up which member of this tenant has an account with the address. */
  readonly memberWithEmail: (email: string) => Promise<MemberId | null>;
}

/**
 * Keeps a place for a person and has them mailed a link. Inviting an address again sends a new link; who has left can be
 * invited back into their old place.
 */
export async function inviteMember(tx: TenantTx, input: InviteMember): Promise<InvitationId> {
  must(canManageMembers(found(tx.viewer)));
  const email = must(readEmail('email', input.email));
  await lockDirectory(tx);
  await mustMayInvite(tx, 1);
  const about = { displayName: input.displayName, ...(input.kana ? { kana: input.kana } : {}) };
  const open = await invitationsStore.openFor(tx, { email });
  const memberId = open?.memberId ?? (await input.memberWithEmail(email));
  const known = memberId && (await membersStore.lock(tx, memberId));
  if (known && !open) {
    if (mayEnter(known.status)) refuse({ code: 'ALREADY_MEMBER' });
    if (known.status !== 'ALUMNI') refuse({ code: 'NOT_FOUND' });
  }
  const member =
    known ?? must(newMember(tx.newId<'Member'>(), about, { userId: null, role: input.role ?? 'MEMBER' }));
  if (!known) {
    await membersStore.insert(tx, member);
    await tx.publish([{ name: 'member.added', ids: { memberId: member.id } }]);
  } else if (known.status === 'INVITED') {
    await membersStore.save(tx, known, {
      ...must(changeProfile(known, about)),
      role: input.role ?? known.role,
    });
  }
  const id = open ? await resend(tx, open) : (await invite(tx, member.id, email, true)).id;
  if (input.groupId) await addGroupMember(tx, { groupId: input.groupId, memberId: member.id });
  return id;
}

/** An organisation without members: its first admin gets a place and a link, sent by the operator of the installation. */
export async function inviteFirstAdmin(
  tx: TenantTx,
  admin: { readonly email: string; readonly displayName: string },
): Promise<InvitationId> {
  const email = must(readEmail('email', admin.email));
  const { displayName } = admin;
  const member = must(newMember(tx.newId<'Member'>(), { displayName }, { userId: null, role: 'ADMIN' }));
  await membersStore.insert(tx, member);
  await tx.publish([{ name: 'member.added', ids: { memberId: member.id } }]);
  return (await invite(tx, member.id, email, true)).id;
}
