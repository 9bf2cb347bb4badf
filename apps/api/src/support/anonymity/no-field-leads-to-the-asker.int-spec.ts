import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import {
  buildClientSchema,
  getIntrospectionQuery,
  type GraphQLField,
  type IntrospectionQuery,
} from 'graphql';
import { setTimeout as pause } from 'node:timers/promises';
import { Postbox } from '../../platform/testing/postbox.js';
import { SchemaWalk, type Asking, type Place } from '../../platform/testing/schema-walk.js';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import { circle, postRequest, type Circle } from '../requests/support-request.factory.js';

/**
 * Twin groups, in which all is the same but who asked. Everything that one mate can be told, hear live, get by mail, in a calendar or out
 * of a refusal is written down in words that both worlds share, and so is every line of the log; the two records must not differ by a
 * character.
 */
let app: TestApp;
let postbox: Postbox;
let walk: SchemaWalk;
const log: string[] = [];
beforeAll(async () => {
  postbox = await Postbox.open();
  app = await startApp(
    { SMTP_URL: postbox.url, LOG_LEVEL: 'debug' },
    { logTo: { write: (line) => void log.push(line.replace(/"time":"[^"]*"/, '')) } },
  );
  walk = new SchemaWalk(
    buildClientSchema(await app.client().ask<IntrospectionQuery>(getIntrospectionQuery())),
  );
});
afterAll(async () => {
  await app?.stop();
  await postbox?.close();
});

const hour = 3600;
const names = ['佐藤 健', '鈴木 美咲', '高橋 誠', '田中 由美', '伊藤 大輔', '渡辺 恵', '山本 翔', '中村 彩'];
const observer = 7;
const helper = 6;
const experts = [3, 4, 5, helper];

/** What an act wants besides ids, the same in every world. */
const plain: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  String: '名前',
  DateTime: '2026-01-01T00:00:00Z',
  Date: '2026-01-01',
};
const say = (_name: string, type: string): unknown => {
  const named = walk.schema.getType(type);
  return named && 'getValues' in named ? named.getValues()[0]!.name : (plain[type] ?? 'ことば');
};

/** An observer with everything they were told, one page after another. */
class Notebook {
  readonly pages: string[] = [];
  /** Ids as they were heard, in order. */
  private readonly heard = new Set<string>();

  constructor(
    private readonly world: Circle,
    readonly client: TestClient,
    private readonly begun: Date,
  ) {}

  write(title: string, answer: unknown): void {
    const text = JSON.stringify(answer);
    for (const id of text.match(idPattern) ?? []) this.heard.add(id);
    this.pages.push(`${title}: ${text}`);
  }

  /** Every question there is, with every id ever heard. */
  async askEverything(): Promise<void> {
    for (const field of walk.rootFields('Query')) {
      const whole = field.args.some(({ name }) => name === 'first') ? { first: 20 } : {};
      if (field.name === 'node') {
        for (const id of [...this.heard].sort()) {
          const kind = kindOf(id);
          if (kind) await this.ask('query', field, { id }, kind);
        }
        continue;
      }
      await this.ask('query', field, { ...walk.args(field, say), ...whole });
      for (const place of walk.places(field))
        for (const value of this.valuesFor(place))
          await this.ask('query', field, { ...walk.args(field, say, place, value), ...whole });
    }
  }

  /** Every act on the request that is not the observer's to do: what the refusals say. */
  async tryEverything(requestId: string, offerId: string): Promise<void> {
    for (const field of walk.rootFields('Mutation')) {
      const places = walk.places(field).filter(({ kind }) => kind === 'ID');
      if (!places.some(({ path }) => /request|offer/i.test(path.at(-1)!))) continue;
      const people = places.some(({ path }) => /member|helper/i.test(path.at(-1)!))
        ? this.world.members
        : [null];
      for (const person of people)
        for (const place of places.filter(({ path }) => /request|offer/i.test(path.at(-1)!))) {
          const id = /offer/i.test(place.path.at(-1)!) ? offerId : requestId;
          const someone = (name: string, type: string): unknown =>
            type === 'ID' ? (person ? publicId('Member', person.memberId) : id) : say(name, type);
          await this.ask('mutation', field, walk.args(field, someone, place, id));
        }
    }
  }

  private async ask(
    kind: 'query' | 'mutation',
    field: GraphQLField<unknown, unknown>,
    args: Record<string, unknown>,
    onlyType: string | null = null,
  ): Promise<void> {
    await app.application.database.auth.query(`delete from auth.throttle`);
    const hear = ({ document, variables }: Asking) => this.client.query<unknown>(document, variables);
    const askings = walk.askings(kind, field, args, onlyType);
    // Questions go out together, acts one after the other.
    const together = kind === 'query' ? await Promise.all(askings.map(hear)) : [];
    for (const [i, asking] of askings.entries()) {
      const { data, errors } = together[i] ?? (await hear(asking));
      this.write(`${field.name} ${JSON.stringify(asking.variables)}`, [
        data,
        (errors ?? []).map(({ extensions }) => extensions),
      ]);
    }
  }

  private valuesFor({ path, kind }: Place): string[] {
    const name = path.at(-1)!;
    if (name === 'after' || name === 'before') return [];
    if (kind === 'String') return /search|text|words|query|body|title/.test(name) ? ['名前', '相談'] : [];
    const heard = [...this.heard].sort();
    if (/group/i.test(name)) return heard.filter((id) => id.startsWith('grp_'));
    if (/member/i.test(name)) return this.world.members.map(({ memberId }) => publicId('Member', memberId));
    if (/request/i.test(name)) return heard.filter((id) => id.startsWith('srq_'));
    return [];
  }

  /** In words that twin worlds share: who is who, ids by their order, moments by the hour. */
  read(): string[] {
    const { world } = this;
    const decoded = this.pages.map((page) =>
      page.replace(
        /"((?:start|end)?[cC]ursor)":"([^"]+)"/g,
        (_all, name: string, cursor: string) =>
          `"${name}":${Buffer.from(cursor, 'base64url').toString('utf8')}`,
      ),
    );
    const known = new Map<string, string>([
      [world.groupId, 'the group'],
      [world.tenant.id, 'the tenant'],
      ...world.members.flatMap((one, n) => [
        [one.memberId, `member ${n}`] as const,
        [one.userId, `account ${n}`] as const,
      ]),
    ]);
    const uuids = new Set(decoded.flatMap((page) => page.match(uuidPattern) ?? []));
    const others = [...uuids].filter((id) => !known.has(id)).sort();
    others.forEach((id, n) => known.set(id, `thing ${n}`));
    const hours = (moment: string): string => {
      const n = Math.floor((Date.parse(moment) - this.begun.getTime()) / (hour * 1000));
      // The beginning of a month or a year is another hour in each world.
      return n < -48 ? 'long ago' : `hour ${n}`;
    };
    return decoded.map((page) =>
      page
        .replace(uuidPattern, (id) => known.get(id)!)
        .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, hours)
        .replaceAll(world.tenant.slug, 'tenant')
        // Secrets of the observer's own, drawn anew in every world.
        .replace(/"(?:url|code|token|flyerUrl)":"[^"]*"/g, '"secret"'),
    );
  }
}
const uuidPattern = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const idPattern = /[a-z]{3}_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const kinds: Readonly<Record<string, string>> = {
  srq: 'SupportRequest',
  srp: 'SupportReply',
  sof: 'SupportOffer',
  ntf: 'Notification',
  grp: 'Group',
  mem: 'Member',
};
const kindOf = (id: string): string | null => kinds[id.slice(0, 3)] ?? null;

/** The observer's screen: every line that needs no argument, and those of the group. */
async function listen(notebook: Notebook) {
  const line = notebook.client.line();
  const fields = walk
    .rootFields('Subscription')
    .filter(({ args }) => !args.some((arg) => String(arg.type).endsWith('!')));
  await app.listens(
    () => {
      for (const field of fields) line.listen(walk.askings('subscription', field, {})[0]!.document);
    },
    () => fields.length - line.ended.length,
  );
  return {
    /** What came since the last look. Hints may be given twice and in any order within one step; what they say may not differ. */
    async since(somethingHappened: boolean): Promise<string[]> {
      for (let calm = 0, before = 0, waited = 0; calm < 8 && waited < 200; waited += 1) {
        await pause(50);
        const now = line.heard.length + line.ended.length;
        calm = now === before && (before > 0 || !somethingHappened) ? calm + 1 : 0;
        before = now;
      }
      const told = [...line.heard.splice(0), ...line.ended.splice(0)];
      return [...new Set(told.map((one) => JSON.stringify(one)))].sort();
    },
    close: () => line.close(),
  };
}

interface Options {
  readonly author: number;
  readonly anonymous?: boolean;
  /** Everything is asked once, at the end, and nothing is tried. */
  readonly brief?: boolean;
}

/** To the next ten o'clock in Japan: some mails wait for the end of the night. */
async function toMorning(): Promise<void> {
  const now = await app.advance(0);
  await app.advance((25 * hour - ((now.getTime() / 1000) % (24 * hour))) % (24 * hour));
}

/** A day and a half in a group of eight, as the last of them could tell it. */
async function chronicle({ author, anonymous = true, brief = false }: Options): Promise<string[]> {
  await toMorning();
  const world = await circle(app, names.length);
  await app.drain();
  const [begun] = await app.sql<{ now: Date }>('select app.now() as now');
  const notebook = new Notebook(world, world.clients[observer]!, begun!.now);
  const live = await listen(notebook);
  log.length = 0;
  // Who is asked to help is drawn by lot, another one in each world (`chooseHelpers`, whose own properties say that it does not matter who
  // asked): here it falls to four who know about it. The observer is asked by the author's own choice.
  for (const n of experts)
    await world.clients[n]!.ask(`mutation { updateProfile(input: { strengths: "返事のない相談" }) { id } }`);
  const { createCalendarFeed: feed } = await notebook.client.ask<{ createCalendarFeed: { url: string } }>(
    `mutation { createCalendarFeed { url } }`,
  );
  const asker = world.clients[author]!;
  const after = async (hours: number, somethingHappened = true): Promise<void> => {
    await app.drain();
    notebook.write('live', await live.since(somethingHappened));
    // How a text is encoded on its way, and with it the line after its end, hangs on the letters of the organisation's address.
    const mails = postbox
      .to(world.members[observer]!.email)
      .map(({ subject, text, html }) => [subject, text?.trimEnd(), html?.trimEnd()]);
    notebook.write('mails', mails.map(String).sort());
    await app.advance(hours * hour);
    await app.drain();
  };
  const post = (title: string) =>
    postRequest(asker, world.groupId, {
      title,
      anonymous,
      type: 'EMOTIONAL',
      wanted: 'LISTEN',
      body: `${title}です`,
    });

  await after(1, false);
  const { id } = await post('名前を出さない相談');
  const silent = await post('名前を出さない、返事のない相談');
  await after(1);
  await asker.ask(
    `mutation ($id: ID!) { replyToSupportRequest(input: { requestId: $id, body: "補足です" }) { id } }`,
    { id },
  );
  await world.clients[helper]!.ask(
    `mutation ($id: ID!) { replyToSupportRequest(input: { requestId: $id, body: "聞いています" }) { id } }`,
    { id },
  );
  const { offerSupport } = await world.clients[helper]!.ask<{ offerSupport: { id: string } }>(
    `mutation ($id: ID!) { offerSupport(input: { requestId: $id, message: "会いましょう" }) { id } }`,
    { id },
  );
  await after(1);
  if (!brief) await notebook.askEverything();
  await asker.ask(
    `mutation ($id: ID!) { editSupportRequest(input: { requestId: $id, urgency: HIGH }) { id } }`,
    { id },
  );
  await asker.ask(`mutation ($id: ID!) { acceptOffer(offerId: $id) { id } }`, { id: offerSupport.id });
  await after(30);
  if (!brief) await notebook.tryEverything(id, offerSupport.id);
  await asker.ask(
    `mutation ($id: ID!, $m: ID!) { resolveSupportRequest(input: { requestId: $id, outcome: "話せました", helpers: [{ memberId: $m, match: 5, thanks: "救われました" }] }) { id } }`,
    { id, m: publicId('Member', world.members[helper]!.memberId) },
  );
  // Three days without an answer, with all reminders of it.
  await after(80);
  await asker.ask(
    `mutation ($id: ID!, $who: ID!) { askSecondPerson(input: { requestId: $id, memberId: $who }) { id } }`,
    { id: silent.id, who: publicId('Member', world.members[observer]!.memberId) },
  );
  await after(1);
  if (!brief) await notebook.askEverything();
  await asker.ask(`mutation ($id: ID!) { withdrawSupportRequest(requestId: $id) { id } }`, { id: silent.id });
  await after(1);
  await notebook.askEverything();
  await live.close();
  const calendar = await fetch(new URL(new URL(feed.url).pathname, app.url));
  notebook.write('calendar', [calendar.status, await calendar.text()]);
  notebook.write('log', log);
  return notebook.read();
}

/** The pages that one has and the other has not. */
const differences = (one: readonly string[], other: readonly string[]): string[] =>
  one.flatMap((page, i) => (page === other[i] ? [] : [`${page}\n   but: ${other[i] ?? 'nothing'}`]));

describe('an asker without a name', () => {
  let first: string[];
  beforeAll(async () => {
    first = await chronicle({ author: 1 });
  }, 300_000);

  it('is written about: the record is not empty', () => {
    expect(first.join('\n')).toContain('名前を出さない相談');
    expect(first.join('\n')).toContain('救われました');
    expect(first.join('\n')).toContain('相談した人が、あなたに聞いてみたいと思っています');
    expect(first.findLast((page) => page.startsWith('mails:'))).toContain('お知らせ');
    expect(first.find((page) => page.startsWith('calendar:'))).toContain('BEGIN:VCALENDAR');
    expect(first.length).toBeGreaterThan(100);
    expect(
      first.filter((page) => page.startsWith('live:') && page.includes('supportRequestChanged')).length,
    ).toBeGreaterThan(3);
  });

  it.each([
    [2, 'a mate like any other'],
    [0, 'the facilitator'],
  ])(
    'leaves the same record as member %i, %s',
    async (author) => {
      const second = await chronicle({ author });
      expect(differences(second, first)).toEqual([]);
      expect(second).toHaveLength(first.length);
    },
    300_000,
  );

  it('would be told apart if they gave their name: the comparison sees what there is to see', async () => {
    const [one, other] = [
      await chronicle({ author: 1, anonymous: false, brief: true }),
      await chronicle({ author: 2, anonymous: false, brief: true }),
    ];
    expect(differences(one, other).length).toBeGreaterThan(10);
  }, 600_000);

  it('hears neither more nor less than the others when they ask', async () => {
    const world = await circle(app, names.length);
    await postRequest(world.clients[3]!, world.groupId, { anonymous: true });
    await app.drain();
    const told = await app.sql<{ member_id: string; rows: number; mails: number }>(
      `select n.member_id, count(*)::int as rows, count(m.*)::int as mails from notification n
       left join mail_message m on m.tenant_id = n.tenant_id and m.notification_id = n.id
       where n.tenant_id = $1 group by 1`,
      [world.tenant.id],
    );
    expect(told).toHaveLength(names.length);
    expect(new Set(told.map(({ rows, mails }) => `${rows} ${mails}`))).toEqual(new Set(['1 1']));
  });
});
