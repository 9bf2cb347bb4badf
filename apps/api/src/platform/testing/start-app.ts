import 'reflect-metadata';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GroupId, MemberId, TenantId, UserId } from '@yoriai/domain/kernel';
import { createClient, type FormattedExecutionResult } from 'graphql-ws';
import pg from 'pg';
import type { DestinationStream } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { WebSocket } from 'ws';
import { testMorning } from '../../../../../tools/day/test-day.cjs';
import { startApplication, type Application } from '../../application.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { audiences } from '../audiences/audiences.js';
import { Sessions } from '../auth/sessions.js';
import type { Acting } from '../auth/viewer.js';
import { readConfig, type Config } from '../config.js';
import { roleUrl } from '../database/roles.js';
import { setClock, shiftClock } from '../dev/clock.js';
import { ShortWay, type Way } from '../graphql/short-way.js';
import { Live } from '../live/live.js';
import { createLogger } from '../logger.js';
import type { JobData } from '../queue/bull-alarm.js';
import { Dispatcher } from '../queue/dispatcher.js';
import { Sweep } from '../queue/sweep.js';
import type { TenantTx } from '../work/tenant-tx.js';
import { Work } from '../work/work.js';
import { copyTemplate, dropDatabase } from './prepare-template.js';
import { until } from './server-process.js';

export interface Answer<T = Record<string, never>> {
  readonly status: number;
  readonly data: T | null;
  readonly errors?: readonly {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; params?: Record<string, unknown> };
  }[];
}

const keepAlive = new Agent({ keepAlive: true });

/** A browser of one person: keeps cookies, speaks GraphQL to the real server. */
export class TestClient {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    /** Sent as Yoriai-Tenant when set. */
    public slug: string | null = null,
    /** Sent as Yoriai-Member when set. */
    public pageOf: string | null = null,
  ) {}

  async query<T = never>(query: string, variables: Record<string, unknown> = {}): Promise<Answer<T>> {
    // Specs ask tens of thousands of times; `fetch` costs four times what this does.
    const asking = request(`${this.url}/graphql`, {
      agent: keepAlive,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.slug ? { 'yoriai-tenant': this.slug } : {}),
        ...(this.pageOf === null ? {} : { 'yoriai-member': this.pageOf }),
        ...(this.cookies.size > 0 ? { cookie: this.cookieHeader } : {}),
      },
    });
    asking.end(JSON.stringify({ query, variables }));
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    this.remember(response.headers['set-cookie'] ?? []);
    let json = '';
    for await (const part of response.setEncoding('utf8')) json += String(part);
    const body = JSON.parse(json) as Omit<Answer<T>, 'status'>;
    return { ...body, data: body.data ?? null, status: response.statusCode! };
  }

  /** The data, or a failed test that shows the errors. */
  async ask<T = never>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const answer = await this.query<T>(query, variables);
    if (answer.errors || !answer.data) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }

  /** The code of the one error that this must give. */
  async refusal(query: string, variables: Record<string, unknown> = {}): Promise<string> {
    const { errors } = await this.query(query, variables);
    return errors?.[0]?.extensions.code ?? 'no error';
  }

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** An open screen of this person. */
  line<T = Record<string, unknown>>(): Line<T> {
    return new Line<T>(this.url, this.cookieHeader, {
      ...(this.slug ? { 'Yoriai-Tenant': this.slug } : {}),
      ...(this.pageOf === null ? {} : { 'Yoriai-Member': this.pageOf }),
    });
  }

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = this.cookieHeader;
    const response = await fetch(`${this.url}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) },
    });
    this.remember(response.headers.getSetCookie());
    return response;
  }

  private remember(cookies: readonly string[]): void {
    for (const line of cookies) {
      const [name = '', value = ''] = line.split(';')[0]!.split(/=(.*)/s);
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** One socket, all that came over it, and how its subscriptions ended. */
export class Line<T> {
  readonly heard: FormattedExecutionResult<T, unknown>[] = [];
  /** What refused or broke each, or `complete`. */
  readonly ended: unknown[] = [];
  private readonly socket;

  constructor(url: string, cookie: string, connectionParams: Record<string, string>) {
    this.socket = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocol: string) {
          super(address, protocol, { headers: { cookie } });
        }
      },
      connectionParams,
      retryAttempts: 0,
      // Open from the beginning, and still when the last subscription has ended; each of them gets its own errors.
      lazy: false,
      onNonLazyError: () => undefined,
    });
  }

  /** Asks at once; `app.listens` waits until the server has heard it. */
  listen(query: string, variables: Record<string, unknown> = {}): this {
    this.socket.subscribe<T>(
      { query, variables },
      {
        next: (result) => void this.heard.push(result),
        error: (error) => void this.ended.push(error),
        complete: () => void this.ended.push('complete'),
      },
    );
    return this;
  }

  async close(): Promise<void> {
    await this.socket.dispose();
  }
}

/** What the end of the run stops, the database last. */
const runEnds = ((globalThis as { stopTestServers?: (() => Promise<void>)[] }).stopTestServers ??= []);

/** `npm run proof:both-ways` sends a whole spec over one way. */
const wayOfAll = process.env['YORIAI_WAY'] as Way | undefined;

export interface TestTenant {
  readonly id: TenantId;
  readonly slug: string;
}
export interface TestPerson {
  readonly name?: string;
  readonly kana?: string;
  readonly role?: 'MEMBER' | 'ADMIN';
  readonly locale?: 'ja' | 'en';
}
export interface TestMember extends Acting {
  readonly memberId: MemberId;
  readonly userId: UserId;
  readonly email: string;
  readonly slug: string;
}

/** The real application on a database of its own, with helpers to move time and to act as many people. */
export class TestApp {
  private readonly owner: pg.Pool;

  private constructor(
    readonly application: Application,
    readonly config: Config,
    private readonly databaseName: string,
    private readonly superuserUrl: string,
  ) {
    this.owner = new pg.Pool({ connectionString: application.database.ownerUrl, max: 5 });
    // A database that is killed on purpose is asked over another connection.
    this.owner.on('error', () => undefined);
  }

  /** Emptied, and on the morning on which all specs begin. */
  private static common: Promise<TestApp> | null = null;

  /** A turn on the application of all specs that want nothing of their own: it, its code and its connections are warm. */
  static async turn(): Promise<TestApp> {
    TestApp.common ??= TestApp.start().then((app) => {
      app.isCommon = true;
      runEnds.unshift(() => app.end());
      return app;
    });
    const app = await TestApp.common;
    await app.empty();
    await setClock(app.application.database, testMorning);
    return app;
  }

  private isCommon = false;

  static async start(
    overrides: Record<string, string> = {},
    { logTo, way = 'short', worldOf, ...options }: Wishes = {},
  ): Promise<TestApp> {
    const superuserUrl = process.env['YORIAI_TEST_PG'];
    if (!superuserUrl)
      throw new Error('YORIAI_TEST_PG is not set: run these tests through `npm run test:int`');
    const name = `test_${uuidv7().replaceAll('-', '')}`;
    const ownerUrl = await copyTemplate(superuserUrl, name, worldOf?.databaseName);
    const config = readConfig({
      PORT: '0',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'yoriai-test-')),
      DEMO: '0',
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'fatal',
      ...overrides,
    });
    // Tests move the clock and drain deliveries and timers themselves, unless a test is about the workers.
    const application = await startApplication(config, ownerUrl, createLogger(config.logLevel, logTo), {
      workers: false,
      ...options,
    });
    // The walks through the schema ask seven hundred documents over and over.
    Object.assign(application.app.get(ShortWay), { way: wayOfAll ?? way, mostKnown: 1_000 });
    if (!worldOf) await setClock(application.database, testMorning);
    return new TestApp(application, config, name, superuserUrl);
  }

  get url(): string {
    return this.application.url;
  }
  get work(): Work {
    return this.application.app.get(Work);
  }
  /** Sees all rows: for checks of the database. */
  async sql<Row>(text: string, params: unknown[] = []): Promise<Row[]> {
    return (await this.owner.query(text, params)).rows as Row[];
  }
  /** The owner's URL of one runtime role, for tests that attack the database itself. */
  roleUrl(role: 'app_rt' | 'worker_rt' | 'auth_rt'): string {
    return roleUrl(this.application.database.ownerUrl, role);
  }

  /** Moves `app.now()`. */
  advance(seconds: number): Promise<Date> {
    return shiftClock(this.application.database, seconds);
  }
  /** Runs everything that is due, and writes the audit trail as far as other databases' transactions let it. */
  async drain(): Promise<number> {
    const done = await this.application.app.get(Sweep).drain();
    await this.application.app.get(AuditTrail).write();
    return done;
  }

  /** Sends the codes and links that are due, and leaves all other work for later. */
  async sendDirectMails(): Promise<void> {
    const due = await this.sql<JobData>(
      `select 'timer' as table, tenant_id as "tenantId", id from timer
       where state = 'DUE' and due_at <= app.now() and name in ('mail.on-demand', 'mail.invitation') order by due_at, id`,
    );
    for (const job of due) await this.application.app.get(Dispatcher).run(job);
  }

  /** Waits until the server listens for so many more subscriptions than before `begin`; a function where some may be refused. */
  async listens<T>(begin: () => T, more: number | (() => number) = 1): Promise<T> {
    const live = this.application.app.get(Live);
    const before = live.listening;
    const begun = begin();
    await until(() => live.listening >= before + (typeof more === 'number' ? more : more()));
    return begun;
  }

  client(slug: string | null = null): TestClient {
    return new TestClient(this.url, slug);
  }

  async tenant(slug = `t-${uuidv7().slice(-12)}`): Promise<TestTenant> {
    const id = uuidv7() as TenantId;
    await this.work.asSystem(id, 'test', (tx) =>
      tx.sql(
        'test.tenant',
        `insert into tenant (tenant_id, slug, name, time_zone, locale, created_at) values ($1, $2, $3, 'Asia/Tokyo', 'ja', $4)`,
        [id, slug, `団体 ${slug}`, tx.now],
      ),
    );
    return { id, slug };
  }

  /** An active member with a proven address. */
  async member(tenant: TestTenant, person: TestPerson = {}): Promise<TestMember> {
    return (await this.members(tenant, [person]))[0];
  }

  /** Active members with proven addresses, all at once. */
  async members<const People extends readonly TestPerson[]>(
    tenant: TestTenant,
    people: People,
  ): Promise<{ [Index in keyof People]: TestMember }> {
    const members = people.map(({ role = 'MEMBER' }): TestMember => {
      const [memberId, userId] = [uuidv7() as MemberId, uuidv7() as UserId];
      const email = `${memberId}@example.jp`;
      return { tenantId: tenant.id, memberId, userId, role, email, slug: tenant.slug };
    });
    const all = <Key extends keyof TestMember>(key: Key) => members.map((member) => member[key]);
    await this.application.database.auth.query(
      `insert into auth."user" (id, email, email_proven_at, locale, created_at)
       select u.id, u.email, app.now(), u.locale, app.now() from unnest($1::uuid[], $2::text[], $3::text[]) as u (id, email, locale)`,
      [all('userId'), all('email'), people.map(({ locale = 'ja' }) => locale)],
    );
    await this.work.asSystem(tenant.id, 'test', async (tx) => {
      await tx.sql(
        'test.members',
        `insert into member (tenant_id, id, user_id, display_name, kana, role, status, created_at)
         select $1, m.id, m.user_id, m.name, m.kana, m.role, 'ACTIVE', $2
         from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[]) as m (id, user_id, name, kana, role)`,
        [
          tenant.id,
          tx.now,
          all('memberId'),
          all('userId'),
          people.map(({ name = '山田 花子' }) => name),
          people.map(({ kana = 'やまだ はなこ' }) => kana),
          all('role'),
        ],
      );
      for (const { memberId } of members) await audiences.memberActivated(tx, memberId);
    });
    return members as { [Index in keyof People]: TestMember };
  }

  /** A group with these members; the first one facilitates. */
  async group(tenant: TestTenant, members: readonly TestMember[], name = '水曜会'): Promise<GroupId> {
    const groupId = uuidv7() as GroupId;
    await this.work.asSystem(tenant.id, 'test', async (tx) => {
      await tx.sql(
        'test.group',
        `insert into "group" (tenant_id, id, name, purpose, template, capacity, status, created_by, created_at)
         values ($1, $2, $3, '毎月の振り返り', 'MIXED', 8, 'ACTIVE', $4, $5)`,
        [tenant.id, groupId, name, members[0]!.memberId, tx.now],
      );
      for (const [i, { memberId }] of members.entries())
        await joinGroup(tx, groupId, memberId, i === 0 ? 'FACILITATOR' : 'MEMBER');
    });
    return groupId;
  }

  async join(groupId: GroupId, member: TestMember, role: 'MEMBER' | 'FACILITATOR' = 'MEMBER'): Promise<void> {
    await this.work.asSystem(member.tenantId, 'test', (tx) => joinGroup(tx, groupId, member.memberId, role));
  }

  /** A browser in which this member is signed in. */
  async as(member: TestMember): Promise<TestClient> {
    const client = this.client(member.slug);
    client.cookies.set(
      'session',
      await this.application.app.get(Sessions).start(member.userId, member.tenantId, 'test'),
    );
    return client;
  }

  /** Ends it and leaves its database, so that others may begin with a copy (`worldOf`). */
  async rest(): Promise<void> {
    await this.owner.end();
    await this.application.close();
  }

  /** Leaves the database as the migrations made it. Deleted rows leave its plans as they are; a `truncate` would not. */
  private async empty(): Promise<void> {
    await this.sql(`do $$ declare name text; begin
      set local session_replication_role = replica;
      for name in select format('%I.%I', schemaname, tablename) from pg_tables
        where schemaname in ('public', 'auth') and tablename <> 'migrations'
      loop execute 'delete from ' || name; end loop;
    end $$`);
  }

  async stop(): Promise<void> {
    if (!this.isCommon) await this.end();
  }

  private async end(): Promise<void> {
    if (!this.owner.ended) await this.rest();
    await dropDatabase(this.superuserUrl, this.databaseName);
    rmSync(this.config.dataDir, { recursive: true, force: true });
  }
}

interface Wishes {
  readonly workers?: boolean;
  readonly logTo?: DestinationStream;
  readonly way?: Way;
  readonly worldOf?: TestApp;
}

async function joinGroup(
  tx: TenantTx,
  groupId: GroupId,
  memberId: MemberId,
  role: 'MEMBER' | 'FACILITATOR',
): Promise<void> {
  await tx.sql(
    'test.membership',
    `insert into group_membership (tenant_id, group_id, member_id, role, joined_at) values ($1, $2, $3, $4, $5)`,
    [tx.tenantId, groupId, memberId, role, tx.now],
  );
  await audiences.memberJoinedGroup(tx, groupId, memberId);
}

/**
 * The real application on an empty database: `const app = await startApp()`, and `await app.stop()` at the end. Without arguments it is the one
 * that specs take turns on; with any (`startApp({})`) it and its database are the spec's own, to be broken or restarted.
 */
export const startApp = (...wishes: Parameters<typeof TestApp.start>): Promise<TestApp> =>
  wishes.length === 0 ? TestApp.turn() : TestApp.start(...wishes);
