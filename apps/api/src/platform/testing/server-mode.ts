import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrations } from '../../../migrations/index.js';
import { freePort, startEmbeddedPostgres, type EmbeddedPostgres } from '@yoriai/embedded-postgres';
import { webRoot } from '../web/web-root.js';
import { Postbox } from './postbox.js';
import { ServerProcess, until } from './server-process.js';
import { TestClient } from './start-app.js';

/** No log may hold these. */
const canaries = [
  'sakura-office',
  'midori-canary',
  'kenji-canary',
  '山吹製作所',
  '夜も眠れません',
  '確認コード',
];
const [office, midori, kenji] = [
  'sakura-office@example.jp',
  'midori-canary@example.jp',
  'kenji-canary@example.jp',
];

const metricsToken = 'figures-for-prometheus';

const documents = (): ReadonlyMap<string, string> =>
  new Map(
    Object.values(
      JSON.parse(readFileSync(join(webRoot, 'operations.json'), 'utf8')) as Record<
        string,
        { name: string; text: string }
      >,
    ).map(({ name, text }) => [name, text]),
  );

/**
 * The parts of `docker-compose.yml`: a Postgres of its own, a mail server, two processes that serve requests
 * and one that works, all begun at the same moment on an empty database. The tests follow one another.
 */
interface RedisOfTest {
  start(): Promise<string>;
  stop(): Promise<void>;
  /** How often this was taken in its running window. */
  taken(bucket: string, key: string): Promise<number>;
  forgiveAll(): Promise<void>;
}

export function serverMode(redis: RedisOfTest | null): void {
  const dataDir = mkdtempSync(join(realpathSync(tmpdir()), 'yoriai-servers-'));
  const all: ServerProcess[] = [];
  let postgres: EmbeddedPostgres;
  let post: Postbox;
  let settings: Record<string, string>;
  let document: (name: string) => string;
  let [first, second, worker]: ServerProcess[] = [];
  let [atFirst, atSecond, listener]: TestClient[] = [];
  let groupId = '';

  const start = async (...spawning: Parameters<typeof ServerProcess.spawn>): Promise<ServerProcess> => {
    const one = await ServerProcess.spawn({ ...settings, ...spawning[0] }, spawning[1], spawning[2]);
    all.push(one);
    return one;
  };
  const sql = async <Row>(text: string): Promise<Row[]> => {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    try {
      return (await client.query(text)).rows as Row[];
    } finally {
      await client.end();
    }
  };
  const taken = async (bucket: string, key: string): Promise<number> => {
    if (redis) return redis.taken(bucket, key);
    const where = `bucket = '${bucket}' and key = '${key}'`;
    const [row] = await sql<{ taken: number }>(`select taken from auth.throttle where ${where}`);
    return row?.taken ?? 0;
  };
  const codeOf = async (email: string, mails: number): Promise<string> => {
    await until(() => post.to(email).length >= mails);
    return /\d{6}/.exec(post.to(email).at(-1)?.subject ?? '')?.[0] ?? '';
  };
  const tokenOf = async (email: string): Promise<string> => {
    await until(() => post.to(email).some(({ text }) => text?.includes('/invite#')));
    const mail = post.to(email).find(({ text }) => text?.includes('/invite#'));
    return /\/invite#([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  };
  /** A browser that goes to the first process, and the same browser at the second. */
  const accept = async (email: string): Promise<[TestClient, TestClient]> => {
    const [here, there] = [new TestClient(first!.url), new TestClient(second!.url)];
    await here.ask(document('AcceptInvitation'), { input: { token: await tokenOf(email) } });
    for (const [name, value] of here.cookies) there.cookies.set(name, value);
    return [here, there];
  };
  const listen = (client: TestClient, query = document('NotificationArrived')) => client.line().listen(query);
  const refused = async (...[client, query]: Parameters<typeof listen>): Promise<unknown[]> => {
    const screen = listen(client, query);
    await until(() => screen.ended.length > 0);
    await screen.close();
    return screen.ended;
  };
  const ask = (client: TestClient, title: string, idempotencyKey?: string) =>
    client.ask<{ postSupportRequest: { id: string } }>(document('PostSupportRequest'), {
      input: {
        groupId,
        title,
        body: '資金繰りのことで、夜も眠れません。',
        type: 'EMOTIONAL',
        wanted: 'LISTEN',
        ...(idempotencyKey ? { idempotencyKey } : {}),
      },
    });

  beforeAll(async () => {
    const list = documents();
    document = (name) => list.get(name) ?? `no document ${name}`;
    [post, postgres] = await Promise.all([Postbox.open(), startEmbeddedPostgres(dataDir)]);
    settings = {
      // A database elsewhere is reached over TCP.
      DATABASE_URL: postgres.url.replace(/@[^/]+/, `@127.0.0.1:${postgres.port}`),
      ...(redis ? { REDIS_URL: await redis.start() } : {}),
      SMTP_URL: post.url,
      PUBLIC_URL: 'http://localhost:3000',
      INSECURE_HTTP: '1',
      METRICS_TOKEN: metricsToken,
    };
    [first, second, worker] = await Promise.all([
      start({ ROLE: 'api' }),
      start({ ROLE: 'api' }),
      start({ ROLE: 'worker' }),
    ]);
    await Promise.all(all.map((one) => one.ready()));
  });

  afterAll(async () => {
    await Promise.all(all.map((one) => one.kill('SIGKILL')));
    await redis?.stop();
    await post?.close();
    await postgres?.stop();
    if (postgres) rmSync(postgres.home, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('three processes that begin at once on an empty database make its tables once', async () => {
    expect(await sql(`select count(*)::int as n from migrations`)).toEqual([{ n: migrations.length }]);
    for (const one of all) expect(await one.readiness()).toBe(200);
  });

  it('runs the documents of the web client and no others, and refuses introspection', async () => {
    const visitor = new TestClient(first!.url);
    expect(await visitor.ask(document('Site'))).toMatchObject({ site: { registration: false, demo: false } });
    for (const stranger of [
      '{ __schema { types { name } } }',
      'query Site { site { registration } }',
      '{ sight { demo } }',
      '',
    ]) {
      const { errors, data } = await visitor.query(stranger);
      expect(data).toBeNull();
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
      expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
    }
    expect(await refused(new TestClient(second!.url))).toMatchObject([{ code: 4403 }]);
    expect((await visitor.fetch('/graphql?query={__typename}')).status).toBe(405);
  });

  it('has no doors for development, takes no new organisations, and runs nothing for people on a worker', async () => {
    const visitor = new TestClient(first!.url);
    for (const path of ['/dev/mail', '/dev/clock', '/dev/drain'])
      for (const method of ['GET', 'POST']) expect((await visitor.fetch(path, { method })).status).toBe(404);
    const input = {
      tenantName: '山吹製作所',
      slug: 'yamabuki',
      displayName: '山吹 緑',
      email: midori,
      mailCode: '000000',
      password: 'a long enough password',
    };
    expect(await visitor.refusal(document('RegisterTenant'), { input })).toBe('REGISTRATION_CLOSED');
    const atWorker = new TestClient(worker!.url);
    expect((await atWorker.fetch('/graphql', { method: 'POST' })).status).toBe(404);
    for (const at of [visitor, atWorker]) {
      for (const authorization of ['', 'Bearer', `Bearer ${metricsToken.slice(1)}`])
        expect((await at.fetch('/metrics', { headers: { authorization } })).status).toBe(404);
      const asked = await at.fetch('/metrics', { headers: { authorization: `Bearer ${metricsToken}` } });
      expect([asked.status, await asked.text()]).toEqual([200, expect.stringContaining('yoriai_due')]);
    }
  });

  it('its first organisation comes from the command line; the invitation arrives and is good at both processes', async () => {
    const args = ['--name', 'さくら市産業振興センター', '--slug', 'sakura', '--email', office!];
    const command = await start({}, 'register-tenant.ts', args);
    expect([await command.ended, command.output]).toEqual([0, expect.stringContaining('登録しました')]);
    all.splice(all.indexOf(command), 1);
    [atFirst, atSecond] = await accept(office!);
    expect(await atSecond!.ask(document('Shell'))).toMatchObject({
      viewer: { tenant: { slug: 'sakura' }, member: { displayName: '事務局', role: 'ADMIN' } },
    });
    // On a socket too only the documents of the web client are run.
    expect(await refused(atSecond!, 'subscription { notificationArrived { id title } }')).toEqual([
      [expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } })],
    ]);
  });

  it('a person signs in by a mailed code at one process and goes on at the other', async () => {
    const [here, there] = [new TestClient(first!.url), new TestClient(second!.url)];
    const before = post.to(office!).length;
    await here.ask(document('RequestSignInCode'), { email: office });
    const code = await codeOf(office!, before + 1);
    const response = await here.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: document('SignInWithCode'), variables: { email: office, code } }),
    });
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; SameSite=Lax$/),
      expect.stringMatching(/^known-browser=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    there.cookies.set('session', here.cookies.get('session') ?? '');
    expect(await there.ask(document('LastTenant'))).toMatchObject({ viewer: { tenant: { slug: 'sakura' } } });
  });

  // Redis has no part in what these two say, and each starts a process of its own.
  if (!redis) {
    it('behind a proxy that speaks https the cookies are secure and of this host alone', async () => {
      const behind = await start({ ROLE: 'api', PUBLIC_URL: 'https://yoriai.example', TRUSTED_PROXIES: '1' });
      const visitor = new TestClient((await behind.ready()).url);
      const before = post.to(office!).length;
      const say = async (name: string, variables: object) => {
        const answer = await visitor.fetch('/graphql', {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-forwarded-proto': 'https',
            'x-forwarded-for': '203.0.113.7',
          },
          body: JSON.stringify({ query: document(name), variables }),
        });
        expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
        return answer.headers.getSetCookie();
      };
      const [browser] = await say('RequestSignInCode', { email: office });
      expect(browser).toMatch(/; Secure/);
      const cookies = await say('SignInWithCode', { email: office, code: await codeOf(office!, before + 1) });
      expect(cookies).toEqual([
        expect.stringMatching(
          /^__Host-session=[\w-]{43}; Max-Age=7776000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
        ),
        expect.stringMatching(
          /^known-browser=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
        ),
      ]);
      expect(await taken('sign-in-code:network', '203.0.113.7')).toBe(1);
      expect(await behind.kill('SIGTERM')).toBe(0);
    });

    it('a process that finds no database says so and ends', async () => {
      const nowhere = settings['DATABASE_URL']!.replace(/:\d+(?=\/)/, `:${await freePort()}`);
      const late = await start({ ROLE: 'api', DATABASE_URL: nowhere });
      expect(await late.ended).toBe(1);
      expect(late.output).toMatch(/^The database at 127\.0\.0\.1:\d+ cannot be used: .*ECONNREFUSED/);
    });
  }

  it('counts tries of all processes together', async () => {
    const email = 'nobody-canary@example.jp';
    const visitors = [first!, second!].map(({ url }) => new TestClient(url));
    const codes = await Promise.all(
      Array.from({ length: 8 }, (_, i) => visitors[i % 2]!.refusal(document('RequestSignInCode'), { email })),
    );
    expect(codes.sort()).toEqual([
      ...Array<string>(3).fill('RATE_LIMITED'),
      ...Array<string>(5).fill('no error'),
    ]);
    expect(await taken('sign-in-code:account', email)).toBe(5);
  });

  it('what the worker tells arrives on a screen of the other process, once, however often it was sent', async () => {
    const { createGroup } = await atFirst!.ask<{ createGroup: { id: string } }>(document('CreateGroup'), {
      input: { name: '水曜会', purpose: '毎月の振り返り' },
    });
    groupId = createGroup.id;
    for (const [email, displayName] of [
      [midori, '山吹 緑'],
      [kenji, '青木 健二'],
    ])
      await atSecond!.ask(document('InviteMember'), { input: { email, displayName, groupId } });
    [atFirst, atSecond] = await accept(midori!);
    [, listener] = await accept(kenji!);
    const allNotified = () =>
      until(async () => (await sql(`select from delivery where state = 'DUE'`)).length === 0);
    await allNotified();
    const screen = listen(listener!);
    // It listens once a message arrives.
    await until(async () => {
      await ask(atFirst!, '聞こえますか');
      await allNotified();
      await pause(500);
      return screen.heard.length > 0;
    });
    const before = screen.heard.length;
    const answers = await Promise.all(
      [atFirst!, atSecond!, atFirst!, atSecond!].map((client) =>
        ask(client, '山吹製作所のこと', 'once-canary'),
      ),
    );
    expect(new Set(answers.map(({ postSupportRequest }) => postSupportRequest.id)).size).toBe(1);
    await until(() => screen.heard.length > before);
    await pause(300);
    expect(screen.heard).toHaveLength(before + 1);
    await screen.close();
  });

  it('a worker killed in the middle of its work loses nothing: the next one goes on', async () => {
    const told = async () =>
      (
        await sql<{ n: number }>(`select count(*)::int as n from notification where kind = 'support.posted'`)
      )[0]!.n;
    const before = await told();
    await Promise.all(Array.from({ length: 12 }, (_, i) => ask([atFirst!, atSecond!][i % 2]!, `相談 ${i}`)));
    await until(async () => (await told()) > before);
    await worker!.kill('SIGKILL');
    await ask(atFirst!, '誰も働いていない間の相談');
    worker = await (await start({ ROLE: 'worker' })).ready();
    await until(async () => (await sql(`select from delivery where state = 'DUE'`)).length === 0);
    expect(await told()).toBe(before + 13);
    expect(await sql(`select from delivery where attempts > 20 or state = 'FAILED'`)).toEqual([]);
  });

  it('processes outlive a restart of their database, and say when they cannot work', async () => {
    const serving = [first!, second!, worker!];
    // The hour's posts are used up by now.
    await sql('delete from auth.throttle');
    await redis?.forgiveAll();
    const crash = Number.parseInt(readFileSync(join(postgres.home, 'data', 'postmaster.pid'), 'utf8'), 10);
    process.kill(crash, 'SIGQUIT');
    await postgres.stop();
    expect(await Promise.all(serving.map((one) => one.readiness()))).toEqual([503, 503, 503]);
    const { errors } = await atFirst!.query(document('Shell'));
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL']);

    postgres = await startEmbeddedPostgres(dataDir);
    for (const one of serving) await one.ready();
    const screen = listen(listener!);
    await until(async () => {
      await ask(atFirst!, '再起動のあとの相談');
      await pause(2_000);
      return screen.heard.length > 0;
    });
    await screen.close();
  });

  // main.ts cuts off unfinished work after eight seconds; container runtimes kill after ten.
  it('a process that is asked to end ends', async () => {
    const screen = listen(atSecond!);
    const ends = await Promise.all([first!, second!, worker!].map((one) => one.kill('SIGTERM')));
    expect(ends).toEqual([0, 0, 0]);
    await screen.close();
  });

  it('writes nothing into its logs that people have written or that leads to them', () => {
    const logs = all.map(({ output }) => output).join('\n');
    expect(logs).toContain('"ready"');
    for (const canary of [...canaries, ...post.mails.map(({ subject }) => /\d{6}/.exec(subject ?? '')?.[0])])
      if (canary) expect(logs).not.toContain(canary);
  });
}
