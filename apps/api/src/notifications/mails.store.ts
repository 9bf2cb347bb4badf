import type { Instant, MemberId, NoticeIds } from '@yoriai/domain/kernel';
import type { NoticeKind } from '@yoriai/domain/notifications';
import type { NextTry } from '../platform/mail/retries.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';

export interface MailInHand {
  readonly id: string;
  readonly memberId: MemberId;
  readonly kind: NoticeKind;
  readonly ids: NoticeIds;
  readonly attempts: number;
  readonly failures: number;
  /** It had to wait for the end of quiet hours. */
  readonly waited: boolean;
  /** Its reader has opened the notice on screen meanwhile. */
  readonly read: boolean;
  /** Its notice is two days old: an outage is not followed by a flood of old mails; the notice stays on screen. */
  readonly stale: boolean;
  /** The notices that it gathers; null for the mail of one notice. */
  readonly gathered: readonly string[] | null;
}

/** Of a mail `m`: an outage is not followed by a flood of what is over. */
const tooOld = `m.created_at < app.now() - interval '2 days'`;

export const mailsStore = {
  /** The mail of this key that has not gone out yet, held until the notice is in it. */
  async waiting(
    tx: TenantTx,
    memberId: MemberId,
    gather: string,
  ): Promise<{ id: string; createdAt: Instant } | null> {
    const [row] = await tx.sql(
      'mails.waiting',
      `select id, created_at as "createdAt" from mail_message
       where tenant_id = $1 and member_id = $2 and gather_key = $3 and state = 'QUEUED' order by id limit 1 for update`,
      [tx.tenantId, memberId, gather],
    );
    return row ?? null;
  },

  /** Puts one more notice into a mail that waits. */
  async gather(tx: TenantTx, id: string, notificationId: string, dueAt: Instant): Promise<string> {
    await tx.sql(
      'mails.gather',
      `update mail_message set gathered = gathered || $3::uuid, due_at = $4 where tenant_id = $1 and id = $2`,
      [tx.tenantId, id, notificationId, dueAt],
    );
    return id;
  },

  /** When a mail that still gathers is due; null for one that is due, or has gone. */
  async dueLater(tx: TenantTx, id: string): Promise<Instant | null> {
    const [row] = await tx.sql(
      'mails.due-later',
      `select due_at as "dueAt" from mail_message
       where tenant_id = $1 and id = $2 and state = 'QUEUED' and gather_key is not null and due_at > app.now() for update`,
      [tx.tenantId, id],
    );
    return row?.dueAt ?? null;
  },

  /**
   * Takes a mail in hand, or null when it has gone already. One that is found in hand was left there by a process that died, or
   * came back without saying whether it arrived: taking it up again may make it arrive twice, so that is counted.
   */
  async takeUp(tx: TenantTx, id: string): Promise<MailInHand | null> {
    const [mail] = await tx.sql(
      'mails.take-up',
      `update mail_message m set state = 'SENDING', attempts = m.attempts + 1, repeats = m.repeats + (m.state = 'SENDING')::int
       from notification n
       where m.tenant_id = $1 and m.id = $2 and m.state in ('QUEUED', 'SENDING')
         and n.tenant_id = $1 and n.id = m.notification_id
       returning m.id, m.member_id as "memberId", m.kind, m.ids, m.attempts, m.failures,
                 m.due_at > m.created_at and m.gather_key is null as waited,
                 case when m.gather_key is not null then m.notification_id || m.gathered end as gathered, n.read_at is not null as read,
                 ${tooOld} as stale`,
      [tx.tenantId, id],
    );
    return mail ?? null;
  },

  async sent(tx: TenantTx, id: string): Promise<void> {
    await tx.sql(
      'mails.sent',
      `update mail_message set state = 'SENT', sent_at = $3, last_error = null where tenant_id = $1 and id = $2`,
      [tx.tenantId, id, tx.now],
    );
  },

  /** There is no one to send it to, or nothing to say any more. */
  async dropped(tx: TenantTx, id: string, why: string): Promise<void> {
    await tx.sql(
      'mails.dropped',
      `update mail_message set state = 'DROPPED', last_error = $3 where tenant_id = $1 and id = $2 and state = 'SENDING'`,
      [tx.tenantId, id, why],
    );
  },

  /** What waits and is too old to be sent. */
  async stale(tx: TenantTx): Promise<string[]> {
    const rows = await tx.sql(
      'mails.stale',
      `select m.id from mail_message m where m.tenant_id = $1 and m.state = 'QUEUED' and ${tooOld} order by m.created_at limit 1000`,
      [tx.tenantId],
    );
    return rows.map(({ id }) => id);
  },

  async dropStale(tx: TenantTx, ids: readonly string[]): Promise<void> {
    await tx.sql(
      'mails.drop-stale',
      `update mail_message set state = 'DROPPED', last_error = 'TOO_LATE'
       where tenant_id = $1 and id = any ($2::uuid[]) and state = 'QUEUED'`,
      [tx.tenantId, ids],
    );
  },

  /** The mails that bounced since one last arrived, oldest first. Held per person, so that two at once are counted together. */
  async bouncedInARow(tx: TenantTx, memberId: MemberId): Promise<string[]> {
    await tx.sql(
      'mails.hold-reader',
      `select from member where tenant_id = $1 and id = $2 for no key update`,
      [tx.tenantId, memberId],
    );
    const rows = await tx.sql(
      'mails.bounced-in-a-row',
      `select id from mail_message where tenant_id = $1 and member_id = $2 and state = 'FAILED' and bounced
         and created_at > coalesce((select max(created_at) from mail_message
           where tenant_id = $1 and member_id = $2 and state = 'SENT'), '-infinity')
       order by id`,
      [tx.tenantId, memberId],
    );
    return rows.map(({ id }) => id);
  },

  /** True unless another worker has taken it up since. */
  async cameBack(
    tx: TenantTx,
    { id, attempts }: MailInHand,
    next: NextTry,
    why: { readonly reason: string; readonly bounced: boolean },
  ): Promise<boolean> {
    const rows = await tx.sql(
      'mails.came-back',
      `update mail_message set state = $3, failures = failures + 1, bounced = $4, last_error = $5
       where tenant_id = $1 and id = $2 and state = 'SENDING' and attempts = $6 returning id`,
      [tx.tenantId, id, next.state, why.bounced, why.reason, attempts],
    );
    return rows.length === 1;
  },
};
