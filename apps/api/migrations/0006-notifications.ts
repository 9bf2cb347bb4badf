import type { MigrationInterface, QueryRunner } from 'typeorm';
import { declarePersonal, tenantTable } from '../src/platform/database/tenant-table.js';

/** Notices on screen, mails to members, mails to bare addresses, and each member's settings for them. */
export class Notifications1763690000006 implements MigrationInterface {
  name = 'Notifications1763690000006';

  async up(q: QueryRunner): Promise<void> {
    await tenantTable(q, {
      name: 'notification',
      columns: `
        id uuid not null
        member_id uuid not null
        kind text not null
        ids jsonb not null
        once_key text not null
        batch_id uuid not null
        created_at timestamptz(3) not null
        read_at timestamptz(3)`,
      key: ['id'],
      constraints: [
        'unique (tenant_id, member_id, kind, once_key)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
      ],
      personal: { member_id: 'key', ids: 'key', once_key: 'key' },
      see: 'own',
    });
    await q.query(`
      create index notification_newest on public.notification (tenant_id, member_id, created_at desc, id desc);
      create index notification_unread on public.notification (tenant_id, member_id, created_at desc, id desc) where read_at is null;
      create index notification_batch on public.notification (tenant_id, batch_id);
    `);
    await tenantTable(q, {
      name: 'mail_message',
      columns: `
        id uuid not null
        member_id uuid not null
        notification_id uuid not null
        kind text not null
        ids jsonb not null
        once_key text not null
        state text not null default 'QUEUED' check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'DROPPED'))
        attempts int not null default 0
        failures int not null default 0
        repeats int not null default 0
        bounced boolean not null default false
        last_error text
        created_at timestamptz(3) not null
        due_at timestamptz(3) not null
        sent_at timestamptz(3)`,
      key: ['id'],
      constraints: [
        'unique (tenant_id, member_id, kind, once_key)',
        'foreign key (tenant_id, member_id) references public.member (tenant_id, id)',
        'foreign key (tenant_id, notification_id) references public.notification (tenant_id, id)',
      ],
      personal: { member_id: 'key', ids: 'key', once_key: 'key' },
      see: 'system',
      write: 'none',
    });
    await tenantTable(q, {
      name: 'member_settings',
      columns: `
        member_id uuid not null
        mail_content boolean not null
        quiet_from text
        quiet_to text
        muted text[] not null
        version int not null`,
      key: ['member_id'],
      constraints: ['foreign key (tenant_id, member_id) references public.member (tenant_id, id)'],
      personal: { member_id: 'key', quiet_from: 'text', quiet_to: 'text', muted: 'text' },
      see: 'own',
    });
    await this.direct(q);
  }

  /** Codes and links go to addresses that may have no account yet. Their text is blanked once they are sent. */
  private async direct(q: QueryRunner): Promise<void> {
    await q.query(`
      create table auth.mail_message (
        id uuid primary key, kind text not null, address text not null, locale text not null check (locale in ('ja', 'en')),
        once_key text not null, content jsonb,
        state text not null default 'QUEUED' check (state in ('QUEUED', 'SENDING', 'SENT', 'FAILED', 'DROPPED')),
        attempts int not null default 0, failures int not null default 0, repeats int not null default 0,
        bounced boolean not null default false, last_error text, created_at timestamptz(3) not null,
        due_at timestamptz(3) not null, good_until timestamptz(3) not null, sent_at timestamptz(3), unique (kind, once_key)
      );
      create index mail_message_due on auth.mail_message (due_at) where state in ('QUEUED', 'SENDING');
      grant select, insert, update, delete on auth.mail_message to auth_rt;
    `);
    const columns = (await q.query(
      `select column_name from information_schema.columns where table_schema = 'auth' and table_name = 'mail_message'`,
    )) as { column_name: string }[];
    for (const { column_name: column } of columns) {
      const personal = column === 'address' || column === 'content' ? 'text' : 'none';
      await declarePersonal(q, 'auth.mail_message', column, personal);
    }
  }

  async down(): Promise<void> {
    throw new Error('Restore a backup instead.');
  }
}
