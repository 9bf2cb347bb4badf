import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import { audiences } from '../../platform/audiences/audiences.js';
import { circle, postRequest, type Circle } from '../requests/support-request.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

let here: Circle;
let asker: TestClient, helper: TestClient, mate: TestClient;
beforeEach(async () => {
  here = await circle(app);
  [asker, helper, mate] = here.clients as [TestClient, TestClient, TestClient];
});
const memberId = (n: number) => publicId('Member', here.members[n]!.memberId);

interface Received {
  readonly totalCount: number;
  readonly edges: {
    readonly cursor: string;
    readonly node: {
      readonly message: string;
      readonly anonymous: boolean;
      readonly from: { readonly displayName: string } | null;
      readonly request: { readonly title: string } | null;
    };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
const received = async (client: TestClient, args = '(first: 20)'): Promise<Received> =>
  (
    await client.ask<{ thanksReceived: Received }>(
      `{ thanksReceived${args} { totalCount edges { cursor node { message anonymous from { displayName } request { title } } } pageInfo { hasNextPage endCursor } } }`,
    )
  ).thanksReceived;
const words = async (client: TestClient) => (await received(client)).edges.map(({ node }) => node);
const resolveDocument = `mutation ($input: ResolveSupportRequestInput!) { resolveSupportRequest(input: $input) { status } }`;
const thank = (requestId: string, n: number, thanks: string | null) =>
  asker.ask(resolveDocument, {
    input: { requestId, helpers: [{ memberId: memberId(n), thanks, match: 4 }] },
  });
const reply = (client: TestClient, id: string) =>
  client.ask(
    `mutation ($id: ID!) { replyToSupportRequest(input: { requestId: $id, body: "うちの場合は" }) { id } }`,
    { id },
  );
const mayThank = async (client: TestClient, id: string): Promise<string[]> =>
  (
    await client.ask<{ node: { mayThank: { id: string }[] } }>(
      `query ($id: ID!) { node(id: $id) { ... on SupportRequest { mayThank { id } } } }`,
      { id },
    )
  ).node.mayThank.map(({ id: one }) => one);

/** Out of the group, as by leaving it. */
const leave = (n: number) =>
  app.work.asSystem(here.tenant.id, 'test', async (tx) => {
    await audiences.memberLeftGroup(tx, here.groupId);
    await tx.sql('test.leave', `delete from group_membership where tenant_id = $1 and member_id = $2`, [
      here.tenant.id,
      here.members[n]!.memberId,
    ]);
  });

describe('thanks', () => {
  it('reach the helper, newest first, and no one else’s page', async () => {
    for (const n of [1, 2, 3]) {
      await app.advance(60);
      const { id } = await postRequest(asker, here.groupId, { title: `相談 ${n}` });
      await thank(id, 1, n === 2 ? null : `ありがとう ${n}`);
    }
    expect(await words(helper)).toEqual(
      [3, 2, 1].map((n) => ({
        message: n === 2 ? '' : `ありがとう ${n}`,
        anonymous: false,
        from: { displayName: '佐藤 健' },
        request: { title: `相談 ${n}` },
      })),
    );
    expect((await received(helper)).totalCount).toBe(3);
    expect(await received(mate)).toMatchObject({ totalCount: 0, edges: [] });
    expect(await received(asker)).toMatchObject({ totalCount: 0, edges: [] });
    const first = await received(helper, '(first: 2)');
    const second = await received(helper, `(first: 2, after: "${first.pageInfo.endCursor}")`);
    expect([...first.edges, ...second.edges].map(({ node }) => node.message)).toEqual([
      'ありがとう 3',
      '',
      'ありがとう 1',
    ]);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it('stay when the helper has left, from the same person, without what was asked', async () => {
    const { id } = await postRequest(asker, here.groupId);
    await thank(id, 1, '助かりました');
    await leave(1);
    expect(await words(helper)).toEqual([
      { message: '助かりました', anonymous: false, from: { displayName: '佐藤 健' }, request: null },
    ]);
  });

  it('stay when the asker has left', async () => {
    const { id } = await postRequest(asker, here.groupId);
    await thank(id, 1, '助かりました');
    await leave(0);
    expect(await words(helper)).toMatchObject([
      { from: { displayName: '佐藤 健' }, request: { title: '値上げの伝え方' } },
    ]);
  });

  it('of a member who gave no name carry none, until they give it', async () => {
    const { id } = await postRequest(asker, here.groupId, { anonymous: true });
    await reply(helper, id);
    await thank(id, 1, '救われました');
    expect(await words(helper)).toMatchObject([{ message: '救われました', anonymous: true, from: null }]);
    await asker.ask(`mutation ($id: ID!) { revealSupportRequestAuthor(requestId: $id) { id } }`, { id });
    expect(await words(helper)).toMatchObject([{ anonymous: false, from: { displayName: '佐藤 健' } }]);
    await leave(1);
    expect(await words(helper)).toMatchObject([
      { anonymous: false, from: { displayName: '佐藤 健' }, request: null },
    ]);
  });
});

describe('whom the asker may thank', () => {
  it('in one order, those who answered first before all, wherever their rows lie', async () => {
    const { id } = await postRequest(asker, here.groupId);
    await reply(mate, id);
    await reply(helper, id);
    const before = await mayThank(asker, id);
    expect(before.slice(0, 2)).toEqual([memberId(2), memberId(1)]);
    // A row that is changed lies behind all others from then on.
    for (const [table, column] of [
      ['group_membership', 'member_id'],
      ['support_reply', 'author_id'],
    ])
      for (const who of [before[3]!, before[0]!])
        await app.sql(`update ${table} set tenant_id = tenant_id where ${column} = $1`, [who.slice(4)]);
    expect(await mayThank(asker, id)).toEqual(before);
  });

  it('those who answered first, then the others who could read it', async () => {
    const { id } = await postRequest(asker, here.groupId);
    await reply(mate, id);
    const may = await mayThank(asker, id);
    expect(may[0]).toBe(memberId(2));
    expect([...may].sort()).toEqual([1, 2, 3, 4, 5].map(memberId).sort());
    expect(await mayThank(helper, id)).toEqual([]);
    await thank(id, 3, '電話をありがとう');
    expect(await mayThank(asker, id)).toEqual([]);
  });
  it('without a name only those who answered before all', async () => {
    const { id } = await postRequest(asker, here.groupId, { anonymous: true });
    await reply(mate, id);
    await reply(asker, id);
    expect(await mayThank(asker, id)).toEqual([memberId(2)]);
    expect(await mayThank(mate, id)).toEqual([]);
  });
  it('of a whole organisation those who answered', async () => {
    const { id } = await postRequest(asker, here.groupId, { audience: 'TENANT' });
    await reply(mate, id);
    expect(await mayThank(asker, id)).toEqual([memberId(2)]);
  });
});

describe('what no form of ours would send', () => {
  it.each([
    [
      'a helper of another organisation',
      { helpers: [{ memberId: 'mem_0198a000-0000-7000-8000-000000000001' }] },
      'BAD_USER_INPUT',
    ],
    [
      'a helper of another kind',
      { helpers: [{ memberId: 'grp_0198a000-0000-7000-8000-000000000001' }] },
      'NOT_FOUND',
    ],
    ['thanks of 10,000 characters', { thanks: 'あ'.repeat(10_000) }, 'BAD_USER_INPUT'],
    ['a NUL in the thanks', { thanks: 'a\u0000b' }, 'BAD_USER_INPUT'],
    ['half of an emoji', { thanks: 'a\ud83d' }, 'BAD_USER_INPUT'],
  ])(
    '%s is refused and changes nothing',
    async (_what, { helpers, thanks }: { helpers?: unknown; thanks?: string }, code) => {
      const { id } = await postRequest(asker, here.groupId);
      const input = { requestId: id, helpers: helpers ?? [{ memberId: memberId(1), thanks }] };
      expect(await asker.refusal(resolveDocument, { input })).toBe(code);
      expect(await received(helper)).toMatchObject({ totalCount: 0 });
    },
  );
  it('thanks twice, by two taps at once, arrive once', async () => {
    const { id } = await postRequest(asker, here.groupId);
    const input = { requestId: id, helpers: [{ memberId: memberId(1), thanks: '😀' }] };
    const codes = await Promise.all([
      asker.refusal(resolveDocument, { input }),
      asker.refusal(resolveDocument, { input }),
    ]);
    expect(codes.sort()).toEqual(['no error', 'no error']);
    expect(await words(helper)).toMatchObject([{ message: '😀' }]);
  });
  it('a made-up cursor', async () => {
    expect(await helper.refusal(`{ thanksReceived(after: "bm9uc2Vuc2U") { totalCount } }`)).toBe(
      'BAD_USER_INPUT',
    );
  });
});
