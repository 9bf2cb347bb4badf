import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql';
import { v7 as uuidv7 } from 'uuid';
import { SchemaWalk } from '../testing/schema-walk.js';
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
let [hanako, taro]: TestMember[] = [];
const pageOf = (member: TestMember): string => publicId('Member', member.memberId);
/** Taro's browser, in which a page stands that was made for a person. */
const browser = async (page: string | null): Promise<TestClient> =>
  Object.assign(await app.as(taro!), { pageOf: page });

beforeAll(async () => {
  app = await startApp();
  tenant = await app.tenant();
  [hanako, taro] = [
    await app.member(tenant, { name: '山田 花子' }),
    await app.member(tenant, { name: '高橋 太郎' }),
  ];
  await app.group(tenant, [hanako, taro]);
});
afterAll(() => app?.stop());

const names = (): Promise<unknown[]> => app.sql(`select id, display_name from member order by id`);
const rename = `mutation { updateProfile(input: { displayName: "別人の名" }) { displayName } }`;

describe('a page that was made for one member', () => {
  it('acts for them', async () => {
    const client = await browser(pageOf(taro!));
    expect(await client.ask('{ viewer { member { displayName } } }')).toEqual({
      viewer: { member: { displayName: '高橋 太郎' } },
    });
  });

  it('acts for the member who is signed in when it does not say whose it is', async () => {
    expect(await (await browser(null)).refusal('{ viewer { tenant { slug } } }')).toBe('no error');
  });

  it('does nothing for another who has signed in meanwhile', async () => {
    const before = await names();
    const client = await browser(pageOf(hanako!));
    for (const text of [rename, '{ viewer { member { displayName } } }', '{ groups { totalCount } }'])
      // Once read by Apollo, once compiled.
      for (const _ of [1, 2, 3]) expect(await client.refusal(text)).toBe('MEMBER_MISMATCH');
    expect(await names()).toEqual(before);
  });

  it('is no member’s page when it names none', async () => {
    for (const nonsense of [
      '',
      'x',
      'mem_1',
      pageOf(hanako!).toUpperCase(),
      publicId('Group', hanako!.memberId),
    ])
      expect(await (await browser(nonsense)).refusal(rename)).toBe('MEMBER_MISMATCH');
  });

  it('is asked to sign in when no member is', async () => {
    const client = Object.assign(app.client(tenant.slug), { pageOf: pageOf(hanako!) });
    expect(await client.refusal(rename)).toBe('UNAUTHENTICATED');
  });

  it('is refused in every root field, whatever the rule of the field', async () => {
    const walk = new SchemaWalk(
      buildClientSchema(await app.client().ask<IntrospectionQuery>(getIntrospectionQuery())),
    );
    const client = await browser(pageOf(hanako!));
    const before = await names();
    const letThrough: string[] = [];
    for (const kind of ['Query', 'Mutation'] as const)
      for (const field of walk.rootFields(kind)) {
        const args = walk.args(field, (name, type) => {
          const named = walk.schema.getType(type);
          if (named && 'getValues' in named) return named.getValues()[0]!.name;
          return type === 'Int' ? 1 : type === 'Boolean' ? true : (sensible[type] ?? sensible[name] ?? 'x');
        });
        const [asking] = walk.askings(kind === 'Query' ? 'query' : 'mutation', field, args);
        const { errors } = await client.query(asking!.document, asking!.variables);
        if (errors?.[0]?.extensions.code !== 'MEMBER_MISMATCH')
          letThrough.push(`${field.name} ${JSON.stringify(errors)}`);
      }
    expect(letThrough).toEqual([]);
    expect(await names()).toEqual(before);
  });

  it('does not act on the account of a person who is no member there at all', async () => {
    const stranger = await app.member(await app.tenant());
    const client = Object.assign(await app.as(stranger), { slug: tenant.slug, pageOf: pageOf(hanako!) });
    expect(await client.refusal('mutation { signOutEverywhere }')).toBe('MEMBER_MISMATCH');
    expect(await client.refusal('{ me { id } }')).toBe('MEMBER_MISMATCH');
    // A member of another organisation is no member here, also on a page of their own there.
    client.pageOf = pageOf(stranger);
    expect(await client.refusal('{ groups { totalCount } }')).toBe('UNAUTHENTICATED');
  });

  it('hears nothing over a socket either', async () => {
    const listen = async (page: TestMember): Promise<string> => {
      const line = Object.assign(await app.as(taro!), { pageOf: pageOf(page) }).line();
      // An unknown group: a client that may listen at all is told so.
      line.listen(`subscription { supportRequestChanged(groupId: "${publicId('Group', uuidv7())}") { id } }`);
      await until(() => line.heard.length + line.ended.length > 0);
      await line.close();
      return JSON.stringify([line.heard, line.ended]);
    };
    expect(await listen(taro!)).toContain('NOT_FOUND');
    expect(await listen(hanako!)).toContain('MEMBER_MISMATCH');
  });
});

const sensible: Readonly<Record<string, unknown>> = {
  Date: '2027-01-15',
  DateTime: '2027-01-15T10:00:00Z',
  LocalDateTime: '2027-01-15T19:00',
  TimeZone: 'Asia/Tokyo',
  Yen: 1,
};
