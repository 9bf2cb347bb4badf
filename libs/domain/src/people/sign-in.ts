import { badInput, days, fold, minutes, ok, type BadUserInput, type Result } from '../kernel/index.js';

/** Milliseconds, tries and counts of signing in. */
export const signInLimits = {
  /** 90 days on one's own phone, counted from the last visit. */
  session: days(90),
  code: { digits: 6, lives: minutes(10), tries: 5, perAddressAndHour: 5 },
  /** How long a reset link works. */
  reset: minutes(60),
  /** A session this young may change the password without a fresh code. */
  fresh: minutes(10),
  failures: { perAccount: 10, perNetworkAddress: 100, within: minutes(15) },
  successes: { perNetworkAddress: 60, within: minutes(1) },
} as const;

/** Wrong address or wrong password: which of the two is nobody's business. */
export interface SignInFailed {
  readonly code: 'SIGN_IN_FAILED';
}
/** The code is wrong, too old, used up, or was asked for in another browser. */
export interface CodeInvalid {
  readonly code: 'CODE_INVALID';
}
/** The link was used, has been replaced or is too old. */
export interface LinkInvalid {
  readonly code: 'LINK_INVALID';
}
/** The session is too old for this: a sign-in code from the mail goes with it. */
export interface FreshCodeNeeded {
  readonly code: 'FRESH_CODE_NEEDED';
}
/** Too often; after so many seconds it can be tried again. */
export interface RateLimited {
  readonly code: 'RATE_LIMITED';
  readonly retryAfterSeconds?: number;
}
/** Signed in, but a member of no organisation: an invitation or a join code is needed. */
export interface NoMembership {
  readonly code: 'NO_MEMBERSHIP';
}
export type SignInError =
  SignInFailed | CodeInvalid | LinkInvalid | FreshCodeNeeded | NoMembership | RateLimited;

/** A code as it was typed: six digits, of any width, with or without spaces or a hyphen. */
export function readMailCode(text: string): Result<string, BadUserInput> {
  const code = fold(text.slice(0, 40)).replace(/[\s-]/g, '');
  return /^\d{6}$/.test(code) ? ok(code) : badInput('code', 'MALFORMED');
}
