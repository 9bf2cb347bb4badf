import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { WebSocket } from 'ws';
import { Live } from '../live/live.js';
import { until } from '../testing/server-process.js';
import {
  startApp,
  type TestApp,
  type TestClient,
  type TestMember,
  type TestTenant,
} from '../testing/start-app.js';

let app: TestApp;
let tenant: TestTenant;
let member: TestMember;
let client: TestClient;
beforeAll(async () => {
  app = await startApp({ TRUSTED_PROXIES: '1' });
  tenant = await app.tenant();
  member = await app.member(tenant, { role: 'ADMIN' });
  client = await app.as(member);
}, 60_000);
afterAll(() => app.stop());

interface Said {
  readonly status: number;
  readonly size: number;
  readonly errors: readonly {
    message: string;
    extensions: { code: string; params?: { rule?: string; limit?: number } };
  }[];
}
/** Said three times: once run by graphql-js, then compiled. Each time the answer is the same. */
async function thrice(query: string, variables: Record<string, unknown> = {}): Promise<Said> {
  const said: Said[] = [];
  for (let time = 0; time < 3; time++) {
    const response = await client.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'yoriai-tenant': tenant.slug },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const { errors = [] } = JSON.parse(text) as { errors?: Said['errors'] };
    said.push({ status: response.status, size: text.length, errors });
  }
  expect(said[1]).toEqual(said[0]);
  expect(said[2]).toEqual(said[0]);
  return said[0]!;
}
const makeGroup = `mutation ($input: CreateGroupInput!) { createGroup(input: $input) { id } }`;
const search = `query ($search: String) { members(search: $search) { edges { node { id } } } }`;

describe('variables', () => {
  it('that fail are told fifty at a time, in few words, also by a compiled document', async () => {
    const goals = Array.from({ length: 400 }, (_, i) => ({ [`${i}`]: 'x'.repeat(1_000) }));
    const { status, errors, size } = await thrice(makeGroup, { input: { name: 'x', purpose: 'x', goals } });
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(errors.length).toBeLessThanOrEqual(51);
    expect(Math.max(...errors.map(({ message }) => message.length))).toBeLessThanOrEqual(300);
    expect(size).toBeLessThan(40_000);
  });

  it.each([
    ['a list of 501', { goals: Array<number>(501).fill(1) }, 500],
    ['5,001 values, wherever they stand', { goals: Array(200).fill(Array(30).fill(1)) }, 5_000],
    [
      'an object of ten thousand names',
      Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`n${i}`, 1])),
      5_000,
    ],
  ])('%s are refused before anything is made of them', async (_what, more, limit) => {
    const { status, errors } = await thrice(makeGroup, { input: { name: 'x', purpose: 'x', ...more } });
    expect([status, errors.map(({ extensions }) => extensions.params)]).toEqual([
      400,
      [{ rule: 'TOO_MANY', limit }],
    ]);
  });

  it('and texts in a document hold what people write, and no more', async () => {
    const tooLong = { rule: 'TOO_LONG', limit: 20_000 };
    for (const [query, variables] of [
      [search, { search: 'あ'.repeat(20_001) }],
      [makeGroup, { input: { name: 'あ'.repeat(20_001), purpose: 'x' } }],
      [search, { nobodyAskedFor: { base64: 'あ'.repeat(20_001) } }],
      [`{ members(search: "${'あ'.repeat(20_001)}") { edges { node { id } } } }`, {}],
    ] as const)
      expect((await thrice(query, variables)).errors.map(({ extensions }) => extensions.params)).toEqual([
        tooLong,
      ]);
    const { errors } = await thrice(`{ viewer { member { id } } } # ${'x'.repeat(100_000)}`);
    expect(errors.map(({ extensions }) => extensions.params)).toEqual([{ rule: 'TOO_LONG', limit: 100_000 }]);
  });

  it('a roster file alone may be longer, in its own field', async () => {
    const preview = `query ($input: RosterFileInput!) { previewRosterImport(input: $input) { importable } }`;
    const file = (field: 'base64' | 'fileName', length: number) => ({
      input: { fileName: 'x.csv', base64: 'eA==', [field]: 'eHh4'.repeat(length / 4) },
    });
    expect((await thrice(preview, file('base64', 1_200_000))).errors).toEqual([]);
    expect((await thrice(preview, file('base64', 1_500_004))).errors[0]?.extensions.params).toEqual({
      rule: 'TOO_LONG',
      limit: 1_500_000,
    });
    expect((await thrice(preview, file('fileName', 24_000))).errors[0]?.extensions.params).toMatchObject({
      limit: 20_000,
    });
  });

  it('of a mail address pile no marks: no caller waits for them', async () => {
    const email = `a${'\u0315'.repeat(9_000)}${'\u0300'.repeat(9_000)}@example.jp`;
    const { errors } = await thrice(`mutation ($email: String!) { requestSignInCode(email: $email) }`, {
      email,
    });
    expect(errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      params: { rule: 'TOO_LONG', limit: 254 },
    });
  });
});

describe('what a document asks for', () => {
  it('counts every list, not connections alone', async () => {
    const wide = Array.from(
      { length: 8 },
      (_, i) => `m${i}: memberships { member { id displayName groups { id } } }`,
    );
    const { errors } = await thrice(`{ groups(first: 100) { edges { node { ${wide.join(' ')} } } } }`);
    expect(errors[0]?.extensions.params).toEqual({ rule: 'OUT_OF_RANGE', limit: 50_000, what: 'rows' });
  });

  it('ends where lists turn out to bring more than twenty thousand things', async () => {
    // Each of fifteen people is in a hundred groups of fifteen.
    const people = [member];
    for (let i = 1; i < 15; i++) people.push(await app.member(tenant));
    const groups = Array.from({ length: 100 }, () => uuidv7());
    await app.work.asSystem(tenant.id, 'test', async (tx) => {
      await tx.sql(
        'test.many-groups',
        `insert into "group" (tenant_id, id, name, purpose, template, capacity, status, created_by, created_at)
         select $1, id, '水曜会', '毎月の振り返り', 'MIXED', 20, 'ACTIVE', $3, $4 from unnest($2::uuid[]) as id`,
        [tenant.id, groups, member.memberId, tx.now],
      );
      await tx.sql(
        'test.many-memberships',
        `insert into group_membership (tenant_id, group_id, member_id, role, joined_at)
         select $1, g, m, 'MEMBER', $4 from unnest($2::uuid[]) as g cross join unnest($3::uuid[]) as m`,
        [tenant.id, groups, people.map(({ memberId }) => memberId), tx.now],
      );
    });
    const asked = (first: number) =>
      thrice(`{ members(first: ${first}) { edges { node { groups { memberships { role } } } } } }`);
    // One brings a hundred groups of fifteen.
    expect((await asked(10)).errors).toEqual([]);
    const { errors, size } = await asked(15);
    expect(errors[0]?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      params: { rule: 'OUT_OF_RANGE', limit: 20_000, what: 'rows' },
    });
    expect(errors.length).toBeLessThanOrEqual(50);
    expect(size).toBeLessThan(40_000);
  });

  it('is no subscription: that comes over a socket, whatever stands in it', async () => {
    for (const query of [
      'subscription { notificationArrived { id } }',
      'subscription { notificationArrived @include(if: $missing) { id } }',
      'subscription { notificationArrived @skip(if: "x") { id } }',
      'subscription { ...F } fragment F on Subscription { notificationArrived @skip(if: $missing) { id } }',
      'query Q { __typename } subscription S { notificationArrived @include(if: $missing) { id } }',
    ]) {
      const { status, errors } = await thrice(query);
      expect([query, status, errors.map(({ extensions }) => extensions.code)]).toEqual([
        query,
        400,
        ['BAD_USER_INPUT'],
      ]);
    }
    expect((await thrice('{ viewer { member { displayName } } } # no subscription')).status).toBe(200);
  });
});

/** A socket that speaks graphql-ws by hand. */
class Line {
  readonly heard: { type: string; id?: string; payload?: unknown }[] = [];
  closed: number | null = null;
  readonly socket: WebSocket;

  constructor(who: TestClient | null, address = '203.0.113.1') {
    const cookie = who ? { cookie: `session=${who.cookies.get('session')}` } : {};
    this.socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { ...cookie, 'x-forwarded-for': address },
    });
    this.socket.on('message', (data) => void this.heard.push(JSON.parse(String(data)) as Line['heard'][0]));
    this.socket.on('close', (code) => void (this.closed = code));
    this.socket.on('unexpected-response', (request, response) => {
      this.closed = response.statusCode ?? 0;
      request.destroy();
    });
    this.socket.on('error', () => void (this.closed ??= -1));
    this.socket.on('open', () =>
      this.say({ type: 'connection_init', payload: { 'Yoriai-Tenant': tenant.slug } }),
    );
  }
  say(message: object): void {
    this.socket.send(JSON.stringify(message));
  }
  subscribe(id: string, query = 'subscription { notificationArrived { id } }'): void {
    this.say({ id, type: 'subscribe', payload: { query } });
  }
  get isOpen(): boolean {
    return this.heard.some(({ type }) => type === 'connection_ack');
  }
  /** `open`, or the number it was refused or closed with. */
  async settled(): Promise<'open' | number> {
    await until(() => this.isOpen || this.closed !== null);
    return this.closed ?? 'open';
  }
  async end(): Promise<void> {
    this.socket.terminate();
    await until(() => this.closed !== null);
  }
}

describe('a socket', () => {
  const listening = () => app.application.app.get(Live).listening;

  it('carries twenty subscriptions, however many come at once', async () => {
    const before = listening();
    const line = new Line(client);
    expect(await line.settled()).toBe('open');
    for (let i = 0; i < 1_500; i++) line.subscribe(`s${i}`);
    const refused = () => line.heard.filter(({ type }) => type === 'error');
    await until(() => refused().length >= 1_480);
    await until(() => listening() - before >= 20);
    expect([refused().length, listening() - before]).toEqual([1_480, 20]);
    expect(JSON.stringify(refused()[0])).toContain('RATE_LIMITED');
    // What is stopped makes room.
    line.say({ id: 's0', type: 'complete' });
    await until(() => listening() - before === 19);
    line.subscribe('again');
    await until(() => listening() - before === 20);
    expect(refused()).toHaveLength(1_480);
    await line.end();
    await until(() => listening() === before);
  });

  it('answers what cannot be evaluated as bad input', async () => {
    const line = new Line(client);
    expect(await line.settled()).toBe('open');
    line.subscribe('x', 'subscription { notificationArrived @include(if: $missing) { id } }');
    await until(() => line.heard.length > 1);
    expect(JSON.stringify(line.heard[1])).toContain('BAD_USER_INPUT');
    await line.end();
  });

  it('is not kept open for a person who has not signed in', async () => {
    expect(await new Line(null).settled()).toBe(4403);
    const stranger = app.client();
    stranger.cookies.set('session', 'x'.repeat(43));
    expect(await new Line(stranger).settled()).toBe(4403);
  });

  it('is one of thirty that a person may have, wherever from', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => new Line(client, `198.51.100.${i}`));
    const settled = await Promise.all(lines.map((line) => line.settled()));
    expect(settled.filter((one) => one === 'open')).toHaveLength(30);
    expect(settled.filter((one) => one === 4429)).toHaveLength(10);
    await Promise.all(
      lines
        .filter(({ closed }) => closed === null)
        .slice(0, 1)
        .map((line) => line.end()),
    );
    let another = new Line(client);
    // Our own end may hear of it first.
    while ((await another.settled()) !== 'open') another = new Line(client);
    await Promise.all([another, ...lines].filter(({ closed }) => closed === null).map((line) => line.end()));
  });

  it('is one of three hundred from one network address, told by our proxy', async () => {
    const lines: Line[] = [];
    for (let person = 0; person < 10; person++) {
      const who = await app.as(await app.member(tenant));
      const theirs = Array.from({ length: 30 }, () => new Line(who, '192.0.2.9'));
      expect(new Set(await Promise.all(theirs.map((line) => line.settled())))).toEqual(new Set(['open']));
      lines.push(...theirs);
    }
    const late = await app.as(await app.member(tenant));
    expect(await new Line(late, '192.0.2.9').settled()).toBe(429);
    const elsewhere = new Line(late, '192.0.2.10');
    expect(await elsewhere.settled()).toBe('open');
    await Promise.all([elsewhere, ...lines].map((line) => line.end()));
  });

  it('that is refused at the door does not stay half open', async () => {
    const { hostname, port } = new URL(app.url);
    const server = app.application.app.getHttpServer() as Server;
    const accepted = once(server, 'connection') as Promise<[Socket]>;
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    socket.write(
      `GET /other HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    );
    const [theirs] = await accepted;
    await until(() => theirs.destroyed);
    socket.destroy();
  });

  it('whose caller hung up before we looked stops no other', async () => {
    const { hostname, port } = new URL(app.url);
    const server = app.application.app.getHttpServer() as Server;
    const gone = new Promise((resolve) => {
      server.prependOnceListener('upgrade', (_request, theirs: Socket) => {
        theirs.destroy();
        // A socket that is gone has no address.
        setImmediate(() => resolve(theirs.remoteAddress));
      });
    });
    const socket = connect({ host: hostname, port: Number(port) });
    socket.on('error', () => undefined);
    socket.write(
      `GET /graphql HTTP/1.1\r\nHost: ${hostname}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    );
    expect(await gone).toBeUndefined();
    const line = new Line(client, '192.0.2.11');
    expect(await line.settled()).toBe('open');
    await line.end();
  });
});

describe('a request that never ends', () => {
  it.each([
    [
      'its body',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"query":',
    ],
    ['its head', 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: appl'],
  ])(
    'in %s is ended by us',
    async (_part, half) => {
      const server = app.application.app.getHttpServer() as Server;
      const [request, head] = [server.requestTimeout, server.headersTimeout];
      expect([request, head, server.timeout]).toEqual([60_000, 20_000, 120_000]);
      Object.assign(server, { requestTimeout: 300, headersTimeout: 200 });
      try {
        const socket = connect(Number(new URL(app.url).port), '127.0.0.1');
        let answer = '';
        socket.on('data', (data) => void (answer += String(data)));
        socket.on('error', () => undefined);
        socket.write(half);
        await once(socket, 'close');
        expect(answer).toMatch(/^HTTP\/1\.1 408 /);
      } finally {
        Object.assign(server, { requestTimeout: request, headersTimeout: head });
      }
    },
    60_000,
  );
});

describe('answers', () => {
  it('to a document are kept in no cache on the way, nor are refusals', async () => {
    const ask = (body: string, type = 'application/json') =>
      client.fetch('/graphql', { method: 'POST', headers: { 'content-type': type }, body });
    for (const response of [
      await ask('{"query":"{ __typename }"}'),
      await ask('{"query":"{ nothing }"}'),
      await ask('{'),
      await ask('{}', 'text/plain'),
      await client.fetch('/graphql'),
      await client.fetch('/healthz'),
      await client.fetch('/nowhere'),
    ])
      expect([response.url, response.status, response.headers.get('cache-control')]).toEqual([
        response.url,
        response.status,
        'no-store',
      ]);
  });

  it('let a page talk to this host alone', async () => {
    const policy = (await client.fetch('/healthz')).headers.get('content-security-policy') ?? '';
    expect(policy.split('; ').find((part) => part.startsWith('connect-src'))).toBe(
      `connect-src 'self' ${app.config.publicUrl.replace('http', 'ws')}`,
    );
  });
});

describe('the doors of the development mode', () => {
  const move = (headers: Record<string, string>, body = '{"advance":0}', path = '/dev/clock') =>
    fetch(`${app.url}${path}`, { method: 'POST', headers, body }).then(({ status }) => status);
  const json = { 'content-type': 'application/json' };

  it('open for JSON from this machine', async () => {
    expect(await move(json)).toBe(200);
    expect(await move({ ...json, origin: app.url })).toBe(200);
    expect(await move(json, '{}', '/dev/drain')).toBe(200);
  });

  it.each([
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'advance=3600', 415],
    ['a form that looks like JSON', { 'content-type': 'text/plain' }, '{"advance":3600}', 415],
    ['a page of another site', { ...json, origin: 'https://evil.example' }, '{"advance":3600}', 403],
    ['a page of another port', { ...json, origin: 'http://127.0.0.1:1' }, '{"advance":3600}', 403],
    ['a page of no origin', { ...json, origin: 'null' }, '{"advance":3600}', 403],
  ])('stay shut for %s', async (_who, headers, body, status) => {
    const before = await app.advance(0);
    expect(await move(headers, body)).toBe(status);
    expect(await move(headers, body, '/dev/drain')).toBe(status);
    expect((await app.advance(0)).getTime() - before.getTime()).toBeLessThan(3_000_000);
  });
});
