import type { InvitationError } from './invitation.js';
import type { MemberError } from './member.js';
import type { PasswordError } from './password.js';
import type { RosterError } from './roster.js';
import type { SignInError } from './sign-in.js';

/** Everything that can go wrong with people in an expected way. */
export type PeopleError = MemberError | InvitationError | PasswordError | SignInError | RosterError;
