import {
  days,
  err,
  isBefore,
  ok,
  plus,
  type Id,
  type Instant,
  type MemberId,
  type Result,
} from '../../kernel/index.js';

export type InvitationId = Id<'Invitation'>;

/** How long an invitation can be taken up, in milliseconds: 14 days from its last mail. */
export const invitationLife = days(14);

/**
 * People whom an organisation can invite before its first admin has shown that their own address is theirs: enough to begin, too
 * few to be a nuisance to strangers.
 */
export const unprovenInvitations = 50;

/** A place kept for a person. The link goes by mail only and works once. */
export interface Invitation {
  readonly id: InvitationId;
  /** The member whose place is kept. */
  readonly memberId: MemberId;
  readonly email: string;
  readonly invitedBy: MemberId | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  /** Null until its mail has been ordered. */
  readonly sentAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly version: number;
}

export interface InvitationExpired {
  readonly code: 'INVITATION_EXPIRED';
}
/** Taken up already, or replaced by a newer mail. */
export interface InvitationUsed {
  readonly code: 'INVITATION_USED';
}
/** The address has an account: its own sign-in must come first, and no password is set here. */
export interface InvitationNeedsSignIn {
  readonly code: 'INVITATION_NEEDS_SIGN_IN';
}
/** Signed in as another person than the one who was invited. */
export interface InvitationForSomeoneElse {
  readonly code: 'INVITATION_FOR_SOMEONE_ELSE';
}
/** The person with this address is a member here. */
export interface AlreadyMember {
  readonly code: 'ALREADY_MEMBER';
}
/** More mails go out once the sender's own address is proven by a code; until then at most `limit`, one each. */
export interface EmailUnproven {
  readonly code: 'EMAIL_UNPROVEN';
  readonly limit: number;
}
export type InvitationError =
  | InvitationExpired
  | InvitationUsed
  | InvitationNeedsSignIn
  | InvitationForSomeoneElse
  | AlreadyMember
  | EmailUnproven;

/** Whether so many more people may be mailed by an admin whose own address is unproven. Errors: EMAIL_UNPROVEN. */
export const mayInviteUnproven = (invited: number, more: number): Result<true, EmailUnproven> =>
  invited + more <= unprovenInvitations
    ? ok(true)
    : err({ code: 'EMAIL_UNPROVEN', limit: unprovenInvitations });

/** Sending again gives a new link and 14 more days; the link of the earlier mail stops working. Errors: INVITATION_USED. */
export function sendInvitation(invitation: Invitation, now: Instant): Result<Invitation, InvitationUsed> {
  if (invitation.acceptedAt || invitation.revokedAt) return err({ code: 'INVITATION_USED' });
  return ok({ ...invitation, sentAt: now, expiresAt: plus(now, invitationLife) });
}

export function revokeInvitation(invitation: Invitation, now: Instant): Result<Invitation, InvitationUsed> {
  if (invitation.acceptedAt) return err({ code: 'INVITATION_USED' });
  return ok({ ...invitation, revokedAt: invitation.revokedAt ?? now });
}

/** An invitation is taken up once, by one person, in time. Errors: INVITATION_USED, INVITATION_EXPIRED. */
export function acceptInvitation(
  invitation: Invitation,
  now: Instant,
): Result<Invitation, InvitationUsed | InvitationExpired> {
  if (invitation.acceptedAt || invitation.revokedAt) return err({ code: 'INVITATION_USED' });
  if (!isBefore(now, invitation.expiresAt)) return err({ code: 'INVITATION_EXPIRED' });
  return ok({ ...invitation, acceptedAt: now });
}
