import type { InvitationError } from './invitations/invitation.js';
import type { MemberError } from './members/member.js';
import type { PasswordError } from './passwords/password.js';
import type { RosterError } from './roster/roster.js';
import type { SignInError } from './sign-in/sign-in.js';

/** Everything that can go wrong with people in an expected way. */
export type PeopleError = MemberError | InvitationError | PasswordError | SignInError | RosterError;
