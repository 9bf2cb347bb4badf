/** The shape every expected failure has: a code that both languages have words for, and the figures those words need. */
export interface Failure {
  readonly code: string;
}

/** A value, or the reason there is none. Domain functions return it instead of throwing. */
export type Result<T, E extends Failure = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const err = <E extends Failure>(error: E): { readonly ok: false; readonly error: E } => ({
  ok: false,
  error,
});

/** What the viewer sees but may not do. `reason` is for the log, never for the screen. */
export interface Forbidden {
  readonly code: 'FORBIDDEN';
}
/** What the viewer may not know exists. */
export interface NotFound {
  readonly code: 'NOT_FOUND';
}
/** Input that no form of ours would have sent on; `field` names it, `rule` says which limit it broke. */
export interface BadUserInput {
  readonly code: 'BAD_USER_INPUT';
  readonly field: string;
  readonly rule:
    | 'REQUIRED'
    | 'TOO_LONG'
    | 'TOO_SHORT'
    | 'TOO_MANY'
    | 'OUT_OF_RANGE'
    | 'MALFORMED'
    | 'IN_THE_PAST'
    | 'UNKNOWN';
  readonly limit?: number;
}
/** Somebody else changed it first; the client shows what is there now and keeps what was typed. */
export interface Conflict {
  readonly code: 'CONFLICT';
  readonly version?: number;
}
export type KernelError = Forbidden | NotFound | BadUserInput | Conflict;

/** The answer of a policy: may this viewer do it? */
export type Verdict = Result<true, Forbidden | NotFound>;
export const allowed: Verdict = ok(true);
export const forbidden: Verdict = err({ code: 'FORBIDDEN' });
export const notFound: Verdict = err({ code: 'NOT_FOUND' });
export const allowIf = (condition: boolean): Verdict => (condition ? allowed : forbidden);

export const badInput = (
  field: string,
  rule: BadUserInput['rule'],
  limit?: number,
): { readonly ok: false; readonly error: BadUserInput } =>
  err(
    limit === undefined
      ? { code: 'BAD_USER_INPUT', field, rule }
      : { code: 'BAD_USER_INPUT', field, rule, limit },
  );

/** Guards an edit against a copy that has gone stale. No expectation means the writer accepts whatever is there. */
export function sameVersion(actual: number, expected: number | null | undefined): Result<true, Conflict> {
  return expected === null || expected === undefined || expected === actual
    ? ok(true)
    : err({ code: 'CONFLICT', version: actual });
}
