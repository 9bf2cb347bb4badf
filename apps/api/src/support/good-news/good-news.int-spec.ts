import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId, type GroupId } from '@yoriai/domain/kernel';
import {
  startApp,
  type TestApp,
  type TestClient,
  type TestMember,
  type TestTenant,
} from '../../platform/testing/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const fields = `id audience body mine author { id } group { id } reactions { kind mine more from { id } }
  comments { edges { node { id body author { id } } } } version viewerCan { react comment edit withdraw }`;
interface News {
  readonly id: string;
  readonly body: string;
  readonly reactions: readonly { kind: string; mine: boolean; more: boolean; from: { id: string }[] }[];
  readonly comments: { edges: { node: { id: string; body: string } }[] };
}
const post = `mutation ($input: PostGoodNewsInput!) { postGoodNews(input: $input) { ${fields} } }`;
const react = `mutation ($id: ID!, $kind: Congratulation!, $on: Boolean!) { reactToGoodNews(goodNewsId: $id, kind: $kind, on: $on) { ${fields} } }`;
const comment = `mutation ($input: CommentOnGoodNewsInput!) { commentOnGoodNews(input: $input) { id body author { id } } }`;
const edit = `mutation ($input: EditGoodNewsInput!) { editGoodNews(input: $input) { ${fields} } }`;
const takeBack = `mutation ($id: ID!) { withdrawGoodNewsComment(commentId: $id) }`;
const withdraw = `mutation ($id: ID!) { withdrawGoodNews(goodNewsId: $id) }`;

const member = (who: TestMember) => publicId('Member', who.memberId);
const tell = async (client: TestClient, groupId: GroupId | null, more: Record<string, unknown> = {}) =>
  (
    await client.ask<{ postGoodNews: News }>(post, {
      input: {
        ...(groupId ? { groupId: publicId('Group', groupId) } : { audience: 'TENANT' }),
        body: '新しい店舗の契約が決まりました',
        ...more,
      },
    })
  ).postGoodNews;
const see = async (client: TestClient, id: string) =>
  (
    await client.ask<{ node: News | null }>(
      `query ($id: ID!) { node(id: $id) { ... on GoodNews { ${fields} } } }`,
      { id },
    )
  ).node;
const list = async (client: TestClient) => {
  const { goodNews } = await client.ask<{ goodNews: { edges: { node: { body: string } }[] } }>(
    `{ goodNews(first: 50) { edges { node { body } } } }`,
  );
  return goodNews.edges.map(({ node }) => node.body);
};
const say = async (client: TestClient, goodNewsId: string, body: string) =>
  (await client.ask<{ commentOnGoodNews: { id: string } }>(comment, { input: { goodNewsId, body } }))
    .commentOnGoodNews.id;
const notices = async (client: TestClient) => {
  await app.drain();
  const { notifications } = await client.ask<{
    notifications: { edges: { node: { kind: string; title: string; url: string } }[] };
  }>(`{ notifications(first: 50) { edges { node { kind title url } } } }`);
  return notifications.edges.map(({ node }) => node);
};

interface Here {
  readonly tenant: TestTenant;
  readonly groupId: GroupId;
  readonly members: readonly TestMember[];
  readonly clients: readonly [TestClient, TestClient, TestClient];
}
async function group(): Promise<Here> {
  const tenant = await app.tenant();
  const members = await Promise.all(
    ['佐藤 健', '鈴木 美咲', '高橋 誠'].map((name) => app.member(tenant, { name })),
  );
  const groupId = await app.group(tenant, members);
  const clients = (await Promise.all(members.map((one) => app.as(one)))) as unknown as Here['clients'];
  return { tenant, groupId, members, clients };
}

describe('good news', () => {
  it('are told to the group, congratulated by name, and never counted', async () => {
    const { groupId, members, clients } = await group();
    const [author, friend, other] = clients;
    const news = await tell(author, groupId);
    expect(news).toMatchObject({
      audience: 'GROUP',
      mine: true,
      author: { id: member(members[0]!) },
      viewerCan: { react: false, comment: true, edit: true, withdraw: true },
    });
    const given = { id: news.id, kind: 'CONGRATULATIONS', on: true };
    await Promise.all([friend.ask(react, given), friend.ask(react, given)]);
    await other.ask(react, { ...given, kind: 'THANKS' });
    expect((await see(friend, news.id))!.reactions).toEqual([
      { kind: 'CONGRATULATIONS', mine: true, more: false, from: [{ id: member(members[1]!) }] },
      { kind: 'THANKS', mine: false, more: false, from: [{ id: member(members[2]!) }] },
    ]);
    expect(JSON.stringify(await see(author, news.id))).not.toMatch(/count/i);
    expect((await notices(author)).map(({ title }) => title).toSorted()).toEqual([
      '鈴木 美咲 さんから「おめでとう」が届きました',
      '高橋 誠 さんから「ありがとう」が届きました',
    ]);
    expect((await notices(friend)).map(({ title }) => title)).toEqual(['佐藤 健 さんからうれしい報告です']);
    await friend.ask(react, { ...given, on: false });
    await friend.ask(react, given);
    expect(await notices(author)).toHaveLength(2);
    await friend.ask(react, { ...given, on: false });
    expect(await notices(author)).toHaveLength(1);
    expect(await author.refusal(react, given)).toBe('FORBIDDEN');
    // Nothing of it is support given.
    expect(await app.sql(`select 1 from support_given where tenant_id = $1`, [members[0]!.tenantId])).toEqual(
      [],
    );
  });

  it('can be answered in words', async () => {
    const { groupId, clients } = await group();
    const [author, friend] = clients;
    const { id } = await tell(author, groupId);
    const input = { goodNewsId: id, body: 'やりましたね 🎉', idempotencyKey: 'k' };
    await Promise.all([friend.ask(comment, { input }), friend.ask(comment, { input })]);
    await author.ask(comment, { input: { goodNewsId: id, body: 'ありがとうございます' } });
    expect((await see(friend, id))!.comments.edges.map(({ node }) => node.body)).toEqual([
      'やりましたね 🎉',
      'ありがとうございます',
    ]);
    expect((await notices(author)).map(({ kind }) => kind)).toEqual(['good-news.comment']);
  });

  it('are for whom they were told: another group, the office, another organisation know nothing', async () => {
    const here = await group();
    const there = await group();
    const neighbour = await app.member(here.tenant);
    await app.group(here.tenant, [neighbour], '木曜会');
    const office = await app.as(await app.member(here.tenant, { role: 'ADMIN' }));
    const { id } = await tell(here.clients[0], here.groupId);
    const word = await say(here.clients[1], id, 'おめでとう');
    const newcomer = await app.member(here.tenant);
    await app.join(here.groupId, newcomer);
    for (const stranger of [there.clients[0], await app.as(neighbour), office, await app.as(newcomer)]) {
      expect(await see(stranger, id)).toBeNull();
      expect(await list(stranger)).toEqual([]);
      expect(await notices(stranger)).toEqual([]);
      expect(await stranger.refusal(react, { id, kind: 'THANKS', on: true })).toBe('NOT_FOUND');
      expect(await stranger.refusal(comment, { input: { goodNewsId: id, body: 'はい' } })).toBe('NOT_FOUND');
      expect(await stranger.refusal(withdraw, { id })).toBe('NOT_FOUND');
      expect(await stranger.refusal(edit, { input: { goodNewsId: id, body: '別の話' } })).toBe('NOT_FOUND');
      expect(await stranger.refusal(takeBack, { id: word })).toBe('NOT_FOUND');
    }
    expect((await see(here.clients[0], id))!.comments.edges).toHaveLength(1);
    expect(
      await there.clients[0].refusal(post, {
        input: { groupId: publicId('Group', here.groupId), body: 'x' },
      }),
    ).toBe('NOT_FOUND');
    const whole = await tell(here.clients[1], null, { body: '十周年を迎えました' });
    expect(await list(await app.as(neighbour))).toEqual(['十周年を迎えました']);
    expect(await list(there.clients[0])).toEqual([]);
    expect((await see(office, whole.id))!.body).toBe('十周年を迎えました');
  });

  it('can be put in other words by their author, for the same people', async () => {
    const { groupId, clients } = await group();
    const [author, friend] = clients;
    const { id } = await tell(author, groupId);
    await friend.ask(react, { id, kind: 'THANKS', on: true });
    await say(friend, id, 'おめでとう');
    const change = (client: TestClient, body: string, expectedVersion?: number) =>
      client.refusal(edit, { input: { goodNewsId: id, body, expectedVersion } });
    expect(await change(friend, '友の書き直し')).toBe('FORBIDDEN');
    for (const body of ['', ' \n', 'あ'.repeat(10_000), 'a\u0000b'])
      expect(await change(author, body, 1)).toBe('BAD_USER_INPUT');
    expect(await change(author, '二つ目の店舗が決まりました', 1)).toBe('no error');
    expect(await change(author, '古い画面から', 1)).toBe('CONFLICT');
    expect(await see(friend, id)).toMatchObject({
      body: '二つ目の店舗が決まりました',
      version: 2,
      comments: { edges: [{}] },
      reactions: [{ from: [] }, { mine: true }],
      viewerCan: { edit: false },
    });
    // No member is notified a second time.
    expect((await notices(friend)).map(({ kind }) => kind)).toEqual(['good-news.posted']);
    await author.ask(withdraw, { id });
    expect(await change(author, '遅れて')).toBe('NOT_FOUND');
  });

  it('keep no word that its writer takes back', async () => {
    const { groupId, clients } = await group();
    const [author, friend, other] = clients;
    const { id } = await tell(author, groupId);
    const word = await say(friend, id, '言いすぎました');
    await say(other, id, 'おめでとう');
    expect(await notices(author)).toHaveLength(2);
    for (const client of [author, other])
      expect(await client.refusal(takeBack, { id: word })).toBe('FORBIDDEN');
    await friend.ask(takeBack, { id: word });
    expect(await friend.refusal(takeBack, { id: word })).toBe('NOT_FOUND');
    expect((await see(author, id))!.comments.edges.map(({ node }) => node.body)).toEqual(['おめでとう']);
    expect(await notices(author)).toHaveLength(1);
    expect(await app.sql(`select from good_news_comment where id = $1`, [word.slice(4)])).toEqual([]);
    for (const nonsense of ['gnc_x', id, ''])
      expect(await friend.refusal(takeBack, { id: nonsense })).toBe('NOT_FOUND');
  });

  it('can be taken back, with all that was said to them', async () => {
    const { groupId, clients } = await group();
    const [author, friend] = clients;
    const { id } = await tell(author, groupId);
    const { commentOnGoodNews } = await friend.ask<{ commentOnGoodNews: { id: string } }>(comment, {
      input: { goodNewsId: id, body: 'おめでとう' },
    });
    expect(await friend.refusal(withdraw, { id })).toBe('FORBIDDEN');
    await author.ask(withdraw, { id });
    for (const client of [author, friend]) {
      expect(await see(client, id)).toBeNull();
      expect(await list(client)).toEqual([]);
      expect(
        await client.ask(`query ($id: ID!) { node(id: $id) { id } }`, { id: commentOnGoodNews.id }),
      ).toEqual({ node: null });
      expect(await notices(client)).toEqual([]);
    }
    expect(await author.refusal(withdraw, { id })).toBe('NOT_FOUND');
  });

  it('refuse what no form would send', async () => {
    const { groupId, clients, tenant } = await group();
    const [author, friend] = clients;
    const id = publicId('Group', groupId);
    for (const body of ['', ' \n', 'あ'.repeat(10_000), 'a\u0000b'])
      expect(await author.refusal(post, { input: { groupId: id, body } })).toBe('BAD_USER_INPUT');
    expect(await author.refusal(post, { input: { body: 'どこへ' } })).toBe('BAD_USER_INPUT');
    expect(await author.refusal(post, { input: { groupId: id, audience: 'TENANT', body: 'どこへ' } })).toBe(
      'BAD_USER_INPUT',
    );
    for (const forged of [publicId('Group', tenant.id), 'grp_x', 'srq_1'])
      expect(await author.refusal(post, { input: { groupId: forged, body: '誰に' } })).toBe('NOT_FOUND');
    const news = await tell(author, groupId);
    for (const body of ['', 'あ'.repeat(10_000), 'a\u0000b'])
      expect(await friend.refusal(comment, { input: { goodNewsId: news.id, body } })).toBe('BAD_USER_INPUT');
    expect(await list(friend)).toHaveLength(1);
    expect((await see(friend, news.id))!.comments.edges).toEqual([]);
  });

  it('vanish with their author, and the words of a muted one with them', async () => {
    const { groupId, members, clients } = await group();
    const [author, friend, other] = clients;
    const { id } = await tell(author, groupId);
    await tell(friend, groupId, { body: '友の報告' });
    await friend.ask(react, { id, kind: 'THANKS', on: true });
    await friend.ask(comment, { input: { goodNewsId: id, body: '友の言葉' } });
    await other.ask(`mutation ($id: ID!) { muteMember(memberId: $id) { id } }`, { id: member(members[1]!) });
    expect(await list(other)).toEqual(['新しい店舗の契約が決まりました']);
    expect(await see(other, id)).toMatchObject({
      comments: { edges: [] },
      reactions: [{ from: [] }, { from: [] }],
    });
    expect(await list(author)).toEqual(['友の報告', '新しい店舗の契約が決まりました']);
  });

  it('come newest first, page by page', async () => {
    const { groupId, clients } = await group();
    for (let n = 0; n < 5; n++) await tell(clients[0], groupId, { body: `報告 ${n}` });
    const told: string[] = [];
    let after: string | null = null;
    do {
      const { goodNews } = (await clients[1].ask(
        `query ($after: String) { goodNews(first: 2, after: $after) { edges { node { body } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      )) as {
        goodNews: {
          edges: { node: { body: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      };
      told.push(...goodNews.edges.map(({ node }) => node.body));
      after = goodNews.pageInfo.hasNextPage ? goodNews.pageInfo.endCursor : null;
    } while (after);
    expect(told).toEqual([4, 3, 2, 1, 0].map((n) => `報告 ${n}`));
  });
});
