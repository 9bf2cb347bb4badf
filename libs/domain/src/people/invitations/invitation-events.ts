import { carries, type EventOf, type Id, type MemberId } from '../../kernel/index.js';

export const invitationEvents = {
  'member.invited': carries<{ memberId: MemberId; invitationId: Id<'Invitation'> }>(),
};
export type InvitationEvent = EventOf<typeof invitationEvents>;
