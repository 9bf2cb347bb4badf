import { Module } from '@nestjs/common';
import { canSeeMember, type peopleEvents } from '@yoriai/domain/people';
import { AuthDb } from '../platform/auth/auth-db.js';
import { Nodes } from '../platform/graphql/nodes.js';
import { AskToPhone } from './sign-in/ask-to-phone.job.js';
import './members/describe-members.js';
import { AcceptInvitations } from './invitations/accept-invitation.js';
import { AccountResolver } from './sign-in/account.resolver.js';
import { accounts } from './sign-in/accounts.js';
import { toInvitationType } from './invitations/invitation.type.js';
import { InvitationsResolver } from './invitations/invitations.resolver.js';
import { MailCodes } from './sign-in/mail-codes.js';
import { toMemberType } from './members/member.type.js';
import { MembersResolver } from './members/members.resolver.js';
import { OpenIdConnectController } from './sign-in/open-id-connect.controller.js';
import { invitationById, memberById } from './members/people.loader.js';
import { RosterReader } from './roster/roster-reader.js';
import { RosterResolver } from './roster/roster.resolver.js';
import { SendInvitation } from './invitations/send-invitation.job.js';
import { SignIn } from './sign-in/sign-in.js';
import { toSessionType, toUserType } from './sign-in/user.type.js';

/** What nobody but the audit trail reads yet. */
export const unreadPeopleEvents = [
  'member.added',
  'member.profile-changed',
  'member.role-changed',
  'roster.imported',
] as const satisfies readonly (typeof peopleEvents)[number][];

@Module({
  controllers: [OpenIdConnectController],
  providers: [
    AcceptInvitations,
    AccountResolver,
    AskToPhone,
    InvitationsResolver,
    MailCodes,
    MembersResolver,
    RosterReader,
    RosterResolver,
    SendInvitation,
    SignIn,
  ],
  exports: [SignIn],
})
export class PeopleModule {
  constructor(nodes: Nodes, db: AuthDb) {
    nodes.add('Member', async (context, id) => {
      const member = await context.load(memberById, id as never);
      return member && canSeeMember(context.me(), member).ok ? toMemberType(member) : null;
    });
    nodes.add('Invitation', async (context, id) => {
      const invitation =
        context.me().role === 'ADMIN' ? await context.load(invitationById, id as never) : null;
      return invitation && toInvitationType(invitation);
    });
    nodes.add('User', async (context, id) => {
      if (id !== context.user().userId) return null;
      const account = await accounts.byId(db.sql, context.user().userId);
      return account && toUserType(account);
    });
    nodes.add('Session', async (context, id) => {
      const { userId, sessionId } = context.user();
      const session = (await accounts.sessionsOf(db.sql, userId)).find((one) => one.id === id);
      return session ? toSessionType(session, sessionId) : null;
    });
  }
}
