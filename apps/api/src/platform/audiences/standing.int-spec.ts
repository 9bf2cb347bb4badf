import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { linkFor } from '../../people/sign-in/sign-in.factory.js';
import {
  circle,
  listTitles,
  postRequest,
  seeRequest,
  type Circle,
} from '../../support/requests/support-request.factory.js';
import { startApp, type TestApp, type TestClient, type TestMember } from '../testing/start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, 60_000);
afterAll(() => app?.stop());

const member = (who: TestMember) => publicId('Member', who.memberId);
const invite = `mutation ($input: InviteMemberInput!) { inviteMember(input: $input) { id } }`;
const accept = `mutation ($token: String!) { acceptInvitation(input: { token: $token }) { member { id } } }`;
const add = `mutation ($g: ID!, $m: ID!, $r: GroupRole) { addGroupMember(input: { groupId: $g, memberId: $m, role: $r }) { id } }`;
const remove = `mutation ($g: ID!, $m: ID!) { removeGroupMember(groupId: $g, memberId: $m) { id } }`;
const setStatus = `mutation ($m: ID!, $s: MemberStatus!) { updateMember(input: { memberId: $m, status: $s }) { id } }`;
const worry = `mutation ($input: TellOfWorryInput!) { tellOfWorry(input: $input) }`;
const node = `query ($id: ID!) { node(id: $id) { id } }`;
const note = `mutation ($input: SendPrivateNoteInput!) { sendPrivateNote(input: $input) { id } }`;

interface Place extends Circle {
  readonly admin: TestMember;
  readonly office: TestClient;
  readonly group: string;
}
/** A group with its office; the first member facilitates. */
async function place(size = 6): Promise<Place> {
  const here = await circle(app, size);
  const admin = await app.member(here.tenant, { role: 'ADMIN', name: '事務局 一郎' });
  return { ...here, admin, office: await app.as(admin), group: publicId('Group', here.groupId) };
}
const seenBy = async (who: TestMember, id: string) => (await seeRequest(await app.as(who), id)) !== null;

describe('a place that is kept for a person', () => {
  it('hears nothing before it is taken up: not what is said to the group, not what is chosen for them', async () => {
    const here = await place();
    const email = 'kept@example.jp';
    await here.office.ask(invite, { input: { email, displayName: '待つ 人', groupId: here.group } });
    const [asker] = here.clients as [TestClient];
    const early = await postRequest(asker, here.groupId, { title: '受ける前の相談' });
    const open = await postRequest(asker, here.groupId, {
      title: '新しい仲間にも見せる相談',
      includeNewcomers: true,
    });
    const [kept] = await app.sql<{ id: string }>(
      `select id from member where tenant_id = $1 and status = 'INVITED'`,
      [here.tenant.id],
    );
    expect(
      await asker.refusal(
        `mutation ($input: PostSupportRequestInput!) { postSupportRequest(input: $input) { id } }`,
        {
          input: {
            audience: 'CHOSEN',
            chosenMemberIds: [publicId('Member', kept!.id as never)],
            type: 'INFORMATIONAL',
            wanted: 'EXPERIENCE',
            title: '題',
            body: '本文',
          },
        },
      ),
    ).toBe('NOT_FOUND');
    expect(
      await app.sql(`select from audience_member where tenant_id = $1 and member_id = $2`, [
        here.tenant.id,
        kept!.id,
      ]),
    ).toEqual([]);
    const token = await linkFor(app, 'invite', email);
    await app.advance(10 * 24 * 3600);
    const guest = app.client(here.tenant.slug);
    await guest.ask(accept, { token });
    const late = await postRequest(asker, here.groupId, { title: '受けた後の相談' });
    expect((await listTitles(guest)).sort()).toEqual(['受けた後の相談', '新しい仲間にも見せる相談'].sort());
    expect(await seeRequest(guest, early.id)).toBeNull();
    expect(await seeRequest(guest, late.id)).not.toBeNull();
    expect(await seeRequest(guest, open.id)).not.toBeNull();
  });

  it('is not counted among those whom an unnamed asker can hide behind', async () => {
    const here = await place(4);
    for (const n of [1, 2, 3])
      await here.office.ask(invite, {
        input: {
          email: `nobody${n}-${here.tenant.slug}@example.jp`,
          displayName: `待つ 人${n}`,
          groupId: here.group,
        },
      });
    const [asker] = here.clients as [TestClient];
    expect(
      await asker.refusal(
        `mutation ($input: PostSupportRequestInput!) { postSupportRequest(input: $input) { id } }`,
        {
          input: {
            groupId: here.group,
            anonymous: true,
            type: 'INFORMATIONAL',
            wanted: 'EXPERIENCE',
            title: '題',
            body: '本文',
          },
        },
      ),
    ).toBe('TOO_FEW_FOR_ANONYMITY');
  });
});

describe('what reached the facilitators', () => {
  it('is closed to those who are none any more, by id too, and does not pass to a successor', async () => {
    const here = await place();
    const [first, second, asker, teller] = here.members as [TestMember, TestMember, TestMember, TestMember];
    const role = (who: TestMember, to: string) =>
      app.sql(`update group_membership set role = $3 where tenant_id = $1 and member_id = $2`, [
        here.tenant.id,
        who.memberId,
        to,
      ]);
    const { id } = await postRequest(await app.as(asker), here.groupId, { title: '眠れません' });
    await (await app.as(teller)).ask(worry, { input: { requestId: id, note: '声に元気がありません' } });
    const [{ id: worryId }] = (await app.sql<{ id: string }>(
      `select id from support_worry where tenant_id = $1`,
      [here.tenant.id],
    )) as [{ id: string }];
    const worryNode = publicId('SupportWorry', worryId as never);
    const opens = async (who: TestMember) =>
      (await (await app.as(who)).ask<{ node: unknown }>(node, { id: worryNode })).node !== null;
    expect(await opens(first)).toBe(true);
    await role(second, 'FACILITATOR');
    expect(await opens(second)).toBe(false);
    await role(first, 'MEMBER');
    expect(await opens(first)).toBe(false);
    await role(first, 'FACILITATOR');
    expect(await opens(first)).toBe(true);
    await here.office.ask(remove, { g: here.group, m: member(first) });
    expect(await opens(first)).toBe(false);
    const there = await place();
    for (const stranger of [there.members[0]!, there.admin, here.admin])
      expect(await opens(stranger)).toBe(false);
  });
});

describe('a member who comes back', () => {
  it.each([
    ['ACTIVE', 'SUSPENDED'],
    ['ON_LEAVE', 'SUSPENDED'],
    ['ACTIVE', 'ON_LEAVE'],
  ])(
    'from %s → %s reads again what was theirs, and nothing of the time between that was not',
    async (was, away) => {
      const here = await place();
      const who = here.members[1]!;
      const [asker] = here.clients as [TestClient];
      const before = await postRequest(asker, here.groupId, { title: '前の相談' });
      const named = await postRequest(asker, here.groupId, {
        audience: 'CHOSEN',
        chosenMemberIds: [member(who)],
        title: '名指しの相談',
      });
      const wholeTenant = await postRequest(asker, null, { audience: 'TENANT', title: '全体への相談' });
      const status = (s: string) => here.office.ask(setStatus, { m: member(who), s });
      if (was !== 'ACTIVE') await status(was);
      await status(away);
      const between = await postRequest(asker, here.groupId, { title: '間の相談' });
      await status('ACTIVE');
      const after = await postRequest(asker, here.groupId, { title: '後の相談' });
      for (const { id } of [before, named, wholeTenant, after]) expect(await seenBy(who, id)).toBe(true);
      // On leave one is still of the group.
      expect(await seenBy(who, between.id)).toBe(away === 'ON_LEAVE');
    },
  );

  it('to a group they were removed from finds what they read then, until then nothing', async () => {
    const here = await place();
    const who = here.members[1]!;
    const [asker] = here.clients as [TestClient];
    const before = await postRequest(asker, here.groupId, { title: '前の相談' });
    const named = await postRequest(asker, here.groupId, {
      audience: 'CHOSEN',
      chosenMemberIds: [member(who)],
      title: '名指しの相談',
    });
    await here.office.ask(remove, { g: here.group, m: member(who) });
    const between = await postRequest(asker, here.groupId, { title: '間の相談' });
    for (const { id } of [before, named, between]) expect(await seenBy(who, id)).toBe(false);
    await app.sql(`update "group" set first_content_at = null where tenant_id = $1`, [here.tenant.id]);
    await here.office.ask(add, { g: here.group, m: member(who) });
    for (const { id } of [before, named]) expect(await seenBy(who, id)).toBe(true);
    expect(await seenBy(who, between.id)).toBe(false);
    const there = await place();
    for (const stranger of [there.members[0]!, there.admin])
      expect(await seenBy(stranger, before.id)).toBe(false);
  });
});

describe('a person removed from a group', () => {
  it('says nothing more to it: no private note, no reply, no comment on their own news; what is theirs they can take back', async () => {
    const here = await place();
    const [, gone, writer] = here.members as [TestMember, TestMember, TestMember];
    const [theirs, mate] = [await app.as(gone), await app.as(writer)];
    const request = await postRequest(theirs, here.groupId, { title: '名前のない相談', anonymous: true });
    await mate.ask(note, { input: { requestId: request.id, body: '大丈夫ですか' } });
    const { postGoodNews: news } = await theirs.ask<{ postGoodNews: { id: string } }>(
      `mutation ($g: ID) { postGoodNews(input: { groupId: $g, body: "契約が取れました" }) { id } }`,
      { g: here.group },
    );
    await here.office.ask(remove, { g: here.group, m: member(gone) });
    expect(
      await theirs.refusal(note, {
        input: { requestId: request.id, toMemberId: member(writer), body: '嫌がらせです' },
      }),
    ).toBe('FORBIDDEN');
    const acts: [string, Record<string, unknown>][] = [
      [
        `mutation ($id: ID!) { replyToSupportRequest(input: { requestId: $id, body: "嫌がらせです" }) { id } }`,
        { id: request.id },
      ],
      [
        `mutation ($id: ID!) { editSupportRequest(input: { requestId: $id, body: "嫌がらせです" }) { id } }`,
        { id: request.id },
      ],
      [
        `mutation ($id: ID!) { editGoodNews(input: { goodNewsId: $id, body: "嫌がらせです" }) { id } }`,
        { id: news.id },
      ],
      [
        `mutation ($id: ID!) { commentOnGoodNews(input: { goodNewsId: $id, body: "嫌がらせです" }) { id } }`,
        { id: news.id },
      ],
    ];
    for (const [act, ids] of acts) expect([act, await theirs.refusal(act, ids)]).toEqual([act, 'FORBIDDEN']);
    expect(
      await theirs.ask(
        `query ($id: ID!) { node(id: $id) { ... on GoodNews { viewerCan { comment edit withdraw } } } }`,
        {
          id: news.id,
        },
      ),
    ).toEqual({ node: { viewerCan: { comment: false, edit: false, withdraw: true } } });
    expect(
      await theirs.ask(`mutation ($id: ID!) { withdrawGoodNews(goodNewsId: $id) }`, { id: news.id }),
    ).toEqual({
      withdrawGoodNews: true,
    });
    expect(
      await theirs.refusal(`mutation ($id: ID!) { withdrawSupportRequest(requestId: $id) { id } }`, {
        id: request.id,
      }),
    ).toBe('no error');
    const there = await place();
    for (const stranger of [there.clients[0]!, there.office])
      expect(await stranger.refusal(note, { input: { requestId: request.id, body: '他所から' } })).toBe(
        'NOT_FOUND',
      );
  });
});
