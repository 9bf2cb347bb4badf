import { expect } from '@jest/globals';
import pg from 'pg';
import { Live, type LivePayload } from '../live/live.js';
import type { Postbox } from './postbox.js';
import type { Answer, TestApp, TestClient, TestMember, TestTenant } from './start-app.js';

/** Who lives in a world, and what of it is looked at. */
export interface WorldParts {
  readonly app: TestApp;
  readonly postbox: Postbox;
  readonly tenant: TestTenant;
  readonly members: readonly TestMember[];
  readonly clients: readonly TestClient[];
  /** Ids of which it matters which they are, members apart, by what they are called. */
  readonly known: readonly (readonly [id: string, name: string])[];
  /** Live topics that all screens listen to, and those of one person. */
  readonly heardByAll: readonly string[];
  readonly heardBy: (member: TestMember) => readonly string[];
  /** All that one member's pages show, beside their notices. */
  readonly look: (client: TestClient) => Promise<readonly string[]>;
}

export interface Lived {
  /** Of each member: their pages after every step, their mails, their lines. */
  readonly told: readonly (readonly string[])[];
  /** Every row of every table of the tenant. */
  readonly rows: readonly string[];
}

/** Lets everything happen, looks at all pages, and goes on to so many hours later. */
export type After = (hours: number) => Promise<void>;

const hour = 3600;
const notices = `{ viewer { unreadNotifications } notifications(first: 50) { edges { node { kind title body url createdAt } } } }`;

/**
 * One world, kept as it is at one moment, to the row and to the hour. It is taken up again and again, with the unnamed acts of another
 * person each time; what others are told, hear live, get by mail, and what stands in the database is put in words that can be compared.
 */
export class PermutedWorld {
  private constructor(
    private readonly of: WorldParts,
    private readonly moment: Moment,
  ) {}

  static async keep(parts: WorldParts): Promise<PermutedWorld> {
    const { members, known } = parts;
    const people = members.flatMap(({ memberId, userId }, n) =>
      [memberId, userId].map((id) => [id, `member ${n}.`] as const),
    );
    const all = [...known, ...people, [parts.tenant.id, 'the tenant'] as const];
    return new PermutedWorld(
      { ...parts, known: all },
      await Moment.keep(parts.app.application.database.ownerUrl),
    );
  }

  goBack(): Promise<void> {
    return this.moment.goBack();
  }

  readonly inWords = (text: string): string => inWords(text, new Map(this.of.known), this.moment.now);

  /** What happens from the kept moment on when `run` is what people do. */
  async live(run: (after: After) => Promise<void>): Promise<Lived> {
    const { app, postbox, members, clients, look, heardByAll, heardBy } = this.of;
    await this.goBack();
    postbox.mails.length = 0;
    const topics = [...heardByAll, ...members.flatMap((member) => heardBy(member))];
    const ears = overhear(app.application.app.get(Live), topics);
    const told: string[][] = members.map(() => []);
    await run(async (hours) => {
      await app.drain();
      const heard = new Map((await ears.heard()).map((said) => [said.line, said]));
      for (const [n, member] of members.entries()) {
        const theirs = new Set([...heardByAll, ...heardBy(member)]);
        for (const { topic, line } of [...heard.values()].sort((a, b) => (a.line < b.line ? -1 : 1)))
          if (theirs.has(topic)) told[n]!.push(this.inWords(line));
      }
      for (const [n, client] of clients.entries())
        told[n]!.push(...[shownBy(await client.query(notices)), ...(await look(client))].map(this.inWords));
      await app.advance(hours * hour);
      await app.drain();
    });
    await ears.stop();
    for (const [n, { email }] of members.entries())
      told[n]!.push(
        ...postbox
          .to(email)
          .map(({ subject, text }) => this.inWords(`mail ${subject} ${text}`))
          .sort(),
      );
    return { told, rows: await this.rows() };
  }

  /** Without the chain of the trail, whose links hang on random ids, the numbers of transactions, which only count, and marks that lead nowhere. */
  private async rows(): Promise<string[]> {
    const { app, tenant } = this.of;
    return withClient(app.application.database.ownerUrl, async (client) => {
      const { rows: tables } = await client.query<{ name: string }>(
        `select table_name as name from information_schema.columns
         where table_schema = 'public' and column_name = 'tenant_id' order by 1`,
      );
      const all: string[] = [];
      for (const { name } of tables) {
        const { rows } = await client.query<{ row: string }>(
          `select (to_jsonb(t) - 'hash' - 'seq' - 'written_by' - 'grams' - 'sent' - 'sent_as')::text as row from public."${name}" t where tenant_id = $1`,
          [tenant.id],
        );
        all.push(...rows.map(({ row }) => `${name} ${this.inWords(row)}`));
      }
      return all.sort();
    });
  }
}

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

interface Said {
  readonly topic: string;
  readonly line: string;
}

/** What comes over the lines of all screens. */
function overhear(
  live: Live,
  topics: readonly string[],
): { readonly heard: () => Promise<Said[]>; readonly stop: () => Promise<void> } {
  const said: Said[] = [];
  const lines = topics.map((topic) => ({ topic, line: live.subscribe<LivePayload>(topic) }));
  for (const { topic, line } of lines)
    void (async () => {
      for await (const payload of line)
        said.push({ topic, line: `live ${topic} ${JSON.stringify(payload)}` });
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

const uuidPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Ids as who or what they are, moments by the hour since `from`. */
function inWords(text: string, known: ReadonlyMap<string, string>, from: Date): string {
  return (
    text
      // A cursor says moment and id once more.
      .replace(/"((?:end)?[cC]ursor)":"[^"]+"/g, '"$1":"…"')
      .replace(uuidPattern, (id) => known.get(id) ?? 'some id')
      .replace(
        /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+\d\d(?::?\d\d)?)/g,
        (at) => `hour ${Math.floor((Date.parse(at) - from.getTime()) / (hour * 1000) + 0.5)}`,
      )
  );
}

/** The id of a thing as its row has it. */
export const bare = (id: string): string => id.slice(4);

/** What a page shows. Something may be hidden from the viewer; nothing else may go wrong. */
export function shownBy({ data, errors }: Answer<unknown>): string {
  const codes = (errors ?? []).map(({ extensions }) => extensions.code);
  expect(codes.filter((code) => code !== 'NOT_FOUND')).toEqual([]);
  return JSON.stringify([data, codes]);
}

/** What one has and the other has not, counted. */
export function differences(one: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return one.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

export function expectSame(one: readonly string[], other: readonly string[]): void {
  expect(differences(one, other)).toEqual([]);
  expect(one).toHaveLength(other.length);
}

/** All but these observed the same. */
export function expectSameObserved(one: Lived, other: Lived, ...but: readonly number[]): void {
  for (const n of one.told.keys()) if (!but.includes(n)) expectSame(one.told[n]!, other.told[n]!);
}

export const notOf =
  (...people: number[]) =>
  (row: string): boolean =>
    people.every((n) => !row.includes(`member ${n}.`));
