import {
  lastMonths,
  startOfMonth,
  type GroupId,
  type PlainMonth,
  type TimeZone,
} from '@yoriai/domain/kernel';
import type { MemberSeen } from '@yoriai/domain/overview';
import type { SupportRequestId, SupportType } from '@yoriai/domain/support';
import type { Page } from '../platform/graphql/connection.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';

export const overviewMonths = 6;

/** What a facilitator sees of a group at one look; all of it read as themselves. */
export const overviewStore = {
  /** The groups that the viewer facilitates, in the order of joining. */
  async facilitates(tx: TenantTx): Promise<GroupId[]> {
    const rows = await tx.sql(
      'overview.facilitates',
      `select g.id from group_membership s join "group" g on g.tenant_id = s.tenant_id and g.id = s.group_id
       where s.tenant_id = $1 and s.member_id = (select app.me()) and s.role = 'FACILITATOR' and g.status <> 'CLOSED'
       order by s.joined_at, g.id`,
      [tx.tenantId],
    );
    return rows.map(({ id }) => id);
  },

  /** Unanswered requests, the longest wait first. */
  async unanswered(tx: TenantTx, groupId: GroupId, page: Page): Promise<SupportRequestId[]> {
    const rows = await tx.sql(
      'overview.unanswered',
      `select r.id from support_request r
       where r.tenant_id = $1 and r.group_id = $2 and r.status in ('OPEN', 'MATCHED') and r.audience_id = any ((select app.my_audiences())::uuid[])
         and not exists (select from support_reply p where p.tenant_id = r.tenant_id and p.request_id = r.id and not p.by_asker)
         and not exists (select from support_offer o where o.tenant_id = r.tenant_id and o.request_id = r.id)
         and ($3::timestamptz is null or (r.created_at, r.id) > ($3, $4::uuid)) order by r.created_at, r.id limit $5`,
      [tx.tenantId, groupId, page.after?.[0] ?? null, page.after?.[1] ?? null, page.first + 1],
    );
    return rows.map(({ id }) => id);
  },

  /** When each member of the group was last heard of under their own name, as far as the viewer can see. */
  async lastSeen(tx: TenantTx, groupId: GroupId): Promise<MemberSeen[]> {
    return tx.sql(
      'overview.last-seen',
      `select m.id as "memberId", m.status, s.joined_at as "joinedAt", greatest(
         (select max(r.created_at) from support_request r where r.tenant_id = m.tenant_id and r.author_id = m.id),
         (select max(p.created_at) from support_reply p where p.tenant_id = m.tenant_id and p.author_id = m.id),
         (select max(o.created_at) from support_offer o where o.tenant_id = m.tenant_id and o.helper_id = m.id),
         (select max(w.created_at) from good_news w where w.tenant_id = m.tenant_id and w.author_id = m.id),
         (select max(c.updated_at) from check_in c where c.tenant_id = m.tenant_id and c.member_id = m.id),
         (select max(a.given_at) from meeting_rsvp a where a.tenant_id = m.tenant_id and a.member_id = m.id),
         (select max(k.starts_at) from meeting k join meeting_attendance p on p.tenant_id = k.tenant_id and p.meeting_id = k.id
          where k.tenant_id = m.tenant_id and k.group_id = $2 and p.member_id = m.id and p.presence in ('PRESENT', 'ONLINE'))) as "lastSeenAt"
       from group_membership s join member m on m.tenant_id = s.tenant_id and m.id = s.member_id
       where s.tenant_id = $1 and s.group_id = $2 and s.takes_part and m.id <> (select app.me())`,
      [tx.tenantId, groupId],
    );
  },

  /** How many requests of each type were made in each of the last six months, this one included; months without any too. */
  async typesByMonth(tx: TenantTx, groupId: GroupId, zone: TimeZone): Promise<TypesInMonth[]> {
    const months = lastMonths(tx.now, zone, overviewMonths);
    const rows = await tx.sql(
      'overview.types',
      `select to_char(r.created_at at time zone $3, 'YYYY-MM') as month, r.type, count(*)::int as requests
       from support_request r
       where r.tenant_id = $1 and r.group_id = $2 and r.created_at >= $4 and r.audience_id = any ((select app.my_audiences())::uuid[])
       group by 1, 2`,
      [tx.tenantId, groupId, zone, startOfMonth(months[0]!, zone)],
    );
    const count = (month: PlainMonth, type: SupportType): number =>
      rows.find((row) => row.month === month && row.type === type)?.requests ?? 0;
    return months.map((month) => ({
      month,
      informational: count(month, 'INFORMATIONAL'),
      instrumental: count(month, 'INSTRUMENTAL'),
      emotional: count(month, 'EMOTIONAL'),
      appraisal: count(month, 'APPRAISAL'),
    }));
  },
};

export interface TypesInMonth {
  readonly month: PlainMonth;
  readonly informational: number;
  readonly instrumental: number;
  readonly emotional: number;
  readonly appraisal: number;
}
