import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicId } from '@yoriai/domain/kernel';
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { daysOn } from '../../../../../tools/day/test-day.cjs';
import { ShortWay } from '../graphql/short-way.js';
import { webRoot } from '../web/web-root.js';
import { startApp, type TestApp, type TestClient, type TestMember } from './start-app.js';

interface Operation {
  readonly name: string;
  readonly text: string;
  readonly node: OperationDefinitionNode;
}
interface Sent {
  readonly query: string;
  readonly operationName?: string;
  readonly variables: unknown;
  readonly extensions?: unknown;
}
interface Heard {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
type Who = 'admin' | 'facilitator' | 'peer' | 'visitor';

/** `npm run proof:both-ways` compares every operation; else some of them, each time the same. */
const isProof = process.env['BOTH_WAYS'] === 'all';
const some = <T>(all: readonly T[], count: number): readonly T[] =>
  isProof ? all : all.filter((_, i) => i % Math.ceil(all.length / count) === 0);

const soon = `${daysOn(60)}T19:00`;
const list = join(webRoot, 'operations.json');
const operations: Operation[] = Object.values(
  JSON.parse(existsSync(list) ? readFileSync(list, 'utf8') : '{}') as Record<
    string,
    { name: string; text: string }
  >,
).flatMap((one) => {
  const node = parse(one.text).definitions.find((part) => part.kind === Kind.OPERATION_DEFINITION)!;
  return node.operation === 'subscription' ? [] : [{ ...one, node }];
});
const ofKind = (kind: 'query' | 'mutation') => operations.filter(({ node }) => node.operation === kind);

/** Two servers on copies of one database. One asks Apollo Server for everything, the other only for unknown operations. */
let world: TestApp;
let [long, short]: TestApp[] = [];
let schema: GraphQLSchema;
let ids: string[];
const cookies = new Map<Who, string>();
let slug: string;

beforeAll(async () => {
  world = await startApp({});
  const tenant = await world.tenant();
  slug = tenant.slug;
  const people: Record<Exclude<Who, 'visitor'>, TestMember> = {
    admin: await world.member(tenant, { role: 'ADMIN' }),
    facilitator: await world.member(tenant),
    peer: await world.member(tenant),
  };
  const groupId = await world.group(tenant, [people.facilitator, people.peer]);
  const clients = Object.fromEntries(
    await Promise.all(Object.entries(people).map(async ([who, one]) => [who, await world.as(one)] as const)),
  ) as Record<Exclude<Who, 'visitor'>, TestClient>;
  for (const [who, client] of Object.entries(clients)) cookies.set(who as Who, client.cookieHeader);
  ids = await somethingOfMuch(clients, publicId('Group', groupId), Object.values(people));
  schema = world.application.app.get(GraphQLSchemaHost, { strict: false }).schema;
  await world.rest();
  long = await startApp({}, { worldOf: world, way: 'long' });
  short = await startApp({}, { worldOf: world, way: 'short' });
});
afterAll(async () => {
  for (const app of [long, short, world]) await app?.stop();
});

async function somethingOfMuch(
  { admin, facilitator, peer }: Record<Exclude<Who, 'visitor'>, TestClient>,
  group: string,
  people: readonly TestMember[],
): Promise<string[]> {
  const made: unknown[] = [group, people.map(({ memberId }) => publicId('Member', memberId))];
  const act = async (client: TestClient, text: string, variables = {}): Promise<string> => {
    const data = await client.ask<Record<string, { id: string }>>(`mutation ${text}`, variables);
    made.push(data);
    return Object.values(data)[0]!.id;
  };
  const request = await act(
    peer,
    `($group: ID!) { postSupportRequest(input: { groupId: $group, type: APPRAISAL, wanted: ADVICE, title: "値上げ", body: "どう伝えますか" }) { id } }`,
    { group },
  );
  for (const [name, text] of [
    ['replyToSupportRequest', 'body: "うちでは"'],
    ['offerSupport', 'message: "見ます"'],
  ])
    await act(facilitator, `($id: ID!) { ${name}(input: { requestId: $id, ${text} }) { id } }`, {
      id: request,
    });
  const meetings = `scheduleMeetings(input: { groupId: $group, title: "例会", startsAtLocal: "${soon}", rule: "FREQ=WEEKLY;COUNT=3", timeZone: "Asia/Tokyo", durationMinutes: 90, format: ONLINE })`;
  await act(
    facilitator,
    `($group: ID!) { ${meetings} { id meetings { edges { node { id agenda { id } } } } } }`,
    { group },
  );
  const meeting = /mtg_[0-9a-f-]{36}/.exec(JSON.stringify(made))![0];
  await act(
    peer,
    `($id: ID!) { makeCommitment(input: { meetingId: $id, statement: "帳簿をつける" }) { id } }`,
    { id: meeting },
  );
  await act(
    peer,
    `($id: ID!) { proposeTopic(input: { meetingId: $id, title: "値上げ", detail: "相談" }) { id } }`,
    { id: meeting },
  );
  await act(peer, `($group: ID) { postGoodNews(input: { groupId: $group, body: "新しい店" }) { id } }`, {
    group,
  });
  await act(
    facilitator,
    `($group: ID!) { openDatePoll(input: { groupId: $group, title: "日取り", options: [{ date: "${soon.slice(0, 10)}" }, { date: "${soon.slice(0, 10)}", time: "19:00" }] }) { id options { id } } }`,
    { group },
  );
  await act(facilitator, `($group: ID!) { createJoinLink(input: { groupId: $group }) { id } }`, { group });
  await act(
    admin,
    `{ createProgramme(input: { name: "期", startsOn: "2026-04-01", endsOn: "2027-03-31" }) { id } }`,
  );
  await act(admin, `{ inviteMember(input: { email: "neu@example.jp", displayName: "新井 薫" }) { id } }`);
  await world.drain();
  made.push(
    await peer.ask(
      `{ notifications { edges { node { id } } } viewer { sessions { id } user { id } tenant { id slug } } }`,
    ),
  );
  return [...new Set(JSON.stringify(made).match(/[a-z]{3}_[0-9a-f-]{36}/g))];
}

async function send(
  app: TestApp,
  who: Who,
  body: Sent | string,
  more: Record<string, string> = {},
): Promise<Heard> {
  const cookie = cookies.get(who);
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'yoriai-tenant': slug,
      ...(cookie ? { cookie } : {}),
      ...more,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const {
    date: _,
    'content-length': __,
    'keep-alive': ___,
    ...headers
  } = Object.fromEntries(response.headers);
  return {
    status: response.status,
    headers: { ...headers, 'set-cookie': masked(headers['set-cookie'] ?? '') },
    body: tidied(await response.text()),
  };
}

/** New ids, secrets and moments differ from server to server; what was there before does not. */
const masked = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) =>
      ids.some((known) => known.endsWith(id)) ? id : '<new>',
    )
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*Z/g, '<moment>')
    .replaceAll(/calendar\/[\w.-]+/g, 'calendar/<secret>')
    .replaceAll(/[\w-]{43}/g, '<secret>');

/** Errors of fields side by side come in the order in which they failed. */
function tidied(text: string): string {
  const { errors, ...rest } = JSON.parse(text) as { errors?: object[] };
  const sorted = errors?.map((one) => JSON.stringify(one)).sort();
  return masked(JSON.stringify({ ...(sorted ? { errors: sorted } : {}), ...rest }));
}

/** What a form might send. */
function valueOf(type: GraphQLInputType, name: string, n: number, depth = 0): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType as GraphQLInputType, name, n, depth);
  if (isListType(type)) return [valueOf(type.ofType as GraphQLInputType, name, n, depth)];
  if (isEnumType(type)) return type.getValues()[n % type.getValues().length]!.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).flatMap((field) =>
        (isNonNullType(field.type) || n % 2 === 1) && depth < 4
          ? [[field.name, valueOf(field.type, field.name, n, depth + 1)]]
          : [],
      ),
    );
  const known: Record<string, unknown> = {
    ID: idFor(name, n),
    Int: n + 1,
    Float: 1.5,
    Boolean: n % 2 === 0,
    Yen: 4_000,
    Date: soon.slice(0, 10),
    LocalDateTime: soon,
    DateTime: `${soon}:00+09:00`,
    TimeZone: 'Asia/Tokyo',
  };
  return known[(getNullableType(type) as { name: string }).name] ?? (name === 'slug' ? slug : `ことば ${n}`);
}

/** An id of the right kind where the name says it, else one after the other. */
function idFor(name: string, n: number): string {
  const stem = name.replace(/Ids?$/, '').toLowerCase();
  const prefixes: Record<string, string> = { group: 'grp', meeting: 'mtg', member: 'mem', request: 'srq' };
  const fitting = ids.filter((id) => id.startsWith(`${prefixes[stem] ?? ''}`));
  return (fitting.length > 0 ? fitting : ids)[n % (fitting.length || ids.length)]!;
}

function good({ node, text, name }: Operation, n: number): Sent {
  const variables = Object.fromEntries(
    (node.variableDefinitions ?? []).map(({ variable, type }) => [
      variable.name.value,
      valueOf(typeFromAST(schema, type as never) as GraphQLInputType, variable.name.value, n),
    ]),
  );
  return { operationName: name, query: text, variables };
}

/** Variables that are wrong or missing. */
const spoilt = (sent: Sent): Sent[] => {
  const names = Object.keys(sent.variables as object);
  const each = (value: unknown) => Object.fromEntries(names.map((name) => [name, value]));
  const nested = (value: unknown) =>
    JSON.parse(JSON.stringify(sent.variables), (_, one: unknown) =>
      typeof one === 'string' ? value : one,
    ) as unknown;
  return [
    ...[{}, null, [], 'x', 7].map((variables) => ({ ...sent, variables })),
    ...[null, 7, 'x', [], {}, [null], 'x\u0000', 'x'.repeat(60_000), -1].map((value) => ({
      ...sent,
      variables: each(value),
    })),
    ...[7, null, {}, '', '\ud800', 'mem_1'].map((value) => ({ ...sent, variables: nested(value) })),
    { ...sent, variables: { ...(sent.variables as object), more: 1 } },
    { ...sent, operationName: 'Other' },
    { ...sent, operationName: '' },
    { ...sent, extensions: { persistedQuery: { version: 1, sha256Hash: '0' } } },
    { ...sent, extensions: 'x' },
  ];
};

/** Sends the same to both, says how they differ. */
async function difference(
  who: Who,
  sent: Sent | string,
  more: Record<string, string> = {},
): Promise<object | null> {
  const [apollo, ours] = await Promise.all([send(long!, who, sent, more), send(short!, who, sent, more)]);
  try {
    expect(ours).toEqual(apollo);
    return null;
  } catch {
    return { who, more, sent: JSON.stringify(sent).slice(-600), apollo, ours };
  }
}

/** Sends so many at a time, and answers with the first few that differ. */
async function differences(
  all: readonly (readonly [Who, Sent, Record<string, string>?])[],
  atOnce: number,
): Promise<object[]> {
  const found: object[] = [];
  const next = all[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of next) {
        const differs = await difference(...one);
        if (differs) found.push(differs);
      }
    }),
  );
  return found.slice(0, 3);
}

const callers: readonly Who[] = ['admin', 'facilitator', 'peer', 'visitor'];

describe('both ways', () => {
  it('give the same answers to questions of the client, from all roles, with variables that fit and that do not', async () => {
    expect(ofKind('query').length).toBeGreaterThan(50);
    const { counts } = short!.application.app.get(ShortWay);
    const fitting = some(ofKind('query'), 12).flatMap((one) =>
      callers.flatMap((who) => [0, 1, 2].map((n) => [who, good(one, n)] as const)),
    );
    expect(await differences(fitting, 8)).toEqual([]);
    expect(counts.short).toBeGreaterThanOrEqual(fitting.length);
    expect(long!.application.app.get(ShortWay).counts.short).toBe(0);
    const unfit = some(ofKind('query'), 3).flatMap((one) =>
      spoilt(good(one, 1)).map((sent) => ['peer', sent] as const),
    );
    expect(await differences(unfit, 8)).toEqual([]);
  }, 900_000);

  it('do or refuse every act alike', async () => {
    expect(ofKind('mutation').length).toBeGreaterThan(100);
    const found: object[] = [];
    for (const operation of some(ofKind('mutation'), 5)) {
      const acts = [
        ...spoilt(good(operation, 1)).map((sent) => ['peer', sent] as const),
        // A session that an act ends is ended on both servers.
        ...callers.flatMap((who) => [0, 1].map((n) => [who, good(operation, n)] as const)),
      ];
      found.push(...(await differences(acts, 1)));
      for (const app of [long!, short!]) await app.sql('truncate auth.throttle');
    }
    expect(found.slice(0, 5)).toEqual([]);
    const events = (app: TestApp) =>
      app.sql<{ name: string; n: number }>(
        `select name, count(*)::int as n from domain_event group by 1 order by 1`,
      );
    expect(await events(short!)).toEqual(await events(long!));
  }, 900_000);

  it('understand the same headers and bodies', async () => {
    const sent = { query: '{ viewer { member { id displayName } } }', variables: {} };
    const headers: Record<string, string>[] = [
      ...['*/*', 'application/json', 'text/html', 'application/graphql-response+json', 'image/png', ''].map(
        (accept) => ({ accept }),
      ),
      { accept: 'application/graphql-response+json,application/json;q=0.9' },
      ...[
        'application/json; charset=utf-8',
        'application/json;charset=utf8',
        'application/jsonp',
        'text/plain',
        'application/json, text/plain',
      ].map((type) => ({ 'content-type': type })),
      ...['nowhere', '%', ''].map((tenant) => ({ 'yoriai-tenant': tenant })),
      ...['mem_1', '', ...ids.filter((id) => id.startsWith('mem_'))].map((member) => ({
        'yoriai-member': member,
      })),
      { 'accept-encoding': 'br' },
      { cookie: 'session=x' },
      { host: '%' },
    ];
    const bodies = [
      [sent],
      {},
      null,
      'x',
      ...[' ', 7, ['{ __typename }'], '{ __typename', '{ __schema { types { name } } }'].map((query) => ({
        ...sent,
        query,
      })),
      { ...sent, extra: 1 },
    ];
    const all = [
      ...headers.map((more) => ['peer', sent, more] as const),
      ...bodies.map((body) => ['peer', body as Sent] as const),
    ];
    expect(await differences([...all, ...all], 1)).toEqual([]);
  }, 900_000);
});
