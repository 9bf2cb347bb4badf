import type { MemberId } from '@yoriai/domain/kernel';
import type { InvitationId } from '@yoriai/domain/people';
import { defineLoader } from '../../platform/graphql/loader.js';
import { invitationsStore } from '../invitations/invitations.store.js';
import { membersStore } from './members.store.js';

export const memberById = defineLoader('memberById', (tx, ids: readonly MemberId[]) =>
  membersStore.byIds(tx, ids),
);
/** To the office and to oneself; of people who are only invited, where the invitation went. */
export const addressOfMember = defineLoader('addressOfMember', (tx, ids: readonly MemberId[]) =>
  membersStore.addresses(tx, ids),
);
/** For admins; nobody else sees any. */
export const invitationById = defineLoader('invitationById', (tx, ids: readonly InvitationId[]) =>
  invitationsStore.byIds(tx, ids),
);
