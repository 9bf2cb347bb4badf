import {
  badInput,
  days,
  fold,
  hours,
  minutes,
  ok,
  type BadUserInput,
  type Instant,
  type Result,
} from '../../kernel/index.js';

/** Milliseconds, tries and counts of signing in. */
export const signInLimits = {
  /** 90 days on a member's own phone, counted from the last visit. */
  session: days(90),
  code: { digits: 6, lives: minutes(10), tries: 5 },
  /** How long a reset link works. */
  reset: minutes(60),
  /** A session this young may change the password without a fresh code. */
  fresh: minutes(10),
  /** A browser that has not signed in for so long is a stranger's. */
  knownBrowser: days(400),
  /** How many browsers of one account are known; the one that was not seen for longest gives way. */
  knownBrowsers: 20,
  /** Wrong passwords and codes. What tries is a network, or a browser that has signed in to the account before. */
  failures: {
    perRequester: { times: 10, within: minutes(15) },
    perNetwork: { times: 100, within: minutes(15) },
    /** All strangers together; browsers that have signed in before are not counted. */
    perAccount: { times: 100, within: days(1) },
    perKnownBrowser: { times: 50, within: days(1) },
  },
  /** Mails with a code or a reset link, each kind for itself. */
  mails: {
    perRequester: { times: 5, within: hours(1) },
    perNetwork: { times: 60, within: minutes(1) },
    /** For all strangers together; browsers that have signed in before are not counted. */
    perAccount: { times: 30, within: days(1) },
    perKnownBrowser: { times: 20, within: days(1) },
  },
  /** Sessions begun, accounts made, passwords set by link. */
  successes: { perNetwork: { times: 60, within: minutes(1) } },
  /** Looks at an invitation by its mailed link. */
  invitationLooks: { perNetwork: { times: 60, within: minutes(1) } },
} as const;

/** Wrong address or wrong password: which of the two is not told. */
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
  | SignInFailed
  | CodeInvalid
  | LinkInvalid
  | FreshCodeNeeded
  | NoMembership
  | RateLimited;

/** Whether a session has shown who it is a moment ago. A moment that has not come yet was told by a clock that was wrong. */
export const isFresh = (provenAt: Instant, now: Instant): boolean =>
  Math.abs(now.getTime() - provenAt.getTime()) <= signInLimits.fresh;

/** A code as it was typed: six digits, of any width, with or without spaces or a hyphen. */
export function readMailCode(text: string): Result<string, BadUserInput> {
  const code = fold(text.slice(0, 40)).replace(/[\s-]/g, '');
  return /^\d{6}$/.test(code) ? ok(code) : badInput('code', 'MALFORMED');
}
