import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { plus } from '@yoriai/domain/kernel';
import pg from 'pg';
import type { QueryRunner } from 'typeorm';
import { Notifications1763690000006 } from '../../../migrations/0006-notifications.js';
import { OneOutbox1763690000033 } from '../../../migrations/0033-one-outbox.js';
import { roleUrl } from '../database/roles.js';
import { PurgeHourly } from '../retention/purge-hourly.js';
import { Postbox } from '../testing/postbox.js';
import { startApp, type TestApp, type TestMember, type TestTenant } from '../testing/start-app.js';
import { systemTenant } from '../work/system-tenant.js';
import type { DirectMail } from './direct-mails.store.js';
import { Mail } from './mail.js';

let app: TestApp;
let post: Postbox;
let tenant: TestTenant;
let admin: TestMember;
beforeAll(async () => {
  post = await Postbox.open();
  app = await startApp({ SMTP_URL: post.url });
  tenant = await app.tenant();
  admin = await app.member(tenant, { role: 'ADMIN' });
});
afterAll(async () => {
  await app?.stop();
  await post?.close();
});

const text = { subject: '番号', paragraphs: ['番号は 123456 です。'], facts: [], buttons: [], footer: [] };
const mailOf = async (kind: DirectMail['kind']): Promise<DirectMail> => {
  const goodUntil = plus(await app.advance(0), 600_000);
  return { kind, to: `${randomUUID()}@example.jp`, locale: 'ja', once: randomUUID(), text, goodUntil };
};
const queue = (mail: DirectMail): Promise<void> => app.application.app.get(Mail).queue(mail);
const timersOf = ({ once }: DirectMail) =>
  app.sql<{ tenant_id: string; name: string; queue: string; state: string }>(
    `select t.tenant_id, t.name, t.queue, t.state from timer t join direct_mail m on m.tenant_id = t.tenant_id and t.key = m.id::text
     where m.once_key = $1`,
    [once],
  );

describe('a mail to an address goes through the outbox of all others', () => {
  it('a code at once under the tenant of the system, before all that may wait', async () => {
    const code = await mailOf('sign-in-code');
    await queue(code);
    const timer = { tenant_id: systemTenant, name: 'mail.on-demand', queue: 'urgent' };
    expect(await timersOf(code)).toEqual([{ ...timer, state: 'DUE' }]);
    await app.drain();
    expect(post.to(code.to)).toHaveLength(1);
    expect(await timersOf(code)).toEqual([{ ...timer, state: 'CANCELLED' }]);
  });

  it('an invitation under the tenant that invites, behind what is urgent, and only when what it comes with is kept', async () => {
    const invitation = await mailOf('invitation');
    const mail = app.application.app.get(Mail);
    await expect(
      app.work.asSystem(tenant.id, 'test', async (tx) => {
        await mail.queue(invitation, tx);
        throw new Error('something else went wrong');
      }),
    ).rejects.toThrow();
    expect(await timersOf(invitation)).toEqual([]);
    await app.work.asSystem(tenant.id, 'test', (tx) => mail.queue(invitation, tx));
    expect(await timersOf(invitation)).toEqual([
      { tenant_id: tenant.id, name: 'mail.invitation', queue: 'bulk', state: 'DUE' },
    ]);
    await app.drain();
    expect(post.to(invitation.to)).toHaveLength(1);
  });

  it('is dropped with its words when it cannot be tried again in time', async () => {
    const code = await mailOf('sign-in-code');
    post.manners.push({ code: 451 });
    await queue({ ...code, goodUntil: plus(await app.advance(0), 3_000) });
    await app.drain();
    expect(
      await app.sql(`select state, content, failures from direct_mail where once_key = $1`, [code.once]),
    ).toEqual([{ state: 'DROPPED', content: null, failures: 1 }]);
    expect(await timersOf(code)).toMatchObject([{ state: 'CANCELLED' }]);
    expect(post.to(code.to)).toEqual([]);
  });

  it('goes after thirty days, and its timer after seven; one that waits stays', async () => {
    const [sent, waiting] = [await mailOf('password-reset'), await mailOf('password-reset')];
    await queue(sent);
    await app.drain();
    await queue(waiting);
    const purge = () => app.application.app.get(PurgeHourly).once();
    await app.advance(8 * 86_400);
    await purge();
    expect(await timersOf(sent)).toEqual([]);
    await app.advance(23 * 86_400);
    await purge();
    expect(
      await app.sql(`select once_key from direct_mail where once_key = any ($1)`, [
        [sent.once, waiting.once],
      ]),
    ).toEqual([{ once_key: waiting.once }]);
    await app.drain();
    expect(post.to(waiting.to)).toEqual([]);
  });
});

describe('the tenant of the system', () => {
  it('can be no organisation and have no member, not even by the hand of the owner', async () => {
    for (const statement of [
      `insert into tenant (tenant_id, slug, name, time_zone, locale, created_at) values ('${systemTenant}', 'system', 'x', 'Asia/Tokyo', 'ja', app.now())`,
      `update tenant set tenant_id = '${systemTenant}' where tenant_id = '${tenant.id}'`,
      `insert into auth.tenant (id, slug, name) values ('${systemTenant}', 'system', 'x')`,
      `insert into auth.member_index (tenant_id, member_id, role, status) values ('${systemTenant}', '${randomUUID()}', 'ADMIN', 'ACTIVE')`,
      `insert into member (tenant_id, id, display_name, role, status, created_at) values ('${systemTenant}', '${randomUUID()}', 'x', 'ADMIN', 'ACTIVE', app.now())`,
    ])
      await expect(app.sql(statement)).rejects.toThrow(/constraint/);
  });

  it('lets no session act in it', async () => {
    const insider = { ...admin, tenantId: systemTenant };
    await expect(app.work.inTenant(insider, async () => 1)).rejects.toThrow('No member acts');
    await expect(app.work.reading(insider)).rejects.toThrow('No member acts');
  });

  it('shows its mails to no role but the workers’, and to them only in its own transactions', async () => {
    await queue(await mailOf('sign-in-code'));
    const seen = async (role: 'app_rt' | 'worker_rt', tenantId: string): Promise<number> => {
      const client = new pg.Client({ connectionString: app.roleUrl(role) });
      await client.connect();
      try {
        await client.query(
          `select set_config('app.tenant_id', $1, false), set_config('app.role', 'ADMIN', false)`,
          [tenantId],
        );
        const { rows } = await client.query(`select from direct_mail where tenant_id = '${systemTenant}'`);
        return rows.length;
      } finally {
        await client.end();
      }
    };
    expect(await seen('worker_rt', systemTenant)).toBeGreaterThan(0);
    expect(await seen('worker_rt', tenant.id)).toBe(0);
    expect(await seen('app_rt', systemTenant)).toBe(0);
    expect(await seen('app_rt', tenant.id)).toBe(0);
  });

  it('has mails and timers and nothing else: no event, no trail, no audience', async () => {
    await queue(await mailOf('sign-in-code'));
    await app.drain();
    const tables = await app.sql<{ name: string }>(
      `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.columns
       where table_schema in ('public', 'auth') and column_name = 'tenant_id'`,
    );
    const used: string[] = [];
    for (const { name } of tables)
      if ((await app.sql(`select from ${name} where tenant_id = $1 limit 1`, [systemTenant])).length > 0)
        used.push(name);
    expect(used.sort()).toEqual(['public.direct_mail', 'public.timer']);
    expect(tables.length).toBeGreaterThan(50);
  });
});

describe('what an earlier version had still to send', () => {
  it('is sent by this one: each mail once, under the name it had, and none that had gone', async () => {
    const owner = new pg.Client({
      connectionString: roleUrl(app.application.database.ownerUrl, 'app_owner'),
    });
    await owner.connect();
    const q = {
      query: async (statement: string) => (await owner.query(statement)).rows,
    } as unknown as QueryRunner;
    const now = await app.advance(0);
    const mailing = `${tenant.id}:${randomUUID()}:${now.getTime()}`;
    const rows = [
      { kind: 'sign-in-code', once: 'waits', state: 'QUEUED', attempts: 0, sends: 1 },
      { kind: 'password-reset', once: 'was in hand', state: 'SENDING', attempts: 1, sends: 1 },
      { kind: 'invitation', once: mailing, state: 'QUEUED', attempts: 0, sends: 1 },
      { kind: 'sign-in-code', once: 'has gone', state: 'SENT', attempts: 1, sends: 0 },
    ].map((row) => ({ ...row, id: randomUUID(), to: `${randomUUID()}@example.jp` }));
    await owner.query('begin');
    await owner.query(`drop table public.direct_mail;
      alter table public.tenant drop constraint tenant_is_not_the_system;
      alter table auth.tenant drop constraint tenant_is_not_the_system;
      alter table auth.member_index drop constraint member_is_not_of_the_system`);
    await new Notifications1763690000006()['direct'](q);
    for (const { id, kind, once, state, attempts, to } of rows)
      await owner.query(
        `insert into auth.mail_message (id, kind, address, locale, once_key, content, state, attempts, created_at, due_at, good_until)
         values ($1, $2, $3, 'ja', $4, $5, $6, $7, app.now(), app.now() - interval '1 second', app.now() + interval '1 hour')`,
        [id, kind, to, once, state === 'SENT' ? null : JSON.stringify(text), state, attempts],
      );
    await new OneOutbox1763690000033().up(q);
    await owner.query('commit');
    await owner.end();
    expect(await app.sql(`select to_regclass('auth.mail_message') as gone`)).toEqual([{ gone: null }]);

    await app.drain();
    for (const { to, sends } of rows) expect(post.to(to)).toHaveLength(sends);
    const [carried] = post.to(rows[0]!.to);
    expect(carried!.messageId).toContain(rows[0]!.id);
    const found = await app.sql(
      `select id, tenant_id, state, attempts, repeats, content from direct_mail order by array_position($1::uuid[], id)`,
      [rows.map(({ id }) => id)],
    );
    const after = { state: 'SENT', attempts: 1, repeats: 0, content: null };
    expect(found).toEqual([
      { ...after, id: rows[0]!.id, tenant_id: systemTenant },
      { ...after, id: rows[1]!.id, tenant_id: systemTenant, attempts: 2, repeats: 1 },
      { ...after, id: rows[2]!.id, tenant_id: tenant.id },
      { ...after, id: rows[3]!.id, tenant_id: systemTenant },
    ]);
    // Asked for again, it is not sent again.
    const { to, once } = rows[2]!;
    const again = { ...(await mailOf('invitation')), to, once };
    await app.work.asSystem(tenant.id, 'test', (tx) => app.application.app.get(Mail).queue(again, tx));
    await app.drain();
    expect(post.to(to)).toHaveLength(1);
  });
});
