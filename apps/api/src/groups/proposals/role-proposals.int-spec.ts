import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { days } from '@yoriai/domain/kernel';
import { linkFor } from '../../people/sign-in/sign-in.factory.js';
import { publicId } from '../../platform/graphql/ids.js';
import { startApp, type TestApp, type TestMember } from '../../platform/testing/start-app.js';
import { postRequest, seeRequest } from '../../support/requests/support-request.factory.js';
import { village, type Village } from '../group/groups.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
}, 60_000);
afterAll(() => app?.stop());

const week = days(7) / 1_000;
const id = (who: TestMember) => publicId('Member', who.memberId);
const fields = `memberships { role deputy member { id displayName } } proposals { id kind role deputy member { displayName }
  concernByViewer concernUnheard concerns { note } viewerCan { accept raiseConcern } }`;
const setRole = `mutation ($input: SetGroupRoleInput!) { setGroupRole(input: $input) { ${fields} } }`;
const concern = `mutation ($p: ID!, $n: String!) { raiseConcern(proposalId: $p, note: $n) { id } }`;
const accept = `mutation ($p: ID!) { acceptProposal(proposalId: $p) { ${fields} } }`;
const withdraw = `mutation ($p: ID!) { withdrawProposal(proposalId: $p) { id } }`;
const setStatus = `mutation ($m: ID!, $s: MemberStatus!) { updateMember(input: { memberId: $m, status: $s }) { id } }`;
const importing = `mutation ($input: ImportRosterInput!) { importRoster(input: $input) { created updated invited proposed } }`;

interface Shown {
  readonly memberships: { role: string; deputy: boolean; member: { id: string; displayName: string } }[];
  readonly proposals: {
    id: string;
    kind: string;
    role: string;
    deputy: boolean;
    concernByViewer: boolean;
    concernUnheard: boolean;
    concerns: { note: string }[];
    viewerCan: { accept: boolean; raiseConcern: boolean };
  }[];
}
const see = async (who: TestMember, group: string) =>
  (
    await (
      await app.as(who)
    ).ask<{ node: Shown | null }>(`query ($id: ID!) { node(id: $id) { ... on Group { ${fields} } } }`, {
      id: group,
    })
  ).node;
const roleOf = async (place: Village, who: TestMember, by = place.admin) =>
  (await see(by, place.group))?.memberships.find(({ member }) => member.id === id(who))?.role;
const notices = async (who: TestMember) => {
  await app.drain();
  const { notifications } = await (
    await app.as(who)
  ).ask<{ notifications: { edges: { node: { kind: string; title: string } }[] } }>(
    `{ notifications(first: 50) { edges { node { kind title } } } }`,
  );
  return notifications.edges.map(({ node }) => node);
};
const kinds = async (who: TestMember) => (await notices(who)).map(({ kind }) => kind);
const roster = (...lines: string[]) => ({
  fileName: '名簿.csv',
  base64: Buffer.from(['氏名,メール,電話,役割,グループ', ...lines].join('\r\n')).toString('base64'),
  sendInvitations: true,
});

/** A group in which people talk, with one member more. */
async function talking() {
  const place = await village(app, { talking: false });
  const friend = await app.member(place.tenant, { name: '知人 三郎' });
  await app.join(place.groupId, friend);
  await postRequest(await app.as(place.peer), place.groupId, { title: '最初の相談' });
  return { ...place, friend };
}

describe('another role', () => {
  it('is given at once in a group without content, and every member hears of it', async () => {
    const place = await village(app);
    const office = await app.as(place.admin);
    const { setGroupRole } = await office.ask<{ setGroupRole: Shown }>(setRole, {
      input: { groupId: place.group, memberId: id(place.peer), role: 'FACILITATOR' },
    });
    expect(setGroupRole.proposals).toEqual([]);
    expect(await roleOf(place, place.peer)).toBe('FACILITATOR');
    expect(await kinds(place.leader)).toContain('group.role-set');
  });

  it.each(['office', 'facilitator'])(
    'that the %s gives where people talk is proposed to them for seven days, roster or not',
    async (by) => {
      const place = await talking();
      const asked = await app.as(by === 'office' ? place.admin : place.leader);
      const input = { groupId: place.group, memberId: id(place.friend), role: 'FACILITATOR', deputy: true };
      const { setGroupRole } = await asked.ask<{ setGroupRole: Shown }>(setRole, { input });
      expect(setGroupRole.proposals).toMatchObject([{ kind: 'ROLE', role: 'FACILITATOR', deputy: true }]);
      expect(await roleOf(place, place.friend)).toBe('MEMBER');
      // The same again is there already; another wish waits for the answer to this one.
      expect((await asked.ask<{ setGroupRole: Shown }>(setRole, { input })).setGroupRole.proposals).toEqual(
        setGroupRole.proposals,
      );
      const other = { ...input, deputy: false };
      expect(await asked.refusal(setRole, { input: other })).toBe('ALREADY_PROPOSED');
      const told = (await notices(place.peer)).find(({ kind }) => kind === 'group.member-proposed');
      expect(told?.title).toBe('知人 三郎 さんを「水曜の会」の副進行役にする提案があります');
      const [friend] = [await see(place.friend, place.group)];
      expect(friend?.proposals[0]?.viewerCan).toMatchObject({ raiseConcern: false, accept: false });
      const member = await app.as(place.peer);
      const note = await postRequest(member, place.groupId, { title: '提案の間の相談' });
      const worry = `mutation ($input: TellOfWorryInput!) { tellOfWorry(input: $input) }`;
      await (await app.as(place.friend)).ask(worry, { input: { requestId: note.id, note: '心配です' } });
      await app.advance(week + 1);
      await app.drain();
      expect(await roleOf(place, place.friend)).toBe('FACILITATOR');
      expect(await kinds(place.peer)).toContain('group.role-set');
      // What reached the facilitators before does not pass to the one who comes after.
      const worries = `query ($id: ID!) { node(id: $id) { ... on SupportRequest { worries { note } } } }`;
      const seen = async (who: TestMember) =>
        (await (await app.as(who)).ask<{ node: { worries: unknown[] } }>(worries, { id: note.id })).node
          .worries;
      expect(await seen(place.leader)).toHaveLength(1);
      expect(await seen(place.friend)).toEqual([]);
    },
  );

  it('by a roster is proposed too, and the office is told so', async () => {
    const place = await talking();
    await app.sql(`update member set phone = '090-1234-5678' where id = $1`, [place.friend.memberId]);
    const office = await app.as(place.admin);
    const { importRoster } = await office.ask<{ importRoster: { proposed: number } }>(importing, {
      input: roster(`知人 三郎,${place.friend.email},,進行役,水曜の会`),
    });
    expect(importRoster.proposed).toBe(1);
    expect(await roleOf(place, place.friend)).toBe('MEMBER');
    expect((await see(place.peer, place.group))?.proposals).toMatchObject([{ kind: 'ROLE' }]);
  });

  it('ends with the membership of the member it was for', async () => {
    const place = await talking();
    const office = await app.as(place.admin);
    await office.ask(setRole, {
      input: { groupId: place.group, memberId: id(place.friend), role: 'FACILITATOR' },
    });
    await office.ask(`mutation ($g: ID!, $m: ID!) { removeGroupMember(groupId: $g, memberId: $m) { id } }`, {
      g: place.group,
      m: id(place.friend),
    });
    expect((await see(place.peer, place.group))?.proposals).toEqual([]);
    await app.advance(week + 1);
    await app.drain();
    expect(await roleOf(place, place.friend)).toBeUndefined();
  });

  it('is neither seen nor decided from another group or organisation', async () => {
    const [place, there] = [await talking(), await talking()];
    const office = await app.as(place.admin);
    const input = { groupId: place.group, memberId: id(place.friend), role: 'FACILITATOR' };
    const { setGroupRole } = await office.ask<{ setGroupRole: Shown }>(setRole, { input });
    const p = setGroupRole.proposals[0]!.id;
    const neighbour = await app.member(place.tenant);
    await app.group(place.tenant, [neighbour], '隣の会');
    for (const who of [neighbour, there.leader, there.admin]) {
      const client = await app.as(who);
      for (const [act, more] of [
        [accept, {}],
        [withdraw, {}],
        [concern, { n: '気がかり' }],
      ] as const)
        expect(await client.refusal(act, { p, ...more })).toBe('NOT_FOUND');
      expect(await client.refusal(setRole, { input })).toBe('NOT_FOUND');
      expect(await client.ask(`query ($id: ID!) { node(id: $id) { id } }`, { id: p })).toEqual({
        node: null,
      });
    }
  });
});

describe('a concern', () => {
  it.each(['ALUMNI', 'SUSPENDED'])(
    'outlives the facilitator who was told: set to %s, it is not passed over, and the member who raised it may tell the next one',
    async (status) => {
      const place = await talking();
      const office = await app.as(place.admin);
      const { setGroupRole } = await office.ask<{ setGroupRole: Shown }>(setRole, {
        input: { groupId: place.group, memberId: id(place.friend), role: 'FACILITATOR' },
      });
      const p = setGroupRole.proposals[0]!.id;
      const member = await app.as(place.peer);
      await member.ask(concern, { p, n: '事務局の知り合いです' });
      await office.ask(setStatus, { m: id(place.leader), s: status });
      await app.drain();
      await app.advance(week + 1);
      await app.drain();
      expect(await roleOf(place, place.friend)).toBe('MEMBER');
      expect((await see(place.admin, place.group))?.proposals[0]).toMatchObject({
        concerns: [],
        concernUnheard: false,
        viewerCan: { accept: false },
      });
      expect(['CONCERN_UNHEARD', 'FORBIDDEN']).toContain(await office.refusal(accept, { p }));
      expect(await roleOf(place, place.friend)).toBe('MEMBER');

      // Another facilitator, as if long agreed upon.
      const next = await app.member(place.tenant, { name: '次の 進行役' });
      await app.join(place.groupId, next, 'FACILITATOR');
      await app.work.asSystem(place.tenant.id, 'test', (tx) =>
        tx.publish([{ name: 'group.role-set', ids: { groupId: place.groupId, memberId: next.memberId } }]),
      );
      const successor = await app.as(next);
      expect((await see(next, place.group))?.proposals[0]).toMatchObject({
        concerns: [],
        concernUnheard: true,
        viewerCan: { accept: false },
      });
      expect(await successor.refusal(accept, { p })).toBe('CONCERN_UNHEARD');
      expect(await kinds(place.peer)).toContain('group.concern-unheard');
      expect((await see(place.peer, place.group))?.proposals[0]).toMatchObject({
        concernByViewer: true,
        concernUnheard: true,
      });
      await member.ask(concern, { p, n: 'あらためてお伝えします' });
      expect((await see(next, place.group))?.proposals[0]).toMatchObject({
        concerns: [{ note: 'あらためてお伝えします' }],
        concernUnheard: false,
        viewerCan: { accept: true },
      });
      expect(await kinds(place.peer)).not.toContain('group.concern-unheard');
      await successor.ask(accept, { p });
      expect(await roleOf(place, place.friend)).toBe('FACILITATOR');
    },
  );
});

describe('a place whose invitation goes to another address', () => {
  it('is shown to the group for seven days, and the newcomer reads from then on', async () => {
    const place = await talking();
    const office = await app.as(place.admin);
    const first = `first-${place.tenant.slug}@example.jp`;
    const other = `other-${place.tenant.slug}@example.jp`;
    // Kept while the group had no content.
    await app.sql(`update "group" set first_content_at = null where tenant_id = $1`, [place.tenant.id]);
    const line = (email: string) => `待つ 人,${email},090-7777-8888,会員,水曜の会`;
    await office.ask(importing, { input: roster(line(first)) });
    const member = await app.as(place.peer);
    const early = await postRequest(member, place.groupId, {
      title: '席だけの間の相談',
      includeNewcomers: false,
    });
    const { invitations } = await office.ask<{ invitations: { edges: { node: { id: string } }[] } }>(
      `{ invitations { edges { node { id } } } }`,
    );
    await office.ask(`mutation ($id: ID!) { revokeInvitation(invitationId: $id) }`, {
      id: invitations.edges[0]!.node.id,
    });
    const { importRoster } = await office.ask<{ importRoster: { proposed: number } }>(importing, {
      input: roster(line(other)),
    });
    expect(importRoster.proposed).toBe(1);
    const seen = await see(place.peer, place.group);
    expect(seen?.memberships.map((one) => one.member.displayName)).not.toContain('待つ 人');
    expect(seen?.proposals).toMatchObject([{ kind: 'READDRESSED', member: { displayName: '待つ 人' } }]);
    expect(await kinds(place.peer)).toContain('group.member-proposed');

    const token = await linkFor(app, 'invite', other);
    const guest = app.client(place.tenant.slug);
    await guest.ask(`mutation ($t: String!) { acceptInvitation(input: { token: $t }) { user { id } } }`, {
      t: token,
    });
    const between = await postRequest(member, place.groupId, { title: '提案の間の相談' });
    for (const request of [early, between]) expect(await seeRequest(guest, request.id)).toBeNull();
    await app.advance(week + 1);
    await app.drain();
    const late = await postRequest(member, place.groupId, { title: '加わった後の相談' });
    for (const request of [early, between]) expect(await seeRequest(guest, request.id)).toBeNull();
    expect(await seeRequest(guest, late.id)).not.toBeNull();
    const there = await talking();
    expect(await seeRequest(await app.as(there.leader), late.id)).toBeNull();
  });

  it('at the same address stays what it was, and every member hears when it is taken up', async () => {
    const place = await talking();
    const office = await app.as(place.admin);
    const email = `same-${place.tenant.slug}@example.jp`;
    await app.sql(`update "group" set first_content_at = null where tenant_id = $1`, [place.tenant.id]);
    await office.ask(importing, { input: roster(`待つ 人,${email},,会員,水曜の会`) });
    await postRequest(await app.as(place.peer), place.groupId, { title: '席だけの間の相談' });
    await office.ask(importing, { input: roster(`待つ 人,${email},,会員,水曜の会`) });
    expect((await see(place.peer, place.group))?.proposals).toEqual([]);
    const token = await linkFor(app, 'invite', email);
    await app.advance(60);
    await app
      .client(place.tenant.slug)
      .ask(`mutation ($t: String!) { acceptInvitation(input: { token: $t }) { user { id } } }`, { t: token });
    const told = (await notices(place.peer)).filter(({ kind }) => kind === 'group.invitation-accepted');
    expect(told.map(({ title }) => title)).toEqual(['待つ 人 さんが招待を受けて「水曜の会」に入りました']);
  });
});

describe('that a member is suspended', () => {
  it('is told by no field to their peers, neither one by one nor by a gap in a list', async () => {
    const place = await talking();
    const office = await app.as(place.admin);
    await office.ask(setStatus, { m: id(place.friend), s: 'SUSPENDED' });
    const look = `query ($id: ID!, $s: [MemberStatus!]) { node(id: $id) { ... on Member { status } }
      members(first: 50, status: $s) { edges { node { id status } } } }`;
    type Seen = {
      node: { status: string } | null;
      members: { edges: { node: { id: string; status: string } }[] };
    };
    const seenBy = async (who: TestMember, s: string[] | null = null) => {
      const { node, members } = await (await app.as(who)).ask<Seen>(look, { id: id(place.friend), s });
      const listed = members.edges.find((edge) => edge.node.id === id(place.friend))?.node.status ?? null;
      return [node?.status ?? null, listed];
    };
    for (const who of [place.peer, place.leader, place.stranger]) {
      expect(await seenBy(who)).toEqual(['ON_LEAVE', 'ON_LEAVE']);
      expect(await seenBy(who, ['ON_LEAVE'])).toEqual(['ON_LEAVE', 'ON_LEAVE']);
      expect(await seenBy(who, ['SUSPENDED'])).toEqual(['ON_LEAVE', null]);
      expect(await seenBy(who, ['ACTIVE'])).toEqual(['ON_LEAVE', null]);
    }
    expect(await seenBy(place.admin)).toEqual(['SUSPENDED', 'SUSPENDED']);
    const there = await talking();
    for (const who of [there.peer, there.admin]) expect(await seenBy(who)).toEqual([null, null]);
  });
});
