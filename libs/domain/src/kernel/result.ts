/** The shape every expected failure has: a code that both languages have words for, and the figures those words need. */
export interface Failure {
  readonly code: string;
}

/** A value, or the reason there is none. Domain functions return it instead of throwing. */
export type Result<T, E extends Failure = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

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
/** Another member changed it first; the client shows what is there now and keeps what was typed. */
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

/** Guards an edit against a copy that has gone stale. Without an expected version the writer accepts any. */
export function sameVersion(actual: number, expected: number | null | undefined): Result<true, Conflict> {
  return expected === null || expected === undefined || expected === actual
    ? ok(true)
    : err({ code: 'CONFLICT', version: actual });
}

/**
 * Whether an edit has anything left to do. Where all it asks for stands already it is done, whatever version its writer had seen: one's own
 * retry after a lost answer is not another member's change. Otherwise a copy that has gone stale is a CONFLICT. `wish` names only what is asked
 * for, by the names it has in `before`; `before` is null where nothing stands yet.
 */
export function wantsChange<T extends { readonly version: number }>(
  before: T | null,
  wish: Partial<T>,
  expectedVersion: number | null | undefined,
): Result<boolean, Conflict> {
  const names = Object.keys(wish) as (keyof T)[];
  if (before && names.every((name) => saysTheSame(before[name], wish[name]))) return ok(false);
  const fresh = sameVersion(before?.version ?? 0, expectedVersion);
  return fresh.ok ? ok(true) : fresh;
}

/** What a decision says to a member who made it on a copy that has gone stale: a refusal would speak of what they have not seen, so they hear CONFLICT. */
export function onVersion<T, E extends Failure>(
  actual: number,
  expected: number | null | undefined,
  decided: Result<T, E>,
): Result<T, E | Conflict> {
  const fresh = sameVersion(actual, expected);
  return decided.ok || fresh.ok ? decided : fresh;
}

/** Texts, numbers, days, and lists and records of them. */
function saysTheSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime();
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    [...keys].every((key) =>
      saysTheSame((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
    )
  );
}
