import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import {
  circle,
  listTitles,
  postRequest,
  refusedPost,
  requestFields,
  requestInput,
  seeRequest,
  type Circle,
  type SeenByTest,
} from './support-request.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

let here: Circle;
let asker: TestClient, sato: TestClient, suzuki: TestClient;
beforeEach(async () => {
  here = await circle(app);
  [asker, sato, suzuki] = here.clients as [TestClient, TestClient, TestClient];
});
const memberId = (n: number) => publicId('Member', here.members[n]!.memberId);

const reply = `mutation ($input: ReplyInput!) { replyToSupportRequest(input: $input) { id byAsker gives body author { id } } }`;
const offer = `mutation ($input: OfferSupportInput!) { offerSupport(input: $input) { id status terms price helper { id } } }`;
const edit = `mutation ($input: EditSupportRequestInput!) { editSupportRequest(input: $input) { title body urgency version } }`;
const resolve = `mutation ($input: ResolveSupportRequestInput!) { resolveSupportRequest(input: $input) { ${requestFields} } }`;
const onOffer = (act: string) => `mutation ($id: ID!) { ${act}(offerId: $id) { id status } }`;
const onRequest = (act: string) => `mutation ($id: ID!) { ${act}(requestId: $id) { ${requestFields} } }`;

const makeOffer = async (client: TestClient, requestId: string, change: Record<string, unknown> = {}) =>
  (
    await client.ask<{ offerSupport: { id: string; status: string; price: number | null } }>(offer, {
      input: { requestId, message: '土曜なら手伝えます', ...change },
    })
  ).offerSupport;
const notices = async (client: TestClient): Promise<{ kind: string; title: string; body: string }[]> => {
  await app.drain();
  const { notifications } = await client.ask<{
    notifications: { edges: { node: { kind: string; title: string; body: string } }[] };
  }>(`{ notifications(first: 50) { edges { node { kind title body } } } }`);
  return notifications.edges.map(({ node }) => node).filter(({ kind }) => kind.startsWith('support.'));
};
const kinds = async (client: TestClient) => (await notices(client)).map(({ kind }) => kind);

describe('asking and answering', () => {
  it.each(['INFORMATIONAL', 'INSTRUMENTAL', 'EMOTIONAL', 'APPRAISAL'])(
    'a member asks for %s support and a peer answers',
    async (type) => {
      const request = await postRequest(asker, here.groupId, { type, wanted: 'LISTEN' });
      expect(request).toMatchObject({
        type,
        status: 'OPEN',
        mine: true,
        anonymous: false,
        author: { id: memberId(0), displayName: '佐藤 健' },
      });
      expect(request.viewerCan).toEqual({
        reply: true,
        offer: false,
        resolve: true,
        withdraw: true,
        edit: true,
        reveal: false,
      });

      const answer = await sato.ask(reply, {
        input: { requestId: request.id, body: '私はこう伝えました', gives: 'EMOTIONAL' },
      });
      expect(answer).toMatchObject({
        replyToSupportRequest: { byAsker: false, gives: 'EMOTIONAL', author: { id: memberId(1) } },
      });
      await asker.ask(reply, {
        input: { requestId: request.id, body: 'ありがとうございます', gives: 'EMOTIONAL' },
      });

      const seen = (await seeRequest(suzuki, request.id))!;
      expect(seen).toMatchObject({
        mine: false,
        replyCount: 2,
        viewerCan: { reply: true, offer: true, resolve: false, withdraw: false, edit: false, reveal: false },
      });
      expect(seen.replies.edges.map(({ node }) => [node.byAsker, node.author?.id, node.gives])).toEqual([
        [false, memberId(1), 'EMOTIONAL'],
        [true, memberId(0), null],
      ]);
    },
  );

  it('the people in the group hear of it, the asker hears of answers, once each', async () => {
    const request = await postRequest(asker, here.groupId);
    expect(await kinds(asker)).toEqual([]);
    expect(await notices(sato)).toMatchObject([
      { kind: 'support.posted', title: '佐藤 健 さんから相談がありました' },
    ]);
    await sato.ask(reply, { input: { requestId: request.id, body: 'うちの場合は' } });
    await makeOffer(suzuki, request.id);
    await asker.ask(reply, { input: { requestId: request.id, body: 'どうも' } });
    expect((await kinds(asker)).sort()).toEqual(['support.offer', 'support.reply']);
    expect(await kinds(sato)).toEqual(['support.posted']);
    await app.sql(`update delivery set state = 'DUE' where reader like 'support.tell-of-%'`);
    expect((await kinds(asker)).sort()).toEqual(['support.offer', 'support.reply']);
  });

  it('the same key asks once', async () => {
    const [first, again] = [
      await postRequest(asker, here.groupId, { idempotencyKey: 'k1' }),
      await postRequest(asker, here.groupId, { idempotencyKey: 'k1' }),
    ];
    expect(again.id).toBe(first.id);
    expect(await listTitles(asker)).toHaveLength(1);
    const input = { requestId: first.id, body: '一度だけ', idempotencyKey: 'k2' };
    await Promise.all([sato.ask(reply, { input }), sato.ask(reply, { input })]);
    expect((await seeRequest(asker, first.id))!.replyCount).toBe(1);
  });

  it('many who answer at once are all counted', async () => {
    const request = await postRequest(asker, here.groupId);
    await Promise.all(
      here.clients.map((client, n) =>
        client.ask(reply, { input: { requestId: request.id, body: `返事 ${n}` } }),
      ),
    );
    const seen = (await seeRequest(asker, request.id))!;
    expect([seen.replyCount, seen.replies.edges.length]).toEqual([6, 6]);
  });

  it('a long thread is read page by page, from its beginning', async () => {
    const request = await postRequest(asker, here.groupId);
    for (let n = 0; n < 5; n++) await sato.ask(reply, { input: { requestId: request.id, body: `${n}` } });
    const bodies: string[] = [];
    let after: string | null = null;
    do {
      const { node }: { node: SeenByTest } = await suzuki.ask(
        `query ($id: ID!, $after: String) { node(id: $id) { ... on SupportRequest { replies(first: 2, after: $after) { edges { node { body } } pageInfo { hasNextPage endCursor } } } } }`,
        { id: request.id, after },
      );
      bodies.push(...node.replies.edges.map(({ node: { body } }) => body));
      after = node.replies.pageInfo.hasNextPage ? node.replies.pageInfo.endCursor : null;
    } while (after);
    expect(bodies).toEqual(['0', '1', '2', '3', '4']);
  });

  it('the asker mends their words; a member with a stale copy hears so, and no one else may', async () => {
    const request = await postRequest(asker, here.groupId);
    expect(
      await asker.ask(edit, {
        input: { requestId: request.id, title: '値上げの時期', urgency: 'HIGH', expectedVersion: 1 },
      }),
    ).toEqual({
      editSupportRequest: {
        title: '値上げの時期',
        body: requestInput(null).body,
        urgency: 'HIGH',
        version: 2,
      },
    });
    expect(
      await asker.refusal(edit, { input: { requestId: request.id, title: '別の題', expectedVersion: 1 } }),
    ).toBe('CONFLICT');
    expect(await sato.refusal(edit, { input: { requestId: request.id, title: '書き換え' } })).toBe(
      'FORBIDDEN',
    );
    expect(await listTitles(sato, { search: '時期' })).toEqual(['値上げの時期']);
    expect(await listTitles(sato, { search: '伝え方' })).toEqual([]);
  });
});

describe('offers', () => {
  it('are made, taken and delivered', async () => {
    const request = await postRequest(asker, here.groupId, { type: 'INSTRUMENTAL', wanted: 'HANDS' });
    const made = await makeOffer(sato, request.id, { reason: 'GIFT' });
    expect(made.status).toBe('OFFERED');
    expect(await asker.ask(onOffer('acceptOffer'), { id: made.id })).toMatchObject({
      acceptOffer: { status: 'ACCEPTED' },
    });
    expect((await seeRequest(suzuki, request.id))!.status).toBe('MATCHED');
    expect(await notices(sato)).toMatchObject([
      { kind: 'support.offer-accepted' },
      { kind: 'support.posted' },
    ]);
    expect(await asker.refusal(onOffer('acceptOffer'), { id: made.id })).toBe('OFFER_DECIDED');
    await asker.ask(resolve, {
      input: { requestId: request.id, helpers: [{ memberId: memberId(1), thanks: '助かりました' }] },
    });
    expect((await seeRequest(suzuki, request.id))!.offers).toMatchObject([{ status: 'DELIVERED' }]);
    const reasonAsSeenBy = async (client: TestClient) =>
      (
        await client.ask<{ node: { reason: string | null } }>(
          `query ($id: ID!) { node(id: $id) { ... on SupportOffer { reason } } }`,
          { id: made.id },
        )
      ).node.reason;
    expect(await reasonAsSeenBy(sato)).toBe('GIFT');
    for (const client of [asker, suzuki]) expect(await reasonAsSeenBy(client)).toBeNull();
    expect(await app.sql(`select member_id, reason from support_offer_reason`)).toEqual(
      expect.arrayContaining([{ member_id: here.members[1]!.memberId, reason: 'GIFT' }]),
    );
  });

  it('that are declined are told kindly to the helper and shown to no one else', async () => {
    const request = await postRequest(asker, here.groupId);
    const made = await makeOffer(sato, request.id);
    await asker.ask(onOffer('declineOffer'), { id: made.id });
    expect(await kinds(sato)).toContain('support.offer-declined');
    expect((await seeRequest(asker, request.id))!.offers).toMatchObject([{ status: 'DECLINED' }]);
    expect((await seeRequest(sato, request.id))!.offers).toMatchObject([{ status: 'DECLINED' }]);
    expect((await seeRequest(suzuki, request.id))!.offers).toEqual([]);
    expect(await suzuki.ask(`query ($id: ID!) { node(id: $id) { id } }`, { id: made.id })).toEqual({
      node: null,
    });
    expect((await makeOffer(sato, request.id, { message: 'では別の形で' })).status).toBe('OFFERED');
  });

  it('are taken back by those who made them; the request is open again', async () => {
    const request = await postRequest(asker, here.groupId);
    const made = await makeOffer(sato, request.id);
    await asker.ask(onOffer('acceptOffer'), { id: made.id });
    expect(await suzuki.refusal(onOffer('withdrawOffer'), { id: made.id })).toBe('FORBIDDEN');
    await sato.ask(onOffer('withdrawOffer'), { id: made.id });
    expect((await seeRequest(asker, request.id))!.status).toBe('OPEN');
  });

  it('for money come only where they are welcome, one at a time, with a price in yen', async () => {
    const closed = await postRequest(asker, here.groupId);
    expect(
      await sato.refusal(offer, { input: { requestId: closed.id, message: '承ります', terms: 'PAID' } }),
    ).toBe('PAID_NOT_ACCEPTED');
    const open = await postRequest(asker, here.groupId, { acceptsPaid: true });
    for (const price of [null, 0, 10_000_001])
      expect(
        await sato.refusal(offer, {
          input: { requestId: open.id, message: '承ります', terms: 'PAID', price },
        }),
      ).toBe('BAD_USER_INPUT');
    expect((await seeRequest(asker, open.id))!.offers).toEqual([]);
    expect((await makeOffer(sato, open.id, { terms: 'PAID', price: 5000 })).price).toBe(5000);
    expect(
      await suzuki.refusal(offer, { input: { requestId: open.id, message: '承ります', terms: 'PAID' } }),
    ).toBe('PAID_OFFER_TAKEN');
    expect(
      await suzuki.refusal(offer, { input: { requestId: open.id, message: '承ります', price: 5000 } }),
    ).toBe('BAD_USER_INPUT');
  });

  it('are not made to oneself, twice, or decided by bystanders', async () => {
    const request = await postRequest(asker, here.groupId);
    expect(await asker.refusal(offer, { input: { requestId: request.id, message: '自分で' } })).toBe(
      'FORBIDDEN',
    );
    const made = await makeOffer(sato, request.id);
    expect(await sato.refusal(offer, { input: { requestId: request.id, message: 'もう一度' } })).toBe(
      'ALREADY_OFFERED',
    );
    for (const act of ['acceptOffer', 'declineOffer'])
      expect(await suzuki.refusal(onOffer(act), { id: made.id })).toBe('FORBIDDEN');
  });

  it('taken and declined in the same moment are decided once', async () => {
    const request = await postRequest(asker, here.groupId);
    const made = await makeOffer(sato, request.id);
    const answers = await Promise.all(
      ['acceptOffer', 'declineOffer', 'acceptOffer'].map((act) =>
        asker.refusal(onOffer(act), { id: made.id }),
      ),
    );
    expect(answers.filter((answer) => answer === 'no error')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'OFFER_DECIDED')).toHaveLength(2);
  });
});

describe('the end of a request', () => {
  it('thanks reach those who helped, the others hear that it is settled', async () => {
    const request = await postRequest(asker, here.groupId);
    await sato.ask(reply, { input: { requestId: request.id, body: 'うちは張り紙にしました' } });
    await suzuki.ask(reply, { input: { requestId: request.id, body: 'うちは口頭で' } });
    const { resolveSupportRequest: done } = await asker.ask<{ resolveSupportRequest: SeenByTest }>(resolve, {
      input: {
        requestId: request.id,
        helpers: [{ memberId: memberId(1), gave: 'APPRAISAL', match: 5, thanks: '参考になりました' }],
        outcome: '値上げできました',
      },
    });
    expect(done).toMatchObject({
      status: 'RESOLVED',
      outcome: '値上げできました',
      version: 2,
      thanks: [{ message: '参考になりました', from: { id: memberId(0) }, to: { id: memberId(1) } }],
    });
    expect(done.viewerCan).toEqual({
      reply: false,
      offer: false,
      resolve: false,
      withdraw: false,
      edit: false,
      reveal: false,
    });
    expect(await kinds(sato)).toEqual(['support.thanks', 'support.posted']);
    expect(await kinds(suzuki)).toEqual(['support.resolved', 'support.posted']);
    expect(
      await app.sql(`select asked, gave, match from support_given where request_id = $1`, [
        request.id.slice(4),
      ]),
    ).toEqual([{ asked: 'INFORMATIONAL', gave: 'APPRAISAL', match: 5 }]);
  });

  it('is final: nothing more can be said, offered, edited or taken back', async () => {
    const request = await postRequest(asker, here.groupId);
    const made = await makeOffer(sato, request.id);
    await asker.ask(onRequest('withdrawSupportRequest'), { id: request.id });
    expect(await sato.refusal(reply, { input: { requestId: request.id, body: 'まだ' } })).toBe(
      'REQUEST_CLOSED',
    );
    expect(await suzuki.refusal(offer, { input: { requestId: request.id, message: 'まだ' } })).toBe(
      'REQUEST_CLOSED',
    );
    expect(await asker.refusal(edit, { input: { requestId: request.id, title: 'やはり' } })).toBe(
      'REQUEST_CLOSED',
    );
    expect(await asker.refusal(resolve, { input: { requestId: request.id } })).toBe('REQUEST_CLOSED');
    expect(await asker.refusal(onOffer('acceptOffer'), { id: made.id })).toBe('REQUEST_CLOSED');
    expect(await asker.refusal(onRequest('withdrawSupportRequest'), { id: request.id })).toBe(
      'REQUEST_CLOSED',
    );
  });

  it('belongs to the asker', async () => {
    const request = await postRequest(asker, here.groupId);
    expect(await sato.refusal(resolve, { input: { requestId: request.id } })).toBe('FORBIDDEN');
    for (const act of ['withdrawSupportRequest', 'revealSupportRequestAuthor'])
      expect(await sato.refusal(onRequest(act), { id: request.id })).toBe('FORBIDDEN');
  });

  it('refuses to thank a member who could not have helped', async () => {
    const request = await postRequest(asker, here.groupId);
    const stranger = await app.member(here.tenant);
    for (const helper of [memberId(0), publicId('Member', stranger.memberId)])
      expect(
        await asker.refusal(resolve, { input: { requestId: request.id, helpers: [{ memberId: helper }] } }),
      ).toBe('BAD_USER_INPUT');
    expect(
      await asker.refusal(resolve, {
        input: { requestId: request.id, helpers: [{ memberId: memberId(1), match: 6 }] },
      }),
    ).toBe('BAD_USER_INPUT');
    expect((await seeRequest(asker, request.id))!).toMatchObject({ status: 'OPEN', thanks: [] });
  });

  it('comes by itself, after a kind question, when nothing happens for thirty days', async () => {
    const day = 24 * 3600;
    const request = await postRequest(asker, here.groupId);
    await app.advance(26 * day);
    await sato.ask(reply, { input: { requestId: request.id, body: 'その後どうですか' } });
    await app.advance(2 * day);
    expect(await kinds(asker)).not.toContain('support.expiring');
    await app.advance(26 * day);
    expect(await kinds(asker)).toContain('support.expiring');
    expect((await seeRequest(sato, request.id))!.status).toBe('OPEN');
    await app.advance(3 * day + 60);
    await app.drain();
    expect((await seeRequest(sato, request.id))!.status).toBe('EXPIRED');
    expect((await kinds(asker)).filter((kind) => kind === 'support.expiring')).toHaveLength(1);
  });
});

describe('the list', () => {
  it('is newest first, goes on where it ended, and filters', async () => {
    for (let n = 0; n < 5; n++) {
      await app.advance(60);
      await postRequest(here.clients[n % 2]!, here.groupId, {
        title: `相談 ${n}`,
        type: n === 3 ? 'EMOTIONAL' : 'APPRAISAL',
        wanted: 'LISTEN',
      });
    }
    expect(await listTitles(sato)).toEqual(['相談 4', '相談 3', '相談 2', '相談 1', '相談 0']);
    expect(await listTitles(suzuki, { type: ['EMOTIONAL'] })).toEqual(['相談 3']);
    expect(await listTitles(sato, { mine: true })).toEqual(['相談 3', '相談 1']);
    expect(await listTitles(sato, { status: ['RESOLVED'] })).toEqual([]);
    expect(
      await listTitles(sato, { groupId: publicId('Group', here.groupId), status: ['OPEN'] }),
    ).toHaveLength(5);
    const titles: string[] = [];
    let after: string | null = null;
    do {
      const {
        supportRequests,
      }: {
        supportRequests: {
          edges: { node: { title: string } }[];
          pageInfo: { hasNextPage: boolean; endCursor: string };
        };
      } = await suzuki.ask(
        `query ($after: String) { supportRequests(first: 2, after: $after) { edges { node { title } } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      titles.push(...supportRequests.edges.map(({ node }) => node.title));
      after = supportRequests.pageInfo.hasNextPage ? supportRequests.pageInfo.endCursor : null;
    } while (after);
    expect(titles).toEqual(['相談 4', '相談 3', '相談 2', '相談 1', '相談 0']);
  });

  it('finds Japanese and English words inside sentences, and only those', async () => {
    await postRequest(asker, here.groupId, { title: '資金繰りの見通し', body: '来月の支払いが心配です' });
    await postRequest(asker, here.groupId, { title: 'ｲﾝﾎﾞｲｽの登録', body: 'Which form do I need?' });
    expect(await listTitles(sato, { search: '金繰' })).toEqual(['資金繰りの見通し']);
    expect(await listTitles(sato, { search: 'インボイス' })).toEqual(['ｲﾝﾎﾞｲｽの登録']);
    expect(await listTitles(sato, { search: 'FORM' })).toEqual(['ｲﾝﾎﾞｲｽの登録']);
    expect(await listTitles(sato, { search: '%' })).toEqual([]);
    expect(await listTitles(sato, { search: '支払い', mine: true })).toEqual([]);
    expect(await listTitles(asker, { search: '支払い', mine: true })).toEqual(['資金繰りの見通し']);
    expect(await listTitles(asker, { search: '支払い', type: ['EMOTIONAL'] })).toEqual([]);
    expect(await listTitles(asker, { search: '支払い', type: ['INFORMATIONAL'], status: ['OPEN'] })).toEqual([
      '資金繰りの見通し',
    ]);
    for (const search of ['税', 'の', 'hich', '見通し 支払い', '。']) {
      const text = '税の見通し、Which 支払い。';
      await postRequest(asker, here.groupId, { title: search, body: text });
      expect(await listTitles(sato, { search })).toContain(search);
    }
  });

  it('keeps the grams of a text from those who may not read it, and those of words that were taken back from all', async () => {
    const { id } = await postRequest(asker, here.groupId, { title: '廃業の相談', body: 'まだ誰にも' });
    const away = await circle(app);
    const seen = (world: Circle, who: number): Promise<number> =>
      app.work.inTenant(
        { tenantId: world.tenant.id, memberId: world.members[who]!.memberId, role: 'MEMBER' },
        async (tx) =>
          (await tx.sql('', `select from search_gram where kind = 's' and gram in ('廃業', '相談', 'まだ')`))
            .length,
      );
    expect(await seen(here, 1)).toBe(3);
    const outside = await app.member(here.tenant);
    expect(await seen({ ...here, members: [outside] }, 0)).toBe(0);
    expect(await seen(away, 1)).toBe(0);
    await asker.ask(edit, { input: { requestId: id, title: '休業の相談' } });
    expect(await seen(here, 1)).toBe(2);
  });
});

describe('what no form of ours would send', () => {
  it.each([
    ['a title of 10,000 characters', { title: 'あ'.repeat(10_000) }],
    ['a title of nothing but space', { title: ' \u3000 ' }],
    ['a NUL in the words', { body: 'a\u0000b' }],
    ['words longer than 5,000', { body: '😀'.repeat(5_001) }],
    [
      'chosen people beside another audience',
      { chosenMemberIds: ['mem_0198a000-0000-7000-8000-000000000001'] },
    ],
    ['chosen people, none of them', { audience: 'CHOSEN', chosenMemberIds: [] }],
    ['a type that does not exist', { type: 'MONETARY' }],
    ['no type', { type: null }],
    ['a number for a title', { title: 7 }],
  ])('%s is refused and changes nothing', async (_what, change) => {
    expect(await refusedPost(asker, here.groupId, change)).toBe('BAD_USER_INPUT');
    expect(await listTitles(asker)).toEqual([]);
  });

  it.each([
    ['a group that does not exist', { groupId: 'grp_0198a000-0000-7000-8000-000000000001' }],
    ['a group id of another kind', { groupId: 'mtg_0198a000-0000-7000-8000-000000000001' }],
    [
      'a chosen stranger',
      { audience: 'CHOSEN', chosenMemberIds: ['mem_0198a000-0000-7000-8000-000000000001'] },
    ],
    ['nonsense', { groupId: "'; drop table support_request; --" }],
  ])('%s is not found', async (_what, change) => {
    expect(await refusedPost(asker, here.groupId, change)).toBe('NOT_FOUND');
  });

  it('a post to a group without naming one is refused', async () => {
    expect(await refusedPost(asker, null)).toBe('BAD_USER_INPUT');
  });

  it('an emoji is one character, and what was typed is kept', async () => {
    const title = '😀'.repeat(120);
    expect((await postRequest(asker, here.groupId, { title })).title).toBe(title);
  });

  it('a made-up cursor, a page of 101, a page of none', async () => {
    const list = (args: string) => asker.refusal(`{ supportRequests(${args}) { edges { cursor } } }`);
    expect(await list('after: "bm9uc2Vuc2U"')).toBe('BAD_USER_INPUT');
    expect(await list('first: 101')).toBe('BAD_USER_INPUT');
    expect(await list('first: 0')).toBe('BAD_USER_INPUT');
  });
});
