import type { Id, Instant, MemberId, NoticeIds, TimeZone } from '@yoriai/domain/kernel';
import {
  defaultSettings,
  isNoticeKind,
  type MemberSettings,
  type NoticeKind,
} from '@yoriai/domain/notifications';
import type { MemberStatus } from '@yoriai/domain/people';
import type { Rows } from '../platform/database/generated/database.js';
import type { Page } from '../platform/graphql/connection.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';

export interface NotificationRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly ids: NoticeIds;
  readonly createdAt: Instant;
  readonly readAt: Instant | null;
}
export interface Recipient {
  readonly memberId: MemberId;
  readonly status: MemberStatus;
  readonly settings: MemberSettings;
  /** Quiet hours are read in it. */
  readonly timeZone: TimeZone;
}

const columns = `id, kind, ids, created_at as "createdAt", read_at as "readAt"`;
const settingsColumns = 's.mail_content, s.quiet_from, s.quiet_to, s.muted, s.version';

const toSettings = (
  row:
    | Rows['notifications.settings']
    | Pick<Rows['notifications.recipients'], keyof Rows['notifications.settings']>
    | undefined,
): MemberSettings =>
  row?.version == null
    ? defaultSettings
    : {
        mailContent: row.mail_content ?? false,
        quietFrom: row.quiet_from,
        quietTo: row.quiet_to,
        muted: (row.muted ?? []).filter(isNoticeKind),
        version: row.version,
      };

export const notificationsStore = {
  /** Who these are and their settings; without those who muted the thread, where one is named. */
  async recipients(
    tx: TenantTx,
    memberIds: readonly MemberId[],
    thread: string | null = null,
  ): Promise<Recipient[]> {
    const rows = await tx.sql(
      'notifications.recipients',
      `select m.id as member_id, m.status, t.time_zone, ${settingsColumns}
       from member m join tenant t on t.tenant_id = m.tenant_id
       left join member_settings s on s.tenant_id = m.tenant_id and s.member_id = m.id
       where m.tenant_id = $1 and m.id = any ($2::uuid[])
         and ($3::uuid is null or not exists (select from muted_request x
           where x.tenant_id = m.tenant_id and x.member_id = m.id and x.request_id = $3))
       order by m.id`,
      [tx.tenantId, [...new Set(memberIds)], thread],
    );
    return rows.map((row) => ({
      memberId: row.member_id,
      status: row.status,
      timeZone: row.time_zone,
      settings: toSettings(row),
    }));
  },

  /** A recipient as they are now, read as themselves. */
  async reader(
    tx: TenantTx,
    memberId: MemberId,
  ): Promise<{ status: MemberStatus; displayName: string; settings: MemberSettings } | null> {
    const [row] = await tx.sql(
      'notifications.reader-as-is',
      `select m.status, m.display_name, ${settingsColumns} from member m
       left join member_settings s on s.tenant_id = m.tenant_id and s.member_id = m.id
       where m.tenant_id = $1 and m.id = $2`,
      [tx.tenantId, memberId],
    );
    return row ? { status: row.status, displayName: row.display_name, settings: toSettings(row) } : null;
  },

  /** Adds the rows that are not there yet; answers with the new ones' ids by member. */
  async add(
    tx: TenantTx,
    notice: { kind: NoticeKind; ids: NoticeIds; once: string; batchId: string; to: readonly MemberId[] },
  ): Promise<Map<MemberId, Id<'Notification'>>> {
    const rows = await tx.sql(
      'notifications.add',
      `insert into notification (tenant_id, id, member_id, kind, ids, once_key, batch_id, created_at)
       select $1, n.id, n.member_id, $2, $3, $4, $5, $6 from unnest($7::uuid[], $8::uuid[]) as n (id, member_id)
       on conflict (tenant_id, member_id, kind, once_key) do nothing returning id, member_id`,
      [
        tx.tenantId,
        notice.kind,
        JSON.stringify(notice.ids),
        notice.once,
        notice.batchId,
        tx.now,
        notice.to.map(() => tx.newId<'Notification'>()),
        notice.to,
      ],
    );
    return new Map(rows.map((row) => [row.member_id, row.id]));
  },

  async addMail(
    tx: TenantTx,
    mail: {
      memberId: MemberId;
      notificationId: Id<'Notification'>;
      kind: NoticeKind;
      ids: NoticeIds;
      once: string;
      dueAt: Instant;
      gather: string | null;
    },
  ): Promise<string> {
    const id = tx.newId<'MailMessage'>();
    await tx.insert('mail_message', {
      id,
      memberId: mail.memberId,
      notificationId: mail.notificationId,
      kind: mail.kind,
      ids: mail.ids,
      onceKey: mail.once,
      createdAt: tx.now,
      dueAt: mail.dueAt,
      gatherKey: mail.gather,
    });
    return id;
  },

  /** Whom to show which row of a batch. */
  async batch(tx: TenantTx, batchId: string): Promise<{ id: string; memberId: MemberId }[]> {
    return tx.sql(
      'notifications.batch',
      `select id, member_id as "memberId" from notification where tenant_id = $1 and batch_id = $2`,
      [tx.tenantId, batchId],
    );
  },

  /** One's own, newest first. */
  async newest(
    tx: TenantTx,
    memberId: MemberId,
    unreadOnly: boolean,
    page: Page,
  ): Promise<NotificationRow[]> {
    return tx.sql(
      'notifications.newest',
      `select ${columns} from notification
       where tenant_id = $1 and member_id = $2 and (not $3 or read_at is null)
         and ($4::timestamptz is null or (created_at, id) < ($4, $5::uuid))
       order by created_at desc, id desc limit $6`,
      [tx.tenantId, memberId, unreadOnly, page.after?.[0] ?? null, page.after?.[1] ?? null, page.first],
    );
  },

  async byIds(tx: TenantTx, memberId: MemberId, ids: readonly string[]): Promise<NotificationRow[]> {
    return tx.sql(
      'notifications.by-ids',
      `select ${columns} from notification where tenant_id = $1 and member_id = $2 and id = any ($3::uuid[])`,
      [tx.tenantId, memberId, ids],
    );
  },

  /** Answers with how many were unread until now. */
  async markRead(tx: TenantTx, memberId: MemberId, ids: readonly string[] | 'all'): Promise<number> {
    const rows = await tx.sql(
      'notifications.mark-read',
      `update notification set read_at = $3
       where tenant_id = $1 and member_id = $2 and read_at is null and ($4::uuid[] is null or id = any ($4)) returning id`,
      [tx.tenantId, memberId, tx.now, ids === 'all' ? null : ids],
    );
    return rows.length;
  },

  async settings(tx: TenantTx, memberId: MemberId, lock = false): Promise<MemberSettings> {
    const [row] = await tx.sql(
      lock ? 'notifications.lock-settings' : 'notifications.settings',
      `select ${settingsColumns} from member_settings s where s.tenant_id = $1 and s.member_id = $2${lock ? ' for update' : ''}`,
      [tx.tenantId, memberId],
    );
    return toSettings(row);
  },

  /** False when another request has saved the same version first. */
  async saveSettings(tx: TenantTx, memberId: MemberId, settings: MemberSettings): Promise<boolean> {
    const rows = await tx.sql(
      'notifications.save-settings',
      `insert into member_settings (tenant_id, member_id, mail_content, quiet_from, quiet_to, muted, version)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (tenant_id, member_id) do update
         set mail_content = excluded.mail_content, quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to,
             muted = excluded.muted, version = excluded.version
         where member_settings.version = excluded.version - 1
       returning version`,
      [
        tx.tenantId,
        memberId,
        settings.mailContent,
        settings.quietFrom,
        settings.quietTo,
        settings.muted,
        settings.version,
      ],
    );
    return rows.length === 1;
  },
};
