import type { InvitationId } from '@yoriai/domain/people';
import { defineLoader } from '../../platform/graphql/loader.js';
import { invitationsStore } from './invitations.store.js';

/** For admins; no one else sees any. */
export const invitationById = defineLoader('invitationById', (tx, ids: readonly InvitationId[]) =>
  invitationsStore.byIds(tx, ids),
);
