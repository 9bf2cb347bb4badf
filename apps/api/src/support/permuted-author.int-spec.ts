import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import pg from 'pg';
import { Live, type LivePayload } from '../platform/live/live.js';
import { notificationsTopic } from '../notifications/push-live.job.js';
import { Postbox } from '../platform/testing/postbox.js';
import { startApp, type TestApp, type TestClient, type TestMember } from '../platform/testing/start-app.js';
import { notesTopic } from './push-private-note.job.js';
import { supportTopic } from './support-live.job.js';
import { circle, postRequest, requestFields, type Circle } from './support.factory.js';

/**
 * One world, kept as it is at one moment, in which two questions without a name stand. It is taken up again with each possible author,
 * to the row and to the hour; every reader and timer runs, for a month. What the others are told, hear live, get by mail, find, count and
 * what stands in the database must not differ by a word.
 */
let app: TestApp;
let postbox: Postbox;
let moment: Moment;
let here: Circle;
let questions: { readonly answered: string; readonly silent: string };

const hour = 3600;
const authors = [0, 1, 2];
/** Has muted everybody but the first of the possible authors. */
const prober = 7;
const helper = 6;
const mutedByOne = 5;
const member = (who: TestMember) => publicId('Member', who.memberId);
const bare = (id: string) => id.slice(4);

/** All tables as they are at one moment, to go back to. */
class Moment {
  private constructor(
    private readonly url: string,
    private readonly tables: readonly { name: string; columns: string }[],
    readonly now: Date,
  ) {}

  static async keep(url: string): Promise<Moment> {
    return withClient(url, async (client) => {
      const { rows: tables } = await client.query<{ name: string; columns: string }>(
        `select format('%I.%I', n.nspname, c.relname) as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
         join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
         where n.nspname in ('public', 'auth', 'app') and c.relkind = 'r' and c.relname <> 'migrations' group by 1`,
      );
      await client.query(`create schema kept`);
      for (const [n, { name }] of tables.entries())
        await client.query(`create table kept.t${n} as table ${name}`);
      const { rows } = await client.query<{ now: Date }>(`select app.now() as now`);
      return new Moment(url, tables, rows[0]!.now);
    });
  }

  async goBack(): Promise<void> {
    await withClient(this.url, async (client) => {
      await client.query(`set session_replication_role = replica`);
      await client.query(`begin`);
      await client.query(`truncate ${this.tables.map(({ name }) => name).join(', ')}`);
      for (const [n, { name, columns }] of this.tables.entries())
        await client.query(`insert into ${name} (${columns}) select ${columns} from kept.t${n}`);
      await client.query(`update app.clock_shift set shift = shift + ($1::timestamptz - app.now())`, [
        this.now,
      ]);
      await client.query(`commit`);
    });
  }
}
async function withClient<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

const mute = `mutation ($id: ID!) { muteMember(memberId: $id) { id } }`;
const reply = `mutation ($id: ID!, $key: String) { replyToSupportRequest(input: { requestId: $id, body: "聞いています", idempotencyKey: $key }) { id } }`;
const offer = `mutation ($id: ID!) { offerSupport(input: { requestId: $id, message: "会いましょう" }) { id } }`;
const note = `mutation ($id: ID!, $to: ID, $key: String) { sendPrivateNote(input: { requestId: $id, toMemberId: $to, body: "手紙です", idempotencyKey: $key }) { id } }`;
const second = `mutation ($id: ID!, $who: ID!, $key: String) { askSecondPerson(input: { requestId: $id, memberId: $who, idempotencyKey: $key }) { id } }`;
const worry = `mutation ($id: ID!, $key: String) { tellOfWorry(input: { requestId: $id, note: "心配です", idempotencyKey: $key }) }`;
const onRequest = (name: string) => `mutation ($id: ID!) { ${name}(requestId: $id) { id } }`;

beforeAll(async () => {
  postbox = await Postbox.open();
  app = await startApp({ SMTP_URL: postbox.url });
  here = await circle(app, 8);
  const { clients, members, groupId } = here;
  for (const n of [0, 2, 3, 4, 5, 6]) await clients[prober]!.ask(mute, { id: member(members[n]!) });
  // Mutes between possible authors and those who answer, in both directions.
  await clients[mutedByOne]!.ask(mute, { id: member(members[1]!) });
  await clients[2]!.ask(mute, { id: member(members[4]!) });
  await clients[helper]!.ask(mute, { id: member(members[2]!) });
  // Some have been asked to help before, the possible authors among them; one has their hands full.
  await postRequest(clients[4]!, groupId, { title: '前の相談' });
  await app.drain();
  await app.advance(25 * hour);
  await app.drain();
  await clients[3]!.ask(`mutation { changeHelpAvailability(input: { fullThisMonth: true }) { version } }`);
  const unnamed = { anonymous: true, type: 'EMOTIONAL', wanted: 'LISTEN' };
  const post = async (title: string) =>
    (
      await postRequest(clients[1]!, groupId, {
        ...unnamed,
        title,
        body: `${title}です`,
        idempotencyKey: title,
      })
    ).id;
  questions = { answered: await post('名前のない相談'), silent: await post('返事のない相談') };
  moment = await Moment.keep(app.application.database.ownerUrl);
}, 300_000);
afterAll(async () => {
  await app?.stop();
  await postbox?.close();
});

/** What comes over the lines of all screens, in order. */
function overhear(): { readonly heard: () => Promise<string[]>; readonly stop: () => Promise<void> } {
  const live = app.application.app.get(Live);
  const { id } = here.tenant;
  const topics = [
    supportTopic(id, null),
    supportTopic(id, here.groupId),
    ...here.members.flatMap(({ memberId }) => [notificationsTopic(id, memberId), notesTopic(id, memberId)]),
  ];
  const said: string[] = [];
  const lines = topics.map((topic) => ({ topic, line: live.subscribe<LivePayload>(topic) }));
  for (const { topic, line } of lines)
    void (async () => {
      for await (const payload of line) said.push(`live ${topic} ${JSON.stringify(payload)}`);
    })();
  return {
    heard: async () => {
      // What is said last is heard last: one channel carries all.
      const end = `end:${said.length}:${Math.random()}`;
      const mark = live.subscribe(end);
      const come = mark.next();
      await live.publish(end, {});
      await come;
      await mark.return?.();
      return said.splice(0);
    },
    stop: async () => {
      for (const { line } of lines) await line.return?.();
    },
  };
}

/** All that one member's pages show of support. */
async function look(client: TestClient): Promise<string[]> {
  const request = `${requestFields} viewerNudge { reason state } leaveAsked adviceWelcome adviceWaits muted
    privateNotes { edges { node { body author { id } reader { id } createdAt } } }`;
  const list = `edges { node { ${request} } }`;
  const asked = await client.query<unknown>(
    `query ($answered: ID!, $silent: ID!) {
       answered: node(id: $answered) { ... on SupportRequest { ${request} } }
       silent: node(id: $silent) { ... on SupportRequest { ${request} } }
       viewer { unreadNotifications }
       notifications(first: 50) { edges { node { kind title body url createdAt } } }
     }`,
    { answered: questions.answered, silent: questions.silent },
  );
  const lists = await Promise.all(
    [{}, { forMe: true }, { mine: true }, { search: '相談' }, { search: '名前' }].map((filter) =>
      client.query<unknown>(
        `query ($filter: SupportRequestFilter) { supportRequests(filter: $filter, first: 50) { ${list} } }`,
        { filter },
      ),
    ),
  );
  const overview = await client.query<unknown>(
    `query ($g: ID!) { facilitatorOverview(groupId: $g) { unanswered { edges { node { id } } } quietMembers { member { id } since }
       worries { edges { node { note createdAt request { id } } } } flags { id }
       typesByMonth { month informational instrumental emotional appraisal } } giveAndTake { helped wasHelped } }`,
    { g: publicId('Group', here.groupId) },
  );
  const rest = await client.query<unknown>(
    `{ similarRequests(text: "返事のない相談") { id title } thanksReceived(first: 20) { edges { node { message anonymous from { id } createdAt } } }
       mutes { members { id } requests { id } } goodNews(first: 5) { edges { node { id } } } }`,
  );
  return [asked, ...lists, overview, rest].map(({ data, errors }) => {
    const codes = (errors ?? []).map(({ extensions }) => extensions.code);
    expect(codes.filter((code) => code !== 'NOT_FOUND')).toEqual([]);
    return JSON.stringify([data, codes]);
  });
}

const uuidPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Ids as who or what they are, moments by the hour. */
function inWords(text: string): string {
  const known = new Map<string, string>([
    [here.groupId, 'the group'],
    [here.tenant.id, 'the tenant'],
    [bare(questions.answered), 'the answered question'],
    [bare(questions.silent), 'the silent question'],
    ...here.members.flatMap(({ memberId, userId }, n) => [
      [memberId, `member ${n}.`] as const,
      [userId, `member ${n}.`] as const,
    ]),
  ]);
  return (
    text
      // A cursor says moment and id once more.
      .replace(/"((?:end)?[cC]ursor)":"[^"]+"/g, '"$1":"…"')
      .replace(uuidPattern, (id) => known.get(id) ?? 'some id')
      .replace(
        /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+\d\d(?::?\d\d)?)/g,
        (at) => `hour ${Math.floor((Date.parse(at) - moment.now.getTime()) / (hour * 1000) + 0.5)}`,
      )
  );
}

interface Record {
  /** Of each member: their pages after every step, their mails, their lines. */
  readonly told: readonly (readonly string[])[];
  /** Every row of every table of the tenant. */
  readonly rows: readonly string[];
}

/** A month in the life of the two questions, with this author and this teller of a worry. */
async function live({ author, teller = 3 }: { author: number; teller?: number }): Promise<Record> {
  await moment.goBack();
  await app.sql(`update anonymous_author set author_id = $1 where request_id = any ($2::uuid[])`, [
    here.members[author]!.memberId,
    [bare(questions.answered), bare(questions.silent)],
  ]);
  postbox.mails.length = 0;
  const ears = overhear();
  const told: string[][] = here.members.map(() => []);
  const asker = here.clients[author]!;
  const { answered, silent } = questions;
  const after = async (hours: number): Promise<void> => {
    await app.drain();
    for (const line of new Set((await ears.heard()).sort()))
      for (const [n, { memberId }] of here.members.entries()) {
        const theirs = /live (?:notifications|notes):/.test(line);
        if (!theirs || line.includes(memberId)) told[n]!.push(inWords(line));
      }
    for (const [n, client] of here.clients.entries()) told[n]!.push(...(await look(client)).map(inWords));
    await app.advance(hours * hour);
    await app.drain();
  };

  await after(1);
  for (const n of [4, helper]) await here.clients[n]!.ask(onRequest('askLeaveToAdvise'), { id: answered });
  await here.clients[helper]!.ask(reply, { id: answered });
  await here.clients[mutedByOne]!.ask(reply, { id: answered });
  for (const n of [4, helper]) await here.clients[n]!.ask(note, { id: answered });
  // One after the other: offers stand in the order in which they came.
  const { offerSupport: declined } = await here.clients[helper]!.ask<{ offerSupport: { id: string } }>(
    offer,
    {
      id: answered,
    },
  );
  await here.clients[mutedByOne]!.ask(offer, { id: answered });
  await here.clients[teller]!.ask(worry, { id: silent, key: 'worried' });
  await after(1);
  await asker.ask(reply, { id: answered, key: 'said' });
  await asker.ask(
    `mutation ($id: ID!) { editSupportRequest(input: { requestId: $id, urgency: HIGH }) { id } }`,
    {
      id: answered,
    },
  );
  await asker.ask(onRequest('welcomeAdvice'), { id: answered });
  await asker.ask(`mutation ($id: ID!) { declineOffer(offerId: $id) { id } }`, { id: declined.id });
  await asker.ask(note, { id: answered, to: member(here.members[helper]!), key: 'letter' });
  await after(3);
  await asker.ask(
    `mutation ($id: ID!, $m: ID!) { resolveSupportRequest(input: { requestId: $id, outcome: "話せました", helpers: [{ memberId: $m, match: 5, thanks: "救われました" }] }) { id } }`,
    { id: answered, m: member(here.members[mutedByOne]!) },
  );
  await after(24);
  // Somebody who was asked passes it on, and the next best is asked.
  const [asked] = await app.sql<{ id: string; member_id: string }>(
    `select id, member_id from support_nudge where request_id = $1 and member_id <> all ($2::uuid[]) order by member_id limit 1`,
    [bare(silent), authors.map((n) => here.members[n]!.memberId)],
  );
  if (asked)
    await here.clients[here.members.findIndex(({ memberId }) => memberId === asked.member_id)]!.ask(
      `mutation ($id: ID!) { snoozeNudge(input: { nudgeId: $id }) { id } }`,
      { id: publicId('SupportNudge', asked.id) },
    );
  await after(48);
  for (const n of [prober, mutedByOne])
    await asker.ask(second, { id: silent, who: member(here.members[n]!), key: `second ${n}` });
  await after(24);
  await asker.ask(onRequest('keepSupportRequestOpen'), { id: silent });
  await after(24 * 27);
  await after(24 * 4);
  await after(0);
  await ears.stop();
  for (const [n, { email }] of here.members.entries())
    told[n]!.push(
      ...postbox
        .to(email)
        .map(({ subject, text }) => inWords(`mail ${subject} ${text}`))
        .sort(),
    );
  return { told, rows: await rowsOf() };
}

/** Without the chain of the trail, whose links hang on random ids, and without marks that lead nowhere. */
async function rowsOf(): Promise<string[]> {
  return withClient(app.application.database.ownerUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'tenant_id' order by 1`,
    );
    const all: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `select (to_jsonb(t) - 'hash' - 'seq' - 'grams' - 'sent' - 'sent_as')::text as row from public."${name}" t where tenant_id = $1`,
        [here.tenant.id],
      );
      all.push(...rows.map(({ row }) => `${name} ${inWords(row)}`));
    }
    return all.sort();
  });
}

/** What one has and the other has not, counted. */
function differences(one: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return one.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
const notOf =
  (...people: number[]) =>
  (row: string): boolean =>
    people.every((n) => !row.includes(`member ${n}.`));

describe('whoever it is that asks without a name', () => {
  const worlds = new Map<number, Record>();
  beforeAll(async () => {
    for (const author of authors) worlds.set(author, await live({ author }));
  }, 600_000);

  it('something happens at all: the prober is asked, helpers are nudged, facilitators hear, the month ends', () => {
    const { told, rows } = worlds.get(1)!;
    const of = (n: number) => told[n]!.join('\n');
    expect(of(prober)).toContain('相談した人が、あなたに聞いてみたいと思っています');
    expect(of(mutedByOne)).toContain('救われました');
    expect(of(helper)).toContain('手紙です');
    expect(of(0)).toContain('support.unanswered');
    expect(of(0)).toContain('心配です');
    expect(of(4)).toContain('EXPIRED');
    expect(rows.filter((row) => row.startsWith('support_nudge')).length).toBeGreaterThan(4);
    expect(of(4)).toMatch(/^live support:/m);
    expect(told[prober]!.some((page) => page.startsWith('mail '))).toBe(true);
  });

  it.each([
    [1, 0],
    [1, 2],
    [0, 2],
  ])('whether it is member %i or member %i, the others are told the same', (one, other) => {
    const [a, b] = [worlds.get(one)!, worlds.get(other)!];
    for (const n of here.members.keys()) {
      if (n === one || n === other) continue;
      expect(differences(a.told[n]!, b.told[n]!)).toEqual([]);
      expect(a.told[n]).toHaveLength(b.told[n]!.length);
    }
  });

  it.each([
    [1, 0],
    [1, 2],
    [0, 2],
  ])(
    'whether it is member %i or member %i, what stands of the others in any table is the same',
    (one, other) => {
      const rows = (author: number) => worlds.get(author)!.rows.filter(notOf(one, other));
      expect(differences(rows(one), rows(other))).toEqual([]);
      expect(rows(one)).toHaveLength(rows(other).length);
      // Whom we ask to help, the asker too, is drawn as if nobody had asked.
      const nudges = (author: number) =>
        worlds.get(author)!.rows.filter((row) => row.startsWith('support_nudge'));
      expect(nudges(one)).toEqual(nudges(other));
    },
  );
});

describe('whoever it is that tells of a worry without a name', () => {
  it('is not to be found in what anybody is told, nor in any table', async () => {
    const [one, other] = [await live({ author: 1, teller: 3 }), await live({ author: 1, teller: 4 })];
    for (const n of here.members.keys())
      if (n !== 3 && n !== 4) expect(differences(one.told[n]!, other.told[n]!)).toEqual([]);
    const rows = ({ rows: all }: Record) => all.filter(notOf(3, 4));
    expect(differences(rows(one), rows(other))).toEqual([]);
    expect(rows(one)).toHaveLength(rows(other).length);
    // They leave no row of their own either.
    for (const n of [3, 4])
      expect(one.rows.filter((row) => !notOf(n)(row))).toEqual(other.rows.filter((row) => !notOf(n)(row)));
  }, 600_000);
});

describe('a name that is given', () => {
  it('is seen by the comparison: it sees what there is to see', async () => {
    const named = async (author: number) => {
      await moment.goBack();
      const { memberId } = here.members[author]!;
      const ids = [bare(questions.answered), bare(questions.silent)];
      await app.sql(`delete from anonymous_author where request_id = any ($1::uuid[])`, [ids]);
      await app.sql(`update support_request set author_id = $2 where id = any ($1::uuid[])`, [ids, memberId]);
      await app.drain();
      return (await look(here.clients[prober]!)).map(inWords);
    };
    expect(differences(await named(1), await named(2)).length).toBeGreaterThan(2);
  });
});
