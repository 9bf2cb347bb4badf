import { canManageMembers, type InvitationId } from '@yoriai/domain/people';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { invitationsStore } from './invitations.store.js';
import { mustMayInvite, resend } from './write-invitation.js';

/** A new link; the one of the earlier mail stops working. */
export async function resendInvitation(tx: TenantTx, id: InvitationId): Promise<InvitationId> {
  must(canManageMembers(found(tx.viewer)));
  await mustMayInvite(tx, 1);
  return resend(tx, await invitationsStore.lock(tx, id));
}
