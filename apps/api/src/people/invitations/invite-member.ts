import { plus, type GroupId, type MemberId } from '@yoriai/domain/kernel';
import {
  canManageMembers,
  changeProfile,
  invitationLife,
  mayEnter,
  mayInviteUnproven,
  newMember,
  readEmail,
  revokeInvitation as decideToRevoke,
  sendInvitation,
  type Invitation,
  type InvitationId,
  type TenantRole,
} from '@yoriai/domain/people';
import { addGroupMember } from '../../groups/memberships/add-group-member.js';
import { readdressPlace } from '../../groups/memberships/readdress-place.js';
import { found, must, refuse } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { invitationsStore } from './invitations.store.js';
import { lockDirectory } from '../members/lock-directory.js';
import { membersStore } from '../members/members.store.js';

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
 * Keeps a place for somebody and has them mailed a link. Inviting an address again sends a new link; who has left can be
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

/** An organisation that has nobody yet: its first admin gets a place and a link, sent by whoever runs the installation. */
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

export async function resendInvitation(tx: TenantTx, id: InvitationId): Promise<InvitationId> {
  must(canManageMembers(found(tx.viewer)));
  await mustMayInvite(tx, 1);
  return resend(tx, await invitationsStore.lock(tx, id));
}

/** The place stays on the roster; the link stops working. */
export async function revokeInvitation(tx: TenantTx, id: InvitationId): Promise<void> {
  must(canManageMembers(found(tx.viewer)));
  const invitation = await invitationsStore.lock(tx, id);
  await invitationsStore.save(tx, must(decideToRevoke(invitation, tx.now)));
}

/** An admin who has not shown that their own address is theirs cannot have the world written to. */
export async function mustMayInvite(tx: TenantTx, people: number): Promise<void> {
  if (tx.viewer?.unproven) must(mayInviteUnproven(await invitationsStore.countMails(tx), people));
}

/**
 * A new invitation, mailed at once or when the office says so. To another address than the place was kept for, it is for somebody whom the
 * groups that keep the place have not been asked about: `proposed` tells how many of them now are.
 */
export async function invite(
  tx: TenantTx,
  memberId: MemberId,
  email: string,
  send: boolean,
  by?: MemberId,
): Promise<{ readonly id: InvitationId; readonly proposed: number }> {
  const asker = tx.viewer?.memberId ?? by;
  const elsewhere = (await invitationsStore.latestAddress(tx, memberId)) !== email;
  const proposed = elsewhere && asker ? await readdressPlace(tx, memberId, asker) : 0;
  const invitation: Invitation = {
    id: tx.newId<'Invitation'>(),
    memberId,
    email,
    invitedBy: tx.viewer?.memberId ?? null,
    createdAt: tx.now,
    expiresAt: plus(tx.now, invitationLife),
    sentAt: send ? tx.now : null,
    acceptedAt: null,
    revokedAt: null,
    version: 1,
  };
  await invitationsStore.insert(tx, invitation);
  if (send) await announce(tx, invitation);
  return { id: invitation.id, proposed };
}

export async function resend(tx: TenantTx, invitation: Invitation): Promise<InvitationId> {
  const next = must(sendInvitation(invitation, tx.now));
  await invitationsStore.save(tx, next);
  await announce(tx, next);
  return next.id;
}

const announce = (tx: TenantTx, { id, memberId }: Invitation): Promise<void> =>
  tx.publish([{ name: 'member.invited', ids: { memberId, invitationId: id } }]);
