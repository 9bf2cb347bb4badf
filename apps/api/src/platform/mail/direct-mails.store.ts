import { plus, type Instant } from '@yoriai/domain/kernel';
import type { DirectMailKind, MailText } from '@yoriai/domain/notifications';
import type { TenantTx } from '../work/tenant-tx.js';
import type { NextTry } from './retries.js';
import type { NotSent } from './transport.js';

/** A mail to an address rather than to a member: a code, a link. */
export interface DirectMail {
  readonly kind: DirectMailKind;
  readonly to: string;
  readonly locale: 'ja' | 'en';
  /** The same `once` again sends nothing: the id of the code, token or invitation it is about. */
  readonly once: string;
  readonly text: MailText;
  /** Not worth sending later: the code has expired by then. */
  readonly goodUntil: Instant;
}

export interface DirectMailInHand {
  readonly id: string;
  readonly address: string;
  readonly locale: 'ja' | 'en';
  readonly kind: DirectMailKind;
  readonly content: MailText;
  readonly failures: number;
  readonly attempts: number;
  readonly goodUntil: Instant;
}

export const directMailsStore = {
  /** The id of the new row; null when this was asked for before. */
  async add(tx: TenantTx, mail: DirectMail): Promise<string | null> {
    const [row] = await tx.sql(
      'mail.queue',
      `insert into direct_mail (tenant_id, id, kind, address, locale, once_key, content, created_at, good_until)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (tenant_id, kind, once_key) do nothing returning id`,
      [
        tx.tenantId,
        tx.newId<'DirectMail'>(),
        mail.kind,
        mail.to,
        mail.locale,
        mail.once,
        JSON.stringify(mail.text),
        tx.now,
        mail.goodUntil,
      ],
    );
    return row?.id ?? null;
  },

  /**
   * Takes a mail in hand, or null when there is nothing to send any more. One that is found in hand was left there by a process that died, or
   * came back without saying whether it arrived: to take it up again may make it arrive twice, so that is counted.
   */
  async takeUp(tx: TenantTx, id: string): Promise<DirectMailInHand | null> {
    const [mail] = await tx.sql(
      'mail.take-up',
      `update direct_mail m set state = 'SENDING', attempts = m.attempts + 1, repeats = m.repeats + (m.state = 'SENDING')::int
       where m.tenant_id = $1 and m.id = $2 and m.state in ('QUEUED', 'SENDING') and m.good_until >= $3
       returning m.id, m.address, m.locale, m.kind, m.content, m.failures, m.attempts, m.good_until as "goodUntil"`,
      [tx.tenantId, id, tx.now],
    );
    return mail ?? null;
  },

  /** Its words go with it. */
  async dropExpired(tx: TenantTx, id: string): Promise<void> {
    await tx.sql(
      'mail.drop-expired',
      `update direct_mail set state = 'DROPPED', content = null, last_error = coalesce(last_error, 'TOO_LATE')
       where tenant_id = $1 and id = $2 and state in ('QUEUED', 'SENDING') and good_until < $3`,
      [tx.tenantId, id, tx.now],
    );
  },

  async sent(tx: TenantTx, id: string): Promise<void> {
    await tx.sql(
      'mail.sent',
      `update direct_mail set state = 'SENT', sent_at = $3, content = null, last_error = null where tenant_id = $1 and id = $2`,
      [tx.tenantId, id, tx.now],
    );
  },

  /**
   * When it is tried again; null when it is not. A mail that will have expired by then is dropped at once. `superseded` when another process has
   * taken it up since.
   */
  async cameBack(
    tx: TenantTx,
    { id, attempts, goodUntil }: DirectMailInHand,
    next: NextTry,
    failure: NotSent,
  ): Promise<Instant | null | 'superseded'> {
    const again = 'inMs' in next ? plus(tx.now, next.inMs) : null;
    const expired = again !== null && again > goodUntil;
    const rows = await tx.sql(
      'mail.came-back',
      `update direct_mail set state = $3, failures = failures + 1, bounced = $4, last_error = $5,
              content = case when $3 in ('FAILED', 'DROPPED') then null else content end
       where tenant_id = $1 and id = $2 and state = 'SENDING' and attempts = $6 returning id`,
      [
        tx.tenantId,
        id,
        expired ? 'DROPPED' : next.state,
        failure.outcome === 'bounced',
        failure.reason,
        attempts,
      ],
    );
    if (rows.length === 0) return 'superseded';
    return expired ? null : again;
  },
};
