import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { plus } from '@yoriai/domain/kernel';
import PostalMime from 'postal-mime';
import { Postbox } from '../testing/postbox.js';
import { startApp, type TestApp } from '../testing/start-app.js';
import type { DirectMail } from './direct-mails.store.js';
import { Mail } from './mail.js';
import { MailTransport } from './transport.js';

const text = {
  subject: 'サインインの番号',
  paragraphs: ['番号は 123456 です。', '<script>alert(1)</script>'],
  facts: [],
  buttons: [{ label: 'サインイン', url: 'https://yoriai.example/sign-in?a=1&b="2"' }],
  footer: ['心当たりがなければ、何もしなくて大丈夫です。'],
};
const codeMail = async (app: TestApp, changes: Partial<DirectMail> = {}): Promise<DirectMail> => ({
  kind: 'sign-in-code',
  to: `${randomUUID()}@example.jp`,
  locale: 'ja',
  once: randomUUID(),
  text,
  goodUntil: plus(await app.advance(0), 600_000),
  ...changes,
});
const rowOf = async (app: TestApp, { once }: DirectMail) =>
  (
    await app.sql<{ state: string; content: unknown; attempts: number; repeats: number; bounced: boolean }>(
      'select state, content, attempts, repeats, bounced from direct_mail where once_key = $1',
      [once],
    )
  )[0];

describe('a code or a link, sent to an address', () => {
  let app: TestApp;
  let post: Postbox;
  let mail: Mail;
  beforeAll(async () => {
    post = await Postbox.open();
    app = await startApp({ SMTP_URL: post.url });
    mail = app.application.app.get(Mail);
  });
  afterAll(async () => {
    await app?.stop();
    await post?.close();
  });
  beforeEach(() => void (post.mails.length = post.manners.length = 0));

  it('goes at once, once, and leaves no words behind', async () => {
    const code = await codeMail(app);
    await Promise.all(Array.from({ length: 10 }, () => mail.queue(code)));
    await app.sendDirectMails();
    expect(post.to(code.to)).toHaveLength(1);
    expect(post.to(code.to)[0]!.text).toContain('番号は 123456 です。');
    expect(await rowOf(app, code)).toEqual({
      state: 'SENT',
      content: null,
      attempts: 1,
      repeats: 0,
      bounced: false,
    });
  });

  it('many at once all arrive', async () => {
    const codes = await Promise.all(Array.from({ length: 25 }, () => codeMail(app)));
    await Promise.all(codes.map((code) => mail.queue(code)));
    await app.sendDirectMails();
    for (const code of codes) expect(post.to(code.to)).toHaveLength(1);
  });

  it('is tried again when the server is busy, and not when the address is unknown', async () => {
    const [busy, unknown] = [await codeMail(app), await codeMail(app)];
    post.manners.push({ code: 451 });
    await mail.queue(busy);
    await app.sendDirectMails();
    expect(await rowOf(app, busy)).toMatchObject({ state: 'QUEUED', attempts: 1 });
    await app.advance(6);
    await app.sendDirectMails();
    expect(post.to(busy.to)).toHaveLength(1);
    post.manners.push({ code: 550 });
    await mail.queue(unknown);
    await app.sendDirectMails();
    expect(await rowOf(app, unknown)).toMatchObject({ state: 'FAILED', content: null, bounced: true });
  });

  it('is dropped when it has expired before it could be sent', async () => {
    const late = await codeMail(app, { goodUntil: plus(await app.advance(0), -1_000) });
    await mail.queue(late);
    await app.sendDirectMails();
    expect(post.to(late.to)).toEqual([]);
    expect(await rowOf(app, late)).toMatchObject({ state: 'DROPPED', content: null });
  });

  it('left behind by a process that died is sent by the next, and counted', async () => {
    const code = await codeMail(app);
    await mail.queue(code);
    // As the first of its two transactions leaves it.
    const [row] = await app.sql<{ id: string }>(
      `update direct_mail set state = 'SENDING', attempts = 1 where once_key = $1 returning id`,
      [code.once],
    );
    await app.sql(`update timer set due_at = app.now() + interval '20 seconds' where key = $1`, [row!.id]);
    await app.sendDirectMails();
    expect(post.to(code.to)).toEqual([]);
    await app.advance(21);
    await app.sendDirectMails();
    expect(post.to(code.to)).toHaveLength(1);
    expect(await rowOf(app, code)).toMatchObject({ state: 'SENT', attempts: 2, repeats: 1 });
  });

  it('shows no development mailbox where mails really go out', async () =>
    expect((await fetch(`${app.url}/dev/mail`)).status).toBe(404));
});

describe('the development mailbox', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({});
  });
  afterAll(() => app?.stop());

  it('shows what was sent, newest first, and runs nothing in it', async () => {
    expect(await (await fetch(`${app.url}/dev/mail`)).text()).toContain('まだメールはありません');
    const mail = app.application.app.get(Mail);
    await mail.queue(await codeMail(app, { text: { ...text, subject: '一通目' } }));
    await app.sendDirectMails();
    await mail.queue(await codeMail(app, { text: { ...text, subject: '二通目 <b>&' } }));
    await app.sendDirectMails();
    const list = await (await fetch(`${app.url}/dev/mail`)).text();
    expect(list.indexOf('二通目 &lt;b&gt;&amp;')).toBeGreaterThan(0);
    expect(list.indexOf('二通目')).toBeLessThan(list.indexOf('一通目'));
    const [, id] = /href="\/dev\/mail\/([0-9a-f-]{36})"/.exec(list)!;
    const page = await (await fetch(`${app.url}/dev/mail/${id}`)).text();
    expect(page).toContain('番号は 123456 です。');
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(page).not.toContain('<script>');
  });

  it.each(['nonsense', '..%2f..%2fport', '01938f4e-0000-7000-8000-000000000001'])(
    'knows no mail %s',
    async (id) => expect((await fetch(`${app.url}/dev/mail/${id}`)).status).toBe(404),
  );

  it('writes whole .eml files that a mail program reads, and a repeat is the same file', async () => {
    const transport = app.application.app.get(MailTransport);
    const id = randomUUID();
    const mail = {
      id,
      to: 'hanako@example.jp',
      locale: 'ja' as const,
      notice: 'meeting.invite',
      text,
      at: new Date('2026-11-20T10:00:00Z'),
      calendar: {
        method: 'REQUEST' as const,
        content: 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n',
      },
    };
    await transport.send(mail);
    await transport.send(mail);
    const folder = join(app.config.dataDir, 'mail');
    expect(readdirSync(folder).filter((name) => name.startsWith(id))).toEqual([`${id}.eml`, `${id}.json`]);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    const read = await PostalMime.parse(readFileSync(join(folder, `${id}.eml`)));
    expect(read).toMatchObject({
      subject: 'サインインの番号',
      to: [{ address: 'hanako@example.jp' }],
      messageId: `<${id}@localhost>`,
      date: '2026-11-20T10:00:00.000Z',
    });
    expect(read.text).toContain('https://yoriai.example/sign-in?a=1&b="2"');
    expect(read.html).toContain('a=1&amp;b=&quot;2&quot;');
    expect(read.attachments.map(({ mimeType, method }) => [mimeType, method])).toContainEqual([
      'text/calendar',
      'REQUEST',
    ]);
  });

  it('answers no page that only pretends to be this machine', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) =>
      request(`${app.url}/dev/mail`, { headers: { host: 'evil.example' } }, (response) =>
        resolve(response.resume().statusCode),
      )
        .on('error', reject)
        .end(),
    );
    expect(status).toBe(404);
  });
});
