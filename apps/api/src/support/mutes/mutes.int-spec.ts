import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { daysOn } from '../../../../../tools/day/test-day.cjs';
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
  seeRequest,
  type Circle,
} from '../requests/support-request.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const member = (who: TestMember) => publicId('Member', who.memberId);
const mute = `mutation ($id: ID!) { muteMember(memberId: $id) { muted } }`;
const unmute = `mutation ($id: ID!) { unmuteMember(memberId: $id) { muted } }`;
const muteThread = `mutation ($id: ID!) { muteRequest(requestId: $id) { muted } }`;
const unmuteThread = `mutation ($id: ID!) { unmuteRequest(requestId: $id) { muted } }`;
const reply = `mutation ($id: ID!) { replyToSupportRequest(input: { requestId: $id, body: "聞きました" }) { id } }`;
const offer = `mutation ($id: ID!) { offerSupport(input: { requestId: $id, message: "手伝えます" }) { id } }`;
const kinds = async (client: TestClient) => {
  await app.drain();
  const { notifications, viewer } = await client.ask<{
    notifications: { edges: { node: { kind: string } }[] };
    viewer: { unreadNotifications: number };
  }>(`{ notifications(first: 50) { edges { node { kind } } } viewer { unreadNotifications } }`);
  const list = notifications.edges.map(({ node }) => node.kind);
  expect(viewer.unreadNotifications).toBe(list.length);
  return list;
};
/** Who mutes, who is muted, who looks on. */
const three = async (size = 6): Promise<Circle & { a: TestClient; b: TestClient; c: TestClient }> => {
  const here = await circle(app, size);
  const [a, b, c] = here.clients as [TestClient, TestClient, TestClient];
  return { ...here, a, b, c };
};

describe('a muted member', () => {
  it('vanishes from lists, search, similar requests, notices and counts, for one pair of eyes only', async () => {
    const { groupId, members, a, b, c } = await three();
    const before = await postRequest(b, groupId, { title: '値上げの前の相談', body: '値上げの話' });
    const own = await postRequest(a, groupId, { title: '私の値上げ', body: '値上げの話' });
    await b.ask(reply, { id: own.id });
    await c.ask(reply, { id: own.id });
    await b.ask(offer, { id: own.id });
    expect(await kinds(a)).toHaveLength(4);

    expect(await a.ask(mute, { id: member(members[1]!) })).toEqual({ muteMember: { muted: true } });
    const after = await postRequest(b, groupId, { title: '値上げの後の相談', body: '値上げの話' });
    const similar = async (client: TestClient) =>
      (
        await client.ask<{ similarRequests: { title: string }[] }>(
          `{ similarRequests(text: "値上げの相談") { title } }`,
        )
      ).similarRequests.map(({ title }) => title);
    expect(await listTitles(a)).toEqual(['私の値上げ']);
    expect(await listTitles(a, { search: '値上げ' })).toEqual(['私の値上げ']);
    expect(await similar(a)).toEqual(['私の値上げ']);
    for (const { id } of [before, after]) expect(await seeRequest(a, id)).toBeNull();
    expect(await seeRequest(a, own.id)).toMatchObject({
      replyCount: 1,
      offers: [],
      replies: { edges: [{ node: { author: { id: member(members[2]!) } } }] },
    });
    expect(await kinds(a)).toEqual(['support.reply']);

    // No one else notices.
    for (const client of [b, c]) {
      expect(await listTitles(client)).toEqual(['値上げの後の相談', '私の値上げ', '値上げの前の相談']);
      expect((await seeRequest(client, own.id))!.replyCount).toBe(2);
      expect((await seeRequest(client, own.id))!.offers).toHaveLength(1);
    }
    expect(await app.sql(`select name from domain_event where name like '%mute%'`)).toEqual([]);
    expect(await b.ask(`{ mutes { members { id } } }`)).toEqual({ mutes: { members: [] } });

    expect(await a.ask(`{ mutes { members { id muted } requests { id } } }`)).toEqual({
      mutes: { members: [{ id: member(members[1]!), muted: true }], requests: [] },
    });
    await a.ask(unmute, { id: member(members[1]!) });
    expect(await listTitles(a)).toEqual(['値上げの後の相談', '私の値上げ', '値上げの前の相談']);
    expect((await seeRequest(a, own.id))!.replyCount).toBe(2);
    expect(await kinds(a)).toHaveLength(5);
  });

  it('stays in sight without a name: vanishing would say who wrote it', async () => {
    const { groupId, members, a, b, c } = await three();
    const { id } = await postRequest(b, groupId, { title: '名前を出さない相談', anonymous: true });
    await b.ask(reply, { id });
    await a.ask(mute, { id: member(members[1]!) });
    await b.ask(reply, { id });
    const later = await postRequest(b, groupId, { title: '名前を出さない二つ目', anonymous: true });
    const seenBy = async (client: TestClient) => ({
      list: await listTitles(client),
      found: await listTitles(client, { search: '名前' }),
      one: await seeRequest(client, id),
      two: await seeRequest(client, later.id),
      told: await kinds(client),
    });
    expect(await seenBy(a)).toEqual(await seenBy(c));
    expect((await seeRequest(a, id))!.replies.edges).toHaveLength(2);
    // Having given their name, they are gone.
    await b.ask(`mutation ($id: ID!) { revealSupportRequestAuthor(requestId: $id) { id } }`, { id });
    expect(await seeRequest(a, id)).toBeNull();
    expect(await listTitles(a)).toEqual(['名前を出さない二つ目']);
  });

  it('cannot be seen to be muted: an unnamed asker’s question and note arrive in silence', async () => {
    const { groupId, members, a, b } = await three();
    const { id } = await postRequest(a, groupId, { type: 'EMOTIONAL', wanted: 'LISTEN' });
    await a.ask(mute, { id: member(members[1]!) });
    await b.ask(`mutation ($id: ID!) { askLeaveToAdvise(requestId: $id) { id } }`, { id });
    await b.ask(`mutation ($id: ID!) { sendPrivateNote(input: { requestId: $id, body: "手紙" }) { id } }`, {
      id,
    });
    expect(await kinds(a)).toEqual([]);
    expect(
      await a.ask(
        `query ($id: ID!) { node(id: $id) { ... on SupportRequest { leaveAsked privateNotes { edges { cursor } } } } }`,
        { id },
      ),
    ).toEqual({ node: { leaveAsked: false, privateNotes: { edges: [] } } });
  });

  it('leaves the rules of offers as they are: one paid offer stands, also where it is not seen', async () => {
    const { groupId, members, a, b, c } = await three();
    const { id } = await postRequest(c, groupId, { acceptsPaid: true });
    const paid = `mutation ($id: ID!) { offerSupport(input: { requestId: $id, message: "承ります", terms: PAID, price: 5000 }) { id } }`;
    await b.ask(paid, { id });
    await a.ask(mute, { id: member(members[1]!) });
    expect(await a.refusal(paid, { id })).toBe('PAID_OFFER_TAKEN');
  });

  it('goes on calling meetings', async () => {
    const { groupId, tenant, members, a } = await three();
    await app.sql(
      `update group_membership set role = 'FACILITATOR' where tenant_id = $1 and member_id = $2`,
      [tenant.id, members[1]!.memberId],
    );
    await a.ask(mute, { id: member(members[1]!) });
    await (
      await app.as(members[1]!)
    ).ask(
      `mutation ($g: ID!, $at: String!) { scheduleMeetings(input: { groupId: $g, title: "定例会", startsAtLocal: $at, timeZone: "Asia/Tokyo", durationMinutes: 60, format: IN_PERSON, place: "会館" }) { id } }`,
      {
        g: publicId('Group', groupId),
        at: `${daysOn(30)}T19:00`,
      },
    );
    expect(await kinds(a)).toEqual(['meeting.invite']);
  });

  it('is a member one knows of, and not oneself', async () => {
    const { members, a } = await three(2);
    const there = await circle(app, 1);
    expect(await a.refusal(mute, { id: member(members[0]!) })).toBe('BAD_USER_INPUT');
    for (const id of [member(there.members[0]!), publicId('Member', members[0]!.tenantId), 'mem_x'])
      for (const act of [mute, unmute]) expect(await a.refusal(act, { id })).toBe('NOT_FOUND');
    await Promise.all([a.ask(mute, { id: member(members[1]!) }), a.ask(mute, { id: member(members[1]!) })]);
    expect(await a.ask(`{ mutes { members { id } } }`)).toEqual({
      mutes: { members: [{ id: member(members[1]!) }] },
    });
  });
});

describe('a muted thread', () => {
  it('no longer notifies the member who muted it, and is read as before', async () => {
    const { groupId, a, b, c } = await three();
    const { id } = await postRequest(b, groupId, { title: '長い話' });
    await a.ask(reply, { id });
    await c.ask(reply, { id });
    await app.drain();
    expect(await a.ask(muteThread, { id })).toEqual({ muteRequest: { muted: true } });
    expect(await a.ask(`{ mutes { requests { id muted } } }`)).toEqual({
      mutes: { requests: [{ id, muted: true }] },
    });
    await b.ask(`mutation ($id: ID!) { resolveSupportRequest(input: { requestId: $id }) { id } }`, { id });
    expect(await kinds(a)).toEqual(['support.posted']);
    expect(await kinds(c)).toEqual(['support.resolved', 'support.posted']);
    expect(await listTitles(a)).toEqual(['長い話']);
    expect(await a.ask(unmuteThread, { id })).toEqual({ unmuteRequest: { muted: false } });
  });

  it('is another member’s: one’s own questions go on reaching one', async () => {
    const { groupId, a, b } = await three();
    const { id } = await postRequest(a, groupId, { anonymous: true });
    expect(await a.refusal(muteThread, { id })).toBe('FORBIDDEN');
    await b.ask(muteThread, { id });
    const there = await circle(app, 1);
    for (const act of [muteThread, unmuteThread])
      expect(await there.clients[0]!.refusal(act, { id })).toBe('NOT_FOUND');
  });
});
