import type { Instant, MemberId } from '@yoriai/domain/kernel';
import type { TenantTx } from '../../platform/work/tenant-tx.js';

export interface CalendarFeed {
  readonly id: string;
  readonly memberId: MemberId;
  readonly createdAt: Instant;
}

export const calendarFeedsStore = {
  /** The one that is switched on. */
  async ofMember(tx: TenantTx, memberId: MemberId): Promise<CalendarFeed | null> {
    const [row] = await tx.sql(
      'calendar-feeds.of-member',
      `select id, member_id as "memberId", created_at as "createdAt" from calendar_feed
       where tenant_id = $1 and member_id = $2 and revoked_at is null`,
      [tx.tenantId, memberId],
    );
    return row ?? null;
  },

  /** Whose feed it is, if it is switched on and they may still read. */
  async owner(tx: TenantTx, feedId: string): Promise<MemberId | null> {
    const [row] = await tx.sql(
      'calendar-feeds.owner',
      `select f.member_id as "memberId" from calendar_feed f join member m on m.tenant_id = f.tenant_id and m.id = f.member_id
       where f.tenant_id = $1 and f.id = $2 and f.revoked_at is null and m.status in ('ACTIVE', 'ON_LEAVE')`,
      [tx.tenantId, feedId],
    );
    return row?.memberId ?? null;
  },

  async insert(tx: TenantTx, memberId: MemberId): Promise<string> {
    const id = tx.newId<'CalendarFeed'>();
    await tx.insert('calendar_feed', { id, memberId, createdAt: tx.now });
    return id;
  },

  /** True when there was one. */
  async revoke(tx: TenantTx, memberId: MemberId): Promise<boolean> {
    const rows = await tx.sql(
      'calendar-feeds.revoke',
      `update calendar_feed set revoked_at = $3 where tenant_id = $1 and member_id = $2 and revoked_at is null returning id`,
      [tx.tenantId, memberId, tx.now],
    );
    return rows.length > 0;
  },

  /** Two taps at once make one feed after the other. */
  async lockOwner(tx: TenantTx, memberId: MemberId): Promise<void> {
    await tx.sql(
      'calendar-feeds.lock-owner',
      `select id from member where tenant_id = $1 and id = $2 for update`,
      [tx.tenantId, memberId],
    );
  },
};
