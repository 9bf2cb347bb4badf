import { createHash } from 'node:crypto';
import { limits, type MemberId, type TenantId } from '@yoriai/domain/kernel';
import type { Acting } from '../auth/viewer.js';
import { refuse } from '../errors/must.js';
import type { TenantTx } from '../work/tenant-tx.js';

/** An act that is done once however often it is sent. */
export interface Once {
  /** Absent: every sending is an act of its own. */
  readonly key?: string | null | undefined;
  /** The name of the mutation. */
  readonly op: string;
  /** All that was asked for, as it came in. */
  readonly input: object;
  /** Where an act that may be without a name keeps its key. */
  readonly unnamed?: UnnamedAnswers;
}

/** Beside the author of what has no name, and nowhere else: a row of the member's own, with the moment in it, would lead to what they wrote. */
export interface UnnamedAnswers {
  /** What an earlier sending with this key was answered with, within 24 hours. */
  given(tx: TenantTx, claim: Claim): Promise<{ fingerprint: string; value: unknown } | null>;
  /** Whether this act is without a name. */
  applies(tx: TenantTx): Promise<boolean>;
  keep(tx: TenantTx, claim: Claim, value: unknown): Promise<void>;
}

/** One sending: its key, and the fingerprint of what it asks for. */
export interface Claim {
  readonly op: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly unnamed: UnnamedAnswers | null;
}

/** Null for an act that came without a key. */
export function claimOf({ key, op, input, unnamed }: Once): Claim | null {
  if (key === undefined || key === null) return null;
  if (key === '' || key.length > limits.idempotencyKey)
    refuse({
      code: 'BAD_USER_INPUT',
      field: 'idempotencyKey',
      rule: 'TOO_LONG',
      limit: limits.idempotencyKey,
    });
  return { op, key, fingerprint: fingerprintOf(input), unnamed: unnamed ?? null };
}

/**
 * The same for the same wish, in whatever order its fields came. `expectedVersion` is left out: it says what the writer had seen,
 * and a page that has read its own first sending asks again for the same.
 */
export function fingerprintOf(input: object): string {
  const canonical = JSON.stringify(input, (name, value: unknown) => {
    if (name === 'expectedVersion') return undefined;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
  return createHash('sha256').update(canonical).digest('base64url');
}

/** The answer of the first sending with this key. A key that stood for another wish stands for that one alone. */
export async function answerOnce<T>(
  tx: TenantTx,
  me: Acting,
  claim: Claim,
  run: (tx: TenantTx) => Promise<T>,
): Promise<T> {
  const { op, key, fingerprint, unnamed } = claim;
  const owner: Owner = [me.tenantId, me.memberId, op, key];
  await tx.sql(
    'context.forget-answer',
    `delete from idempotent_answer where tenant_id = $1 and member_id = $2 and op = $3 and key = $4 and created_at < $5::timestamptz - interval '24 hours'`,
    [...owner, tx.now],
  );
  if (unnamed) {
    await tx.sql('context.one-at-a-time', `select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      JSON.stringify(['once', ...owner]),
    ]);
    const kept = (await unnamed.given(tx, claim)) as { fingerprint: string; value: T } | null;
    if (kept) return kept.fingerprint === fingerprint ? kept.value : refuse({ code: 'IDEMPOTENCY_CONFLICT' });
    if (await unnamed.applies(tx)) {
      if (await givenBefore(tx, owner)) refuse({ code: 'IDEMPOTENCY_CONFLICT' });
      const value = await run(tx);
      await unnamed.keep(tx, claim, value);
      return value;
    }
  }
  // A second call with the same key waits here until the first one has ended, and then finds its answer.
  const [mine] = await tx.sql(
    'context.claim-answer',
    `insert into idempotent_answer (tenant_id, member_id, op, key, fingerprint, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning key`,
    [...owner, fingerprint, tx.now],
  );
  if (!mine) {
    const given = await givenBefore<T>(tx, owner);
    if (!given || given.fingerprint !== fingerprint) return refuse({ code: 'IDEMPOTENCY_CONFLICT' });
    return given.answer.value;
  }
  const value = await run(tx);
  await tx.sql(
    'context.keep-answer',
    `update idempotent_answer set answer = $5 where tenant_id = $1 and member_id = $2 and op = $3 and key = $4`,
    [...owner, JSON.stringify({ value })],
  );
  return value;
}

type Owner = readonly [tenantId: TenantId, memberId: MemberId, op: string, key: string];

async function givenBefore<T>(
  tx: TenantTx,
  owner: Owner,
): Promise<{ fingerprint: string; answer: { value: T } } | null> {
  const [given] = await tx.sql(
    'context.given-answer',
    `select fingerprint, answer from idempotent_answer where tenant_id = $1 and member_id = $2 and op = $3 and key = $4`,
    owner,
  );
  // The answer to the same act, in the form in which it was kept.
  return given ? { ...given, answer: given.answer as { value: T } } : null;
}

/** Before their day is over, the keys of all acts that were answered so: their fingerprints would lead from what was written to its writer. */
export async function forgetAnswers(tx: TenantTx, op: string, value: unknown): Promise<void> {
  await tx.sql(
    'context.forget-answered',
    `delete from idempotent_answer where tenant_id = $1 and op = $2 and answer = $3`,
    [tx.tenantId, op, JSON.stringify({ value })],
  );
}

/** An act of the day that has a name by now: its key stands among the member's own. */
export async function keepAsNamed(
  tx: TenantTx,
  memberId: MemberId,
  kept: readonly (Pick<Claim, 'op' | 'key' | 'fingerprint'> & { value: unknown; at: string })[],
): Promise<void> {
  for (const { op, key, fingerprint, value, at } of kept)
    await tx.sql(
      'context.keep-as-named',
      `insert into idempotent_answer (tenant_id, member_id, op, key, fingerprint, answer, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [tx.tenantId, memberId, op, key, fingerprint, JSON.stringify({ value }), at],
    );
}
