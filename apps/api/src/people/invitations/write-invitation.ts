import { plus, type MemberId } from '@yoriai/domain/kernel';
import {
  invitationLife,
  mayInviteUnproven,
  sendInvitation,
  type Invitation,
  type InvitationId,
} from '@yoriai/domain/people';
import { readdressPlace } from '../../groups/memberships/readdress-place.js';
import { must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { invitationsStore } from './invitations.store.js';

/** An admin who has not shown that their own address is theirs cannot have the world written to. */
export async function mustMayInvite(tx: TenantTx, people: number): Promise<void> {
  if (tx.viewer?.unproven) must(mayInviteUnproven(await invitationsStore.countMails(tx), people));
}

/**
 * A new invitation, mailed at once or when the office says so. To another address than the place was kept for, it is for a person whom the
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
