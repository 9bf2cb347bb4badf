import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Postbox } from '../platform/testing/postbox.js';
import { programOf, until } from '../platform/testing/server-process.js';
import { startApp, type TestApp } from '../platform/testing/start-app.js';
import { notify } from './notify.js';

const root = resolve(import.meta.dirname, '../../../..');
/** `NOTICES=500 KILLS=20` for the long run. */
const notices = Number(process.env['NOTICES'] ?? 45);
const kills = Number(process.env['KILLS'] ?? 2);

let app: TestApp;
let post: Postbox;
let worker: ChildProcess | null = null;

beforeAll(async () => {
  post = await Postbox.open();
  app = await startApp({ SMTP_URL: post.url });
});
afterAll(async () => {
  worker?.kill('SIGKILL');
  await app?.stop();
  await post?.close();
});

/** A worker as a server runs it, in a process of its own. */
function startWorker(): ChildProcess {
  return spawn(process.execPath, programOf('main.ts'), {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      NODE_OPTIONS: '',
      HOST: '127.0.0.1',
      PORT: '0',
      ROLE: 'worker',
      LOG_LEVEL: 'fatal',
      DATABASE_URL: app.application.database.ownerUrl,
      SMTP_URL: post.url,
      PUBLIC_URL: 'https://yoriai.example',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}
const waiting = async () =>
  (
    await app.sql<{ n: number }>(
      `select count(*)::int as n from mail_message where state in ('QUEUED', 'SENDING')`,
    )
  )[0]!.n;

it(
  'workers killed while they send lose no mail; each kill repeats a mail at most once, and what is repeated is counted',
  async () => {
    const tenant = await app.tenant();
    const hanako = await app.member(tenant);
    const groupId = await app.group(tenant, [hanako]);
    await app.work.asSystem(tenant.id, 'test', (tx) =>
      tx.sql('test.no-quiet', `insert into member_settings values ($1, $2, false, null, null, '{}', 2)`, [
        tenant.id,
        hanako.memberId,
      ]),
    );
    for (let i = 0; i < notices; i++)
      await app.work.asSystem(tenant.id, 'test', (tx) =>
        notify(tx, {
          kind: 'group.joined',
          to: [hanako.memberId],
          ids: { groupId, memberId: hanako.memberId },
          once: `n${i}`,
        }),
      );

    for (let kill = 1; kill <= kills; kill++) {
      worker = startWorker();
      const target = Math.min(notices, Math.floor((kill * notices) / (kills + 1)));
      await until(() => post.mails.length >= target);
      const exit = once(worker, 'exit');
      worker.kill('SIGKILL');
      await exit;
    }
    worker = startWorker();
    // What the dead had in hand is taken up again after twenty seconds; no need to sit and wait for them.
    await app.advance(21);
    await until(async () => (await waiting()) === 0);

    const perMail = new Map<string, number>();
    for (const { messageId = '' } of post.mails) perMail.set(messageId, (perMail.get(messageId) ?? 0) + 1);
    const [rows] = await app.sql<{ sent: number; repeats: number }>(
      `select count(*) filter (where state = 'SENT')::int as sent, sum(repeats)::int as repeats from mail_message`,
    );
    expect(perMail.size).toBe(notices);
    expect(rows!.sent).toBe(notices);
    expect(Math.max(...perMail.values())).toBeLessThanOrEqual(1 + kills);
    expect(post.mails.length - notices).toBeLessThanOrEqual(rows!.repeats);
    expect(await app.sql('select count(*)::int as n from notification')).toEqual([{ n: notices }]);
  },
  60_000 + kills * 20_000,
);
