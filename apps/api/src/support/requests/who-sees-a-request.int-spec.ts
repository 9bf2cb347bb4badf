import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { audiences } from '../../platform/audiences/audiences.js';
import { until } from '../../platform/testing/server-process.js';
import {
  startApp,
  type TestApp,
  type TestClient,
  type TestMember,
} from '../../platform/testing/start-app.js';
import {
  circle,
  listTitles,
  postRequest,
  refusedPost,
  requestFields,
  seeRequest,
  type Circle,
  type SeenByTest,
} from './support-request.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const member = (who: TestMember) => publicId('Member', who.memberId);
const reply = `mutation ($id: ID!) { replyToSupportRequest(input: { requestId: $id, body: "どうですか" }) { id } }`;
const offer = `mutation ($id: ID!) { offerSupport(input: { requestId: $id, message: "手伝えます" }) { id } }`;
const everyAct = [
  reply,
  offer,
  `mutation ($id: ID!) { editSupportRequest(input: { requestId: $id, title: "題" }) { id } }`,
  `mutation ($id: ID!) { resolveSupportRequest(input: { requestId: $id }) { id } }`,
  `mutation ($id: ID!) { withdrawSupportRequest(requestId: $id) { id } }`,
  `mutation ($id: ID!) { revealSupportRequestAuthor(requestId: $id) { id } }`,
];
const everyActOnOffer = ['acceptOffer', 'declineOffer', 'withdrawOffer'].map(
  (act) => `mutation ($id: ID!) { ${act}(offerId: $id) { id } }`,
);

const notices = async (
  client: TestClient,
): Promise<{ kind: string; title: string; body: string; url: string | null }[]> => {
  const { notifications } = await client.ask<{
    notifications: { edges: { node: { kind: string; title: string; body: string; url: string | null } }[] };
  }>(`{ notifications(first: 50) { edges { node { kind title body url } } } }`);
  return notifications.edges.map(({ node }) => node);
};

/** A person's screen, listening. */
const listen = (client: TestClient, groupId: string | null = null) =>
  app.listens(() =>
    client
      .line<{ supportRequestChanged: SeenByTest }>()
      .listen(
        `subscription ($groupId: ID) { supportRequestChanged(groupId: $groupId) { ${requestFields} } }`,
        { groupId },
      ),
  );
/** What jobs had to say has arrived, or never will. */
const settled = async () => {
  await app.drain();
  await pause(400);
};

/** For this person the request does not exist, in any query or mutation. */
async function knowsNothing(client: TestClient, { id, title }: SeenByTest, offerId?: string): Promise<void> {
  expect(await seeRequest(client, id)).toBeNull();
  expect(await listTitles(client)).not.toContain(title);
  expect(await listTitles(client, { search: title })).toEqual([]);
  for (const act of everyAct) expect(await client.refusal(act, { id })).toBe('NOT_FOUND');
  if (offerId)
    for (const act of everyActOnOffer) expect(await client.refusal(act, { id: offerId })).toBe('NOT_FOUND');
  expect(
    (await notices(client)).filter(({ title: words, body }) => `${words}${body}`.includes(title)),
  ).toEqual([]);
}

describe('who sees a request', () => {
  it('no member of another tenant or group, and no admin', async () => {
    const [here, there] = [await circle(app), await circle(app)];
    const [author, helper] = here.clients as [TestClient, TestClient];
    const neighbour = await app.member(here.tenant, { name: '隣 人' });
    const otherGroup = await app.group(here.tenant, [neighbour], '木曜会');
    const office = await app.member(here.tenant, { name: '事務 局', role: 'ADMIN' });
    const strangers = [there.clients[0]!, await app.as(neighbour), await app.as(office)];
    const screens = [await listen(strangers[0]!), await listen(strangers[1]!), await listen(strangers[2]!)];
    const mate = await listen(here.clients[2]!, publicId('Group', here.groupId));

    const request = await postRequest(author, here.groupId, { title: '誰にも言えない相談' });
    const { offerSupport } = await helper.ask<{ offerSupport: { id: string } }>(offer, { id: request.id });
    await helper.ask(reply, { id: request.id });
    await settled();
    await until(() => mate.heard.length > 0);

    for (const stranger of strangers) await knowsNothing(stranger, request, offerSupport.id);
    for (const screen of screens) expect(screen).toMatchObject({ heard: [], ended: [] });
    expect(mate.ended).toEqual([]);
    expect(new Set(mate.heard.map(({ data }) => data!.supportRequestChanged.id))).toEqual(
      new Set([request.id]),
    );
    expect(
      await strangers[1]!.refusal(
        `query ($id: ID!) { supportRequests(filter: { groupId: $id }) { edges { cursor } } }`,
        { id: publicId('Group', here.groupId) },
      ),
    ).toBe('NOT_FOUND');
    expect(await refusedPost(strangers[1]!, here.groupId)).toBe('NOT_FOUND');
    expect(await refusedPost(strangers[2]!, here.groupId)).toBe('FORBIDDEN');
    expect((await postRequest(strangers[1]!, otherGroup)).status).toBe('OPEN');
    for (const screen of [...screens, mate]) void screen.close();
  });

  it('a newcomer what is written from their joining on, and what was left open to them', async () => {
    const here = await circle(app);
    const [author] = here.clients as [TestClient];
    const before = await postRequest(author, here.groupId, { title: '前からの相談' });
    const open = await postRequest(author, here.groupId, {
      title: '新しい仲間にも見せる相談',
      includeNewcomers: true,
    });
    await app.drain();
    const newcomer = await app.member(here.tenant, { name: '新 人' });
    const client = await app.as(newcomer);
    await app.join(here.groupId, newcomer);
    await author.ask(reply, { id: before.id });
    const after = await postRequest(author, here.groupId, { title: '来てからの相談' });
    await app.drain();
    await knowsNothing(client, before);
    expect(await listTitles(client)).toEqual(['来てからの相談', '新しい仲間にも見せる相談']);
    expect((await seeRequest(client, open.id))!.viewerCan.reply).toBe(true);
    expect((await seeRequest(client, after.id))!.viewerCan.reply).toBe(true);
    expect((await notices(client)).map(({ kind }) => kind)).toEqual(['support.posted']);
  });

  it('a member who left only what they wrote themselves, which they can take back', async () => {
    const here = await circle(app);
    const [leaver, mate] = here.clients as [TestClient, TestClient];
    const gone = here.members[0]!;
    const own = await postRequest(leaver, here.groupId, { title: '自分の相談' });
    const hidden = await postRequest(leaver, here.groupId, {
      title: '名前を出さない自分の相談',
      anonymous: true,
    });
    const theirs = await postRequest(mate, here.groupId, { title: '仲間の相談' });
    await mate.ask(reply, { id: own.id });
    await leaver.ask(reply, { id: own.id });
    await leaver.ask(reply, { id: hidden.id });
    await app.work.asSystem(gone.tenantId, 'test', async (tx) => {
      await audiences.memberLeftGroup(tx, here.groupId);
      await tx.sql('test.leave', `delete from group_membership where tenant_id = $1 and member_id = $2`, [
        gone.tenantId,
        gone.memberId,
      ]);
    });
    const screen = await listen(leaver);
    await mate.ask(reply, { id: theirs.id });
    await settled();
    await knowsNothing(leaver, theirs);
    expect(screen.ended).toEqual([]);
    expect(screen.heard.filter(({ data }) => !data?.supportRequestChanged.mine)).toEqual([]);
    void screen.close();
    expect(await listTitles(leaver)).toEqual([]);
    expect(await listTitles(leaver, { mine: true })).toEqual(['名前を出さない自分の相談', '自分の相談']);
    const seen = (await seeRequest(leaver, own.id))!;
    expect(seen.replies.edges.map(({ node }) => node.byAsker)).toEqual([true]);
    expect(seen.viewerCan).toEqual({
      reply: false,
      offer: false,
      resolve: false,
      withdraw: true,
      edit: false,
      reveal: false,
    });
    expect((await seeRequest(leaver, hidden.id))!).toMatchObject({
      mine: true,
      replies: { edges: [{ node: { byAsker: true } }] },
    });
    for (const act of everyAct.slice(0, 4))
      expect(await leaver.refusal(act, { id: own.id })).toBe('FORBIDDEN');
    for (const { id } of [own, hidden]) expect(await leaver.refusal(everyAct[4]!, { id })).toBe('no error');
    expect(await refusedPost(leaver, here.groupId)).toBe('NOT_FOUND');
    expect((await seeRequest(mate, own.id))!.status).toBe('WITHDRAWN');
  });

  it('a member suspended nothing', async () => {
    const here = await circle(app);
    const [author, suspended] = here.clients as [TestClient, TestClient];
    const who = here.members[1]!;
    const request = await postRequest(author, here.groupId);
    const screen = await listen(suspended);
    await app.work.asSystem(who.tenantId, 'test', async (tx) => {
      await tx.sql(
        'test.suspend',
        `update member set status = 'SUSPENDED' where tenant_id = $1 and id = $2`,
        [who.tenantId, who.memberId],
      );
      await audiences.memberEnded(tx, who.memberId);
    });
    await author.ask(reply, { id: request.id });
    await settled();
    expect(screen.heard).toEqual([]);
    void screen.close();
    const answer = await suspended.query(
      `query ($id: ID!) { node(id: $id) { ... on SupportRequest { title } } supportRequests { edges { node { title } } } }`,
      { id: request.id },
    );
    expect(JSON.stringify(answer)).not.toContain(request.title);
    expect(answer.errors?.length).toBeGreaterThan(0);
  });

  it('the people chosen, and not the others in the group', async () => {
    const here = await circle(app);
    const [author, chosen, left] = here.clients as [TestClient, TestClient, TestClient];
    const screen = await listen(left);
    const request = await postRequest(author, here.groupId, {
      title: '二人だけの相談',
      audience: 'CHOSEN',
      chosenMemberIds: [member(here.members[1]!)],
    });
    await settled();
    expect((await seeRequest(chosen, request.id))!.title).toBe('二人だけの相談');
    expect(await listTitles(chosen, { search: '二人だけ' })).toEqual(['二人だけの相談']);
    expect((await notices(chosen)).map(({ kind }) => kind)).toEqual(['support.posted']);
    await knowsNothing(left, request);
    expect(screen).toMatchObject({ heard: [], ended: [] });
    void screen.close();
  });

  it('every member of the tenant, when it is meant for them; only its own members learn the group’s name', async () => {
    const [here, there] = [await circle(app), await circle(app, 1)];
    const neighbour = await app.as(await app.member(here.tenant));
    const request = await postRequest(here.clients[0]!, here.groupId, {
      title: '皆さんへの相談',
      audience: 'TENANT',
    });
    const seen = (await seeRequest(neighbour, request.id))!;
    expect([seen.title, seen.group]).toEqual(['皆さんへの相談', null]);
    expect((await seeRequest(here.clients[1]!, request.id))!.group).not.toBeNull();
    await neighbour.ask(reply, { id: request.id });
    await knowsNothing(there.clients[0]!, request);
  });
});

describe('an anonymous asker', () => {
  /** Everything that one group mate can get out of the API, told in words that are the same in every world. */
  async function transcript(world: Circle, authorIndex: number, observerIndex: number): Promise<string> {
    const author = world.clients[authorIndex]!;
    const observer = world.clients[observerIndex]!;
    const helperIndex = 5;
    const helper = world.clients[helperIndex]!;
    const screen = await listen(observer);
    const told: unknown[] = [];

    const request = await postRequest(author, world.groupId, {
      title: '名前を出さない相談',
      anonymous: true,
      type: 'EMOTIONAL',
      wanted: 'LISTEN',
      idempotencyKey: 'k',
    });
    const look = async () => {
      await settled();
      const seen = (await seeRequest(observer, request.id))!;
      told.push(seen);
      await until(() => {
        const last = screen.heard.at(-1)?.data?.supportRequestChanged;
        return last?.version === seen.version && last.replyCount === seen.replyCount;
      });
      told.push(
        await observer.ask(
          `{ supportRequests { edges { cursor node { ${requestFields} } } pageInfo { startCursor endCursor hasNextPage } totalCount } }`,
        ),
      );
      told.push(
        await observer.ask(
          `{ supportRequests(filter: { search: "名前" }) { edges { node { ${requestFields} } } } mine: supportRequests(filter: { mine: true }) { edges { node { id } } } }`,
        ),
      );
      told.push(await notices(observer));
    };
    await look();
    await author.ask(reply, { id: request.id });
    await helper.ask(reply, { id: request.id });
    const { offerSupport } = await helper.ask<{ offerSupport: { id: string } }>(offer, { id: request.id });
    await look();
    for (const act of [...everyAct.slice(2), ...everyActOnOffer]) {
      const answer = await observer.query(act, {
        id: act.includes('offerId') ? offerSupport.id : request.id,
      });
      told.push(answer.errors?.map(({ message, extensions }) => [message, extensions.code]));
    }
    await author.ask(
      `mutation ($id: ID!) { editSupportRequest(input: { requestId: $id, urgency: HIGH }) { id } }`,
      { id: request.id },
    );
    await author.ask(everyActOnOffer[0]!, { id: offerSupport.id });
    await look();
    await author.ask(
      `mutation ($id: ID!, $m: ID!) { resolveSupportRequest(input: { requestId: $id, helpers: [{ memberId: $m, match: 5, thanks: "救われました" }] }) { id } }`,
      {
        id: request.id,
        m: member(world.members[helperIndex]!),
      },
    );
    await look();
    // While a screen is being told, what comes meanwhile comes as one: how often the same is said is not looked at.
    const said = [...new Set(screen.heard.map((one) => JSON.stringify(one)))];
    told.push(
      screen.ended,
      said.map((one) => JSON.parse(one) as unknown),
    );
    void screen.close();

    const known = new Map([
      [request.id, 'the request'],
      [offerSupport.id, 'the offer'],
      [publicId('Group', world.groupId), 'the group'],
      ...world.members.map((one, n) => [member(one), `member ${n}`] as const),
    ]);
    let text = JSON.stringify(told).replaceAll(world.tenant.slug, 'tenant');
    for (const [id, name] of known) text = text.replaceAll(id, name);
    return text
      .replace(/"(?:startCursor|endCursor|cursor)":"[^"]+"/g, '"cursor"')
      .replace(/srp_[0-9a-f-]{36}/g, 'a reply')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'a moment');
  }

  it('cannot be told from the other members by anything that a group mate can ask, hear or try', async () => {
    const told: string[] = [];
    for (const authorIndex of [0, 1, 2]) told.push(await transcript(await circle(app), authorIndex, 4));
    expect(told[0]).toContain('名前を出さない相談');
    expect(told[0]).not.toMatch(/member [0-3]/);
    expect(told[1]).toBe(told[0]);
    expect(told[2]).toBe(told[0]);
  });

  it('is named by a leak that this comparison would catch', async () => {
    const world = await circle(app);
    const open = await postRequest(world.clients[0]!, world.groupId, { title: '名前を出す相談' });
    expect(JSON.stringify(await seeRequest(world.clients[4]!, open.id))).toContain(member(world.members[0]!));
  });

  it('stands in no event, no audit entry and no row but their own', async () => {
    const world = await circle(app);
    const [author, mate] = world.members as [TestMember, TestMember];
    const { id } = await postRequest(world.clients[0]!, world.groupId, { anonymous: true });
    await world.clients[0]!.ask(reply, { id });
    await world.clients[0]!.ask(everyAct[2]!, { id });
    await app.drain();
    const uuid = id.slice(4);
    expect(
      await app.sql(`select name from domain_event where tenant_id = $1 and actor_id = $2`, [
        author.tenantId,
        author.memberId,
      ]),
    ).toEqual([]);
    expect(
      await app.sql(`select name from audit_entry where tenant_id = $1 and actor_id = $2`, [
        author.tenantId,
        author.memberId,
      ]),
    ).toEqual([]);
    expect(
      await app.sql(
        `select author_id from support_request where id = $1 union all select author_id from support_reply where request_id = $1`,
        [uuid],
      ),
    ).toEqual([{ author_id: null }, { author_id: null }]);
    expect(await app.sql(`select author_id from anonymous_author where request_id = $1`, [uuid])).toEqual([
      { author_id: author.memberId },
    ]);
    const count = async (who: TestMember) => {
      const client = new pg.Client({ connectionString: app.roleUrl('app_rt') });
      await client.connect();
      try {
        await client.query(
          `select set_config('app.tenant_id', $1, false), set_config('app.member_id', $2, false), set_config('app.role', 'ADMIN', false)`,
          [who.tenantId, who.memberId],
        );
        return (await client.query(`select from anonymous_author`)).rowCount;
      } finally {
        await client.end();
      }
    };
    expect([await count(author), await count(mate)]).toEqual([1, 0]);
  });

  it('hears like all others that a member asked, so that no silent telephone tells', async () => {
    const world = await circle(app);
    await postRequest(world.clients[0]!, world.groupId, { anonymous: true });
    await app.drain();
    const told = await Promise.all(world.clients.map(notices));
    for (const one of told) expect(one).toEqual(told[1]);
    expect(told[0]).toMatchObject([{ kind: 'support.posted', title: '仲間から相談がありました' }]);
  });

  it('needs at least four others, five where they are chosen', async () => {
    const small = await circle(app, 4);
    expect(await refusedPost(small.clients[0]!, small.groupId, { anonymous: true })).toBe(
      'TOO_FEW_FOR_ANONYMITY',
    );
    const five = await circle(app, 5);
    expect((await postRequest(five.clients[0]!, five.groupId, { anonymous: true })).anonymous).toBe(true);
    const world = await circle(app, 6);
    const chosen = (n: number) => ({
      anonymous: true,
      audience: 'CHOSEN',
      chosenMemberIds: world.members.slice(1, n + 1).map(member),
    });
    expect(await refusedPost(world.clients[0]!, world.groupId, chosen(4))).toBe('TOO_FEW_FOR_ANONYMITY');
    expect((await postRequest(world.clients[0]!, world.groupId, chosen(5))).anonymous).toBe(true);
  });

  it('invited people do not count among those to hide behind', async () => {
    const world = await circle(app, 5);
    const invited = world.members[4]!;
    await app.sql(`update member set status = 'INVITED' where id = $1`, [invited.memberId]);
    expect(await refusedPost(world.clients[0]!, world.groupId, { anonymous: true })).toBe(
      'TOO_FEW_FOR_ANONYMITY',
    );
  });

  it('introduces themselves to the helper whose offer they take, and to no one else', async () => {
    const world = await circle(app);
    const [author, helper, mate] = world.clients as [TestClient, TestClient, TestClient];
    const { id } = await postRequest(author, world.groupId, { anonymous: true });
    const { offerSupport } = await helper.ask<{ offerSupport: { id: string } }>(offer, { id });
    expect((await seeRequest(helper, id))!.author).toBeNull();
    await author.ask(everyActOnOffer[0]!, { id: offerSupport.id });
    expect((await seeRequest(helper, id))!).toMatchObject({
      anonymous: true,
      author: { id: member(world.members[0]!) },
    });
    expect((await seeRequest(mate, id))!.author).toBeNull();
  });

  it('thanks in public only those who answered in public', async () => {
    const world = await circle(app);
    const { id } = await postRequest(world.clients[0]!, world.groupId, { anonymous: true });
    const resolve = `mutation ($id: ID!, $m: ID!) { resolveSupportRequest(input: { requestId: $id, helpers: [{ memberId: $m }] }) { thanks { from { id } to { id } } } }`;
    expect(await world.clients[0]!.refusal(resolve, { id, m: member(world.members[1]!) })).toBe(
      'BAD_USER_INPUT',
    );
    await world.clients[1]!.ask(reply, { id });
    expect(await world.clients[0]!.ask(resolve, { id, m: member(world.members[1]!) })).toMatchObject({
      resolveSupportRequest: { thanks: [{ from: null, to: { id: member(world.members[1]!) } }] },
    });
  });

  it('may give their name later, to all and for everything they wrote there', async () => {
    const world = await circle(app);
    const [author, mate] = world.clients as [TestClient, TestClient];
    const { id, viewerCan } = await postRequest(author, world.groupId, { anonymous: true });
    expect(viewerCan.reveal).toBe(true);
    await author.ask(reply, { id });
    expect((await seeRequest(mate, id))!).toMatchObject({
      author: null,
      replies: { edges: [{ node: { byAsker: true, author: null } }] },
    });
    await author.ask(everyAct[5]!, { id });
    const name = { id: member(world.members[0]!) };
    expect((await seeRequest(mate, id))!).toMatchObject({
      anonymous: false,
      author: name,
      replies: { edges: [{ node: { byAsker: true, author: name } }] },
    });
    expect(await author.refusal(everyAct[5]!, { id })).toBe('FORBIDDEN');
    expect(await app.sql(`select from anonymous_author where request_id = $1`, [id.slice(4)])).toEqual([]);
  });

  it('still hears the answers', async () => {
    const world = await circle(app);
    const { id } = await postRequest(world.clients[0]!, world.groupId, { anonymous: true });
    await world.clients[1]!.ask(reply, { id });
    await app.drain();
    expect((await notices(world.clients[0]!)).map(({ kind }) => kind)).toContain('support.reply');
  });
});
