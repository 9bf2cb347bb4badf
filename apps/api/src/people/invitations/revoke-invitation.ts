import { canManageMembers, revokeInvitation as decide, type InvitationId } from '@yoriai/domain/people';
import { found, must } from '../../platform/errors/must.js';
import type { TenantTx } from '../../platform/work/tenant-tx.js';
import { invitationsStore } from './invitations.store.js';

/** The place stays on the roster; the link stops working. */
export async function revokeInvitation(tx: TenantTx, id: InvitationId): Promise<void> {
  must(canManageMembers(found(tx.viewer)));
  const invitation = await invitationsStore.lock(tx, id);
  await invitationsStore.save(tx, must(decide(invitation, tx.now)));
}
