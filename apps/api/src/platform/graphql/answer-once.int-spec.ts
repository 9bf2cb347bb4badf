import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import {
  buildClientSchema,
  getIntrospectionQuery,
  isEnumType,
  type GraphQLField,
  type IntrospectionQuery,
} from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import { kindOf, SchemaWalk } from '../testing/schema-walk.js';
import { startApp, type TestApp, type TestClient, type TestMember } from '../testing/start-app.js';
import { fingerprintOf } from './answer-once.js';

let app: TestApp;
let walk: SchemaWalk;
let [office, asker, peer]: TestMember[] = [];
let clients: Record<'office' | 'asker' | 'peer', TestClient>;
let group: string;
beforeAll(async () => {
  app = await startApp();
  walk = new SchemaWalk(
    buildClientSchema(await app.client().ask<IntrospectionQuery>(getIntrospectionQuery())),
  );
  const tenant = await app.tenant();
  office = await app.member(tenant, { role: 'ADMIN' });
  [asker, peer] = [await app.member(tenant), await app.member(tenant)];
  group = publicId('Group', await app.group(tenant, [asker, peer, office]));
  clients = { office: await app.as(office), asker: await app.as(asker), peer: await app.as(peer) };
});
afterAll(() => app?.stop());

describe('the fingerprint of what is asked for', () => {
  it('is the same in whatever order the fields come, and however they were written down', () => {
    const at = new Date('2026-11-29T10:00:00Z');
    expect(fingerprintOf({ a: 1, b: { c: [1, { d: 2, e: at }] } })).toBe(
      fingerprintOf({ b: { c: [1, { e: at.toISOString(), d: 2 }] }, a: 1, f: undefined }),
    );
  });

  it('does not ask what the writer had seen before', () => {
    expect(fingerprintOf({ note: 'x', expectedVersion: 1, lines: [{ text: 'y', expectedVersion: 1 }] })).toBe(
      fingerprintOf({ note: 'x', expectedVersion: 2, lines: [{ text: 'y' }] }),
    );
  });

  it.each([
    ['a text', { a: 'x' }, { a: 'x ' }],
    ['a list in another order', { a: [1, 2] }, { a: [2, 1] }],
    ['nothing, and not said', { a: null }, {}],
    ['the same words in another box', { a: 'x' }, { b: 'x' }],
    ['a number and its digits', { a: 1 }, { a: '1' }],
  ])('tells apart: %s', (_, one, other) => {
    expect(fingerprintOf(one)).not.toBe(fingerprintOf(other));
  });
});

/** Whatever coerces: the question is answered before the rules of the act are. */
const say = (name: string, type: string): unknown => {
  const named = walk.schema.getType(type);
  if (isEnumType(named)) return named.getValues()[0]!.name;
  const known: Record<string, unknown> = {
    Int: 1,
    Boolean: true,
    Yen: 1,
    Date: '2027-01-15',
    DateTime: '2027-01-15T10:00:00Z',
    LocalDateTime: '2027-01-15T19:00',
    TimeZone: 'Asia/Tokyo',
    String:
      name === 'base64'
        ? Buffer.from('氏名\n').toString('base64')
        : name === 'startsAtLocal'
          ? '2027-01-15T19:00'
          : 'ことば',
    ID: type === 'ID' ? publicId(kindOf(name) ?? 'Group', uuidv7()) : null,
  };
  return known[type];
};

const keyed = (): [string, GraphQLField<unknown, unknown>][] =>
  walk
    .rootFields('Mutation')
    .filter((field) => walk.places(field).some(({ path }) => path.at(-1) === 'idempotencyKey'))
    .map((field) => [field.name, field]);

describe('a key that stood for something else', () => {
  it('is a conflict in every act that takes a key, and nothing is done', async () => {
    const wrong: unknown[] = [];
    for (const [name, field] of keyed()) {
      const place = walk.places(field).find(({ path }) => path.at(-1) === 'idempotencyKey')!;
      await app.sql(
        `insert into idempotent_answer (tenant_id, member_id, op, key, fingerprint, answer, created_at)
         values ($1, $2, $3, 'taken', 'another wish', '{"value": null}', app.now())`,
        [office!.tenantId, office!.memberId, name],
      );
      const [asking] = walk.askings('mutation', field, walk.args(field, say, place, 'taken'));
      const { errors } = await clients.office.query(asking!.document, asking!.variables);
      const code = errors?.[0]?.extensions.code ?? 'no error';
      if (code !== 'IDEMPOTENCY_CONFLICT') wrong.push([name, code, errors?.[0]]);
    }
    expect(wrong).toEqual([]);
    expect(keyed().length).toBeGreaterThanOrEqual(30);
  });

  it('leaves the first one standing, and the second is sent under a key of its own', async () => {
    const post = `mutation ($g: ID) { postSupportRequest(input: { groupId: $g, type: EMOTIONAL, wanted: LISTEN, title: "話", body: "聞いて" }) { id } }`;
    const { postSupportRequest: request } = await clients.asker.ask<{ postSupportRequest: { id: string } }>(
      post,
      { g: group },
    );
    const reply = (body: string, key: string): [string, Record<string, unknown>] => [
      `mutation ($input: ReplyInput!) { replyToSupportRequest(input: $input) { id body } }`,
      { input: { requestId: request.id, body, idempotencyKey: key } },
    ];
    const bodies = async (): Promise<string[]> =>
      (await app.sql<{ body: string }>(`select body from support_reply order by created_at`)).map(
        ({ body }) => body,
      );
    const first = await clients.peer.ask(...reply('はじめの返信', 'k1'));
    expect(await clients.peer.ask(...reply('はじめの返信', 'k1'))).toEqual(first);
    expect(await clients.peer.refusal(...reply('書きなおした返信', 'k1'))).toBe('IDEMPOTENCY_CONFLICT');
    expect(await bodies()).toEqual(['はじめの返信']);
    await clients.peer.ask(...reply('書きなおした返信', 'k2'));
    expect(await bodies()).toEqual(['はじめの返信', '書きなおした返信']);
    // The key is this member's alone.
    await clients.asker.ask(...reply('別の人', 'k1'));
    expect(await bodies()).toHaveLength(3);
  });

  it('lets one through when two tabs send two texts with one key at once', async () => {
    const send = (body: string): ReturnType<TestClient['query']> =>
      clients.peer.query(
        `mutation ($g: ID!, $b: String!) { postGoodNews(input: { groupId: $g, body: $b, idempotencyKey: "tabs" }) { id } }`,
        { g: group, b: body },
      );
    const answers = await Promise.all(['左のタブ', '右のタブ'].map(send));
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').sort()).toEqual([
      'IDEMPOTENCY_CONFLICT',
      'done',
    ]);
  });

  it('gives the first answer again also where the act answers nothing of its own', async () => {
    const close = `mutation ($g: ID!, $m: ID!) { addGroupMember(input: { groupId: $g, memberId: $m, idempotencyKey: "add" }) { id } }`;
    const newcomer = publicId(
      'Member',
      (await app.member({ id: office!.tenantId, slug: office!.slug })).memberId,
    );
    const variables = { g: group, m: newcomer };
    const first = await clients.office.ask(close, variables);
    expect(await clients.office.ask(close, variables)).toEqual(first);
  });
});
