import { Module } from '@nestjs/common';
import { canSeeMember } from '@yoriai/domain/people';
import { AuthDb } from '../platform/auth/auth-db.js';
import { Sessions } from '../platform/auth/sessions.js';
import { Nodes } from '../platform/graphql/nodes.js';
import { AcceptInvitations } from './invitations/accept-invitation.js';
import { toInvitationType } from './invitations/invitation.type.js';
import { invitationById } from './invitations/invitations.loader.js';
import { InvitationsResolver } from './invitations/invitations.resolver.js';
import { SendInvitation } from './invitations/send-invitation.job.js';
import { AskToPhone } from './members/ask-to-phone.job.js';
import './members/describe-members.js';
import { toMemberType } from './members/member.type.js';
import { MembersResolver } from './members/members.resolver.js';
import { memberById } from './members/people.loader.js';
import { PasswordsResolver } from './passwords/passwords.resolver.js';
import { RequestPasswordReset } from './passwords/request-password-reset.js';
import { ResetPassword } from './passwords/reset-password.js';
import { SetPassword } from './passwords/set-password.js';
import { ProfilesResolver } from './profiles/profiles.resolver.js';
import { RosterReader } from './roster/roster-reader.js';
import { RosterResolver } from './roster/roster.resolver.js';
import { RevokeSession } from './sessions/revoke-session.js';
import { toSessionType } from './sessions/session.type.js';
import { SessionsResolver } from './sessions/sessions.resolver.js';
import { SignOut } from './sessions/sign-out.js';
import { SettingsResolver } from './settings/settings.resolver.js';
import { AccountResolver } from './sign-in/account.resolver.js';
import { accounts } from './sign-in/accounts.js';
import { BeginSession } from './sign-in/begin-session.js';
import { MailCodes } from './sign-in/mail-codes.js';
import { OpenIdConnectController } from './sign-in/open-id-connect.controller.js';
import { ProveAddress } from './sign-in/prove-address.js';
import { RequestSignInCode } from './sign-in/request-sign-in-code.js';
import { SignInTries } from './sign-in/sign-in-tries.js';
import { SignInWithCode } from './sign-in/sign-in-with-code.js';
import { SignIn } from './sign-in/sign-in.js';
import { toUserType } from './sign-in/user.type.js';

@Module({
  controllers: [OpenIdConnectController],
  providers: [
    AcceptInvitations,
    InvitationsResolver,
    SendInvitation,
    MembersResolver,
    AskToPhone,
    ProfilesResolver,
    PasswordsResolver,
    RequestPasswordReset,
    ResetPassword,
    SetPassword,
    RosterReader,
    RosterResolver,
    SessionsResolver,
    RevokeSession,
    SignOut,
    SettingsResolver,
    AccountResolver,
    BeginSession,
    MailCodes,
    ProveAddress,
    RequestSignInCode,
    SignIn,
    SignInTries,
    SignInWithCode,
  ],
  exports: [BeginSession, ProveAddress],
})
export class PeopleModule {
  constructor(nodes: Nodes, db: AuthDb, sessions: Sessions) {
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
      const session = (await sessions.ofUser(userId)).find((one) => one.id === id);
      return session ? toSessionType(session, sessionId) : null;
    });
  }
}
