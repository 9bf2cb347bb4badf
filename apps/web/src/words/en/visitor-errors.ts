import type { visitorErrors as ja } from '../ja/visitor-errors.js';
import type { WordsLike } from '../words-like.js';

export const visitorErrors: WordsLike<typeof ja> = {
  FORBIDDEN: 'You can’t do this. If you need it, ask your facilitator or the office.',
  NOT_FOUND: 'We couldn’t find that. It was removed, or it isn’t yours to see.',
  BAD_USER_INPUT: 'Please check what you entered.',
  CONFLICT: 'Somebody else changed this first. Reload to see it as it is now, then try again.',
  IDEMPOTENCY_CONFLICT: 'What you sent first stands. What you have here now has not been sent.',
  MEMBER_MISMATCH:
    'This page was opened by somebody other than who is signed in now. Nothing was sent. Please open the page anew.',
  UNAUTHENTICATED: 'Please sign in.',
  RATE_LIMITED: 'Too many tries in a short time. Wait about {{wait}}, then try again.',
  INTERNAL: 'Sorry, something broke on our side. Please try again in a little while.',
  OFFLINE: 'No connection. Try again once you are back online.',
  SLUG_TAKEN: 'Another organisation uses this short name. Please choose a different one.',
  REGISTRATION_CLOSED: 'New organisations can’t be registered at the moment.',
  INVITATION_EXPIRED: 'This invitation has expired. Ask whoever invited you to send it again.',
  INVITATION_USED: 'This invitation was used, or a newer one replaced it. Look for the latest mail.',
  INVITATION_NEEDS_SIGN_IN: 'This address already has an account. Sign in to accept the invitation.',
  INVITATION_FOR_SOMEONE_ELSE: 'This invitation is for somebody else. The person it names has to sign in.',
  ALREADY_MEMBER: 'Already a member.',
  PASSWORD_TOO_SHORT: 'Use at least {{min}} characters. A short sentence is easy to remember.',
  PASSWORD_TOO_LONG: 'Use at most {{max}} characters.',
  PASSWORD_TOO_COMMON: 'This password is common and easily guessed. Combine some other words.',
  SIGN_IN_FAILED: 'Wrong email address or password.',
  NO_MEMBERSHIP:
    'You belong to no organisation now. If you have an invitation or a joining code, start from there.',
  CODE_INVALID:
    'The code is wrong or has expired. Check that it is from the latest mail, or send for another one.',
  LINK_INVALID: 'This link no longer works. Please ask for a new one.',
  FRESH_CODE_NEEDED: 'To be safe, please enter the six-digit code we mail you.',
  GROUP_FULL: 'This group is full: all {{capacity}} places are taken.',
  GROUP_CLOSED: 'This group has ended.',
  ALREADY_IN_GROUP: 'Already in this group.',
  ALREADY_PROPOSED: 'Already proposed.',
  MEMBER_NOT_ADDABLE: 'This member can’t be added to a group now.',
  JOIN_LINK_OVER: 'This joining code has expired or was withdrawn. Ask whoever gave it to you for a new one.',
  MEETING_OVER: 'This meeting is over.',
  MEETING_CANCELLED: 'This meeting was cancelled.',
  NO_ONLINE_PART: 'This meeting can’t be joined online.',
};
