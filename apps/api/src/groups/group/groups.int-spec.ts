import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { defaultClauses } from '@yoriai/domain/groups';
import { publicId } from '../../platform/graphql/ids.js';
import { startApp, type TestApp, type TestMember } from '../../platform/testing/start-app.js';
import { groupFields, look, type ShownGroup, village } from './groups.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

const create = `mutation ($input: CreateGroupInput!) { createGroup(input: $input) { ${groupFields} } }`;
const update = `mutation ($input: UpdateGroupInput!) { updateGroup(input: $input) { ${groupFields} } }`;
const add = `mutation ($input: AddGroupMemberInput!) { addGroupMember(input: $input) { ${groupFields} } }`;
const setRole = `mutation ($input: SetGroupRoleInput!) { setGroupRole(input: $input) { ${groupFields} } }`;
const remove = `mutation ($groupId: ID!, $memberId: ID!) { removeGroupMember(groupId: $groupId, memberId: $memberId) { ${groupFields} } }`;
const leave = `mutation ($groupId: ID!) { leaveGroup(groupId: $groupId) }`;
const signing = `mutation ($groupId: ID!, $version: Int!) { signCharter(groupId: $groupId, version: $version) { ${groupFields} } }`;
const amend = `mutation ($input: AmendCharterInput!) { amendCharter(input: $input) { ${groupFields} } }`;
const memberOf = (member: TestMember): string => publicId('Member', member.memberId);
const names = (group: ShownGroup | null): string[] =>
  (group?.memberships ?? []).map(({ member }) => member.displayName);

describe('beginning a group', () => {
  it('is the work of the office: eight seats, the usual promises in the language of the organisation', async () => {
    const tenant = await app.tenant();
    const office = await app.as(await app.member(tenant, { role: 'ADMIN' }));
    const { createGroup } = await office.ask<{ createGroup: ShownGroup }>(create, {
      input: { name: '朝の会 🍵', purpose: '朝に集まって話す', goals: ['休む', ''] },
    });
    expect(createGroup).toMatchObject({
      name: '朝の会 🍵',
      goals: ['休む'],
      capacity: 8,
      status: 'FORMING',
      version: 1,
      memberships: [],
      charter: { version: 1, clauses: defaultClauses.ja, signedByViewer: false },
    });
    expect(await look(office, createGroup.id)).toMatchObject({ name: '朝の会 🍵' });
    const member = await app.as(await app.member(tenant));
    expect(await member.refusal(create, { input: { name: '会', purpose: '話す' } })).toBe('FORBIDDEN');
  });

  it('asked for twice with one key makes one group', async () => {
    const { admin } = await village(app);
    const office = await app.as(admin);
    const input = { name: '夜の会', purpose: '話す', idempotencyKey: 'once' };
    const [one, two] = await Promise.all([
      office.ask<{ createGroup: ShownGroup }>(create, { input }),
      office.ask<{ createGroup: ShownGroup }>(create, { input }),
    ]);
    expect(one.createGroup.id).toBe(two.createGroup.id);
  });

  it.each([
    ['a NUL', { name: '会\u0000', purpose: '話す' }, 'BAD_USER_INPUT'],
    ['half of an emoji', { name: '会\ud83c', purpose: '話す' }, 'BAD_USER_INPUT'],
    ['a name of 10,000 characters', { name: '会'.repeat(10_000), purpose: '話す' }, 'BAD_USER_INPUT'],
    ['no purpose', { name: '会', purpose: ' ' }, 'BAD_USER_INPUT'],
    ['twenty-one seats', { name: '会', purpose: '話す', capacity: 21 }, 'BAD_USER_INPUT'],
    [
      'more seats than numbers go',
      { name: '会', purpose: '話す', capacity: 3_000_000_000 },
      'BAD_USER_INPUT',
    ],
    ['four goals', { name: '会', purpose: '話す', goals: ['a', 'b', 'c', 'd'] }, 'BAD_USER_INPUT'],
    ['an unknown template', { name: '会', purpose: '話す', template: 'FARMING' }, 'BAD_USER_INPUT'],
    ['a forged programme', { name: '会', purpose: '話す', programmeId: 'prg_1' }, 'NOT_FOUND'],
    [
      'a programme that is none',
      { name: '会', purpose: '話す', programmeId: 'prg_01a1fbdb-855e-7473-b73e-7b480a07953e' },
      'NOT_FOUND',
    ],
  ])('with %s is refused and leaves nothing', async (_, input, code) => {
    const { admin, tenant } = await village(app);
    const office = await app.as(admin);
    expect(await office.refusal(create, { input })).toBe(code);
    const [row] = await app.sql<{ n: number }>(`select count(*)::int n from "group" where tenant_id = $1`, [
      tenant.id,
    ]);
    expect(row).toEqual({ n: 1 });
  });

  it('puts it into a programme of the fiscal year', async () => {
    const { admin, peer, group } = await village(app);
    const office = await app.as(admin);
    const make = `mutation ($input: CreateProgrammeInput!) { createProgramme(input: $input) { id name startsOn endsOn } }`;
    const input = { name: '令和8年度', startsOn: '2026-04-01', endsOn: '2027-03-31' };
    const { createProgramme: made } = await office.ask<{ createProgramme: { id: string } }>(make, { input });
    expect(made).toEqual({ id: made.id, ...input });
    const { updateGroup } = await office.ask<{ updateGroup: ShownGroup }>(update, {
      input: { groupId: group, programmeId: made.id },
    });
    expect(updateGroup.programme).toEqual({ name: '令和8年度' });
    const member = await app.as(peer);
    expect(await member.ask(`{ programmes { name startsOn } }`)).toEqual({
      programmes: [{ name: '令和8年度', startsOn: '2026-04-01' }],
    });
    expect(await member.refusal(make, { input })).toBe('FORBIDDEN');
    expect(await office.refusal(make, { input: { ...input, endsOn: '2026-03-31' } })).toBe('BAD_USER_INPUT');
    const out = await office.ask<{ updateGroup: ShownGroup }>(update, {
      input: { groupId: group, programmeId: null },
    });
    expect(out.updateGroup.programme).toBeNull();
  });
});

describe('who sees what', () => {
  it('its people see the group, the office its roster and never its content, others nothing at all', async () => {
    const { admin, leader, peer, stranger, group } = await village(app);
    const all = { scheduleMeetings: true, invite: true, edit: true };
    expect((await look(await app.as(leader), group))?.viewerCan).toEqual({
      ...all,
      postSupportRequest: true,
      leave: true,
      seeContent: true,
    });
    expect((await look(await app.as(admin), group))?.viewerCan).toEqual({
      ...all,
      postSupportRequest: false,
      leave: false,
      seeContent: false,
    });
    const seenByPeer = await look(await app.as(peer), group);
    expect(seenByPeer?.viewerCan).toMatchObject({
      edit: false,
      invite: false,
      postSupportRequest: true,
      seeContent: true,
    });
    expect(names(seenByPeer)).toEqual(['佐藤 進', '鈴木 花']);
    const outside = await app.as(stranger);
    expect(await look(outside, group)).toBeNull();
    expect(await outside.ask(`{ groups { edges { node { id } } } }`)).toEqual({ groups: { edges: [] } });
  });

  it('a person of another group or another organisation gets NOT_FOUND for everything here', async () => {
    const here = await village(app);
    const there = await village(app);
    const elsewhere = [here.stranger, there.leader, there.admin];
    for (const person of elsewhere) {
      const client = await app.as(person);
      const memberId = memberOf(here.peer);
      const acts: [string, Record<string, unknown>][] = [
        [update, { input: { groupId: here.group, name: '乗っ取り' } }],
        [add, { input: { groupId: here.group, memberId: memberOf(person) } }],
        [setRole, { input: { groupId: here.group, memberId, role: 'FACILITATOR' } }],
        [remove, { groupId: here.group, memberId }],
        [leave, { groupId: here.group }],
        [signing, { groupId: here.group, version: 1 }],
        [amend, { input: { groupId: here.group, clauses: ['x'], expectedVersion: 1 } }],
        [
          `mutation ($groupId: ID!) { createJoinLink(input: { groupId: $groupId }) { id } }`,
          { groupId: here.group },
        ],
      ];
      for (const [document, variables] of acts)
        expect(await client.refusal(document, variables)).toBe('NOT_FOUND');
      expect(await look(client, here.group)).toBeNull();
    }
    const leader = await app.as(here.leader);
    expect(
      await leader.refusal(add, { input: { groupId: here.group, memberId: memberOf(there.stranger) } }),
    ).toBe('NOT_FOUND');
    expect(await leader.refusal(add, { input: { groupId: here.group, memberId: here.group } })).toBe(
      'NOT_FOUND',
    );
    expect(names(await look(leader, here.group))).toHaveLength(2);
  });

  it('lists the newest group first, page by page, to the office', async () => {
    const { admin } = await village(app);
    const office = await app.as(admin);
    for (const name of ['二', '三']) await office.ask(create, { input: { name, purpose: '話す' } });
    const list = `query ($after: String) { groups(first: 2, after: $after) { edges { node { name } } pageInfo { hasNextPage endCursor } } }`;
    interface Listed {
      groups: { edges: { node: { name: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    }
    const first = await office.ask<Listed>(list);
    const second = await office.ask<Listed>(list, { after: first.groups.pageInfo.endCursor });
    const seen = [...first.groups.edges, ...second.groups.edges].map(({ node }) => node.name);
    expect(seen).toEqual(['三', '二', '水曜の会']);
    expect([first.groups.pageInfo.hasNextPage, second.groups.pageInfo.hasNextPage]).toEqual([true, false]);
    expect(await office.refusal(list, { after: 'でたらめ' })).toBe('BAD_USER_INPUT');
    expect(await office.refusal(`{ groups(first: 101) { edges { node { id } } } }`)).toBe('BAD_USER_INPUT');
  });

  it('shows of another member the groups one shares with them, and one’s own as a viewer', async () => {
    const { admin, peer, leader, group } = await village(app);
    const office = await app.as(admin);
    const { createGroup: other } = await office.ask<{ createGroup: ShownGroup }>(create, {
      input: { name: '別の会', purpose: '話す' },
    });
    await office.ask(add, { input: { groupId: other.id, memberId: memberOf(leader), role: 'FACILITATOR' } });
    const seen = await (
      await app.as(peer)
    ).ask(`query ($id: ID!) { node(id: $id) { ... on Member { groups { id } } } }`, { id: memberOf(leader) });
    expect(seen).toEqual({ node: { groups: [{ id: group }] } });
  });
});

describe('changing a group', () => {
  it('keeps what another member changed first', async () => {
    const { admin, leader, group } = await village(app);
    const [office, facilitator] = [await app.as(admin), await app.as(leader)];
    await office.ask(update, { input: { groupId: group, name: '木曜の会', expectedVersion: 1 } });
    const { errors } = await facilitator.query(update, {
      input: { groupId: group, purpose: '別の話', expectedVersion: 1 },
    });
    expect(errors?.[0]?.extensions).toEqual({ code: 'CONFLICT', params: { version: 2 } });
    expect(await look(office, group)).toMatchObject({ name: '木曜の会', version: 2 });
  });

  it('follows its life: forming, active, pausing, active, closed for good', async () => {
    const { leader, group } = await village(app);
    const client = await app.as(leader);
    const to = (status: string) =>
      client.ask<{ updateGroup: ShownGroup }>(update, { input: { groupId: group, status } });
    for (const status of ['ACTIVE', 'PAUSED', 'ACTIVE', 'CLOSED'])
      expect((await to(status)).updateGroup.status).toBe(status);
    expect(await client.refusal(update, { input: { groupId: group, status: 'ACTIVE' } })).toBe(
      'GROUP_CLOSED',
    );
    expect((await look(client, group))?.viewerCan).toMatchObject({
      edit: false,
      seeContent: true,
      leave: true,
    });
  });

  it('is not for members', async () => {
    const { peer, leader, group } = await village(app);
    const client = await app.as(peer);
    expect(await client.refusal(update, { input: { groupId: group, name: '私の会' } })).toBe('FORBIDDEN');
    expect(
      await client.refusal(amend, { input: { groupId: group, clauses: ['自由'], expectedVersion: 1 } }),
    ).toBe('FORBIDDEN');
    expect(await client.refusal(remove, { groupId: group, memberId: memberOf(leader) })).toBe('FORBIDDEN');
    expect(
      await client.refusal(setRole, {
        input: { groupId: group, memberId: memberOf(peer), role: 'FACILITATOR' },
      }),
    ).toBe('FORBIDDEN');
    expect(
      await client.refusal(
        `mutation ($groupId: ID!) { createJoinLink(input: { groupId: $groupId }) { id } }`,
        { groupId: group },
      ),
    ).toBe('FORBIDDEN');
  });
});

describe('coming in', () => {
  it('a full group turns the ninth person away, kindly, even when twenty come at once', async () => {
    const { tenant, leader, group } = await village(app);
    const client = await app.as(leader);
    const people = await app.members(
      tenant,
      Array.from({ length: 20 }, () => ({})),
    );
    const answers = await Promise.all(
      people.map((person) => client.query(add, { input: { groupId: group, memberId: memberOf(person) } })),
    );
    const refused = answers.filter(({ errors }) => errors).map(({ errors }) => errors?.[0]?.extensions);
    expect(refused).toEqual(Array(14).fill({ code: 'GROUP_FULL', params: { capacity: 8 } }));
    expect(names(await look(client, group))).toHaveLength(8);
  });

  it('members cannot add themselves, except the creator of an empty group as its first facilitator', async () => {
    const { tenant, admin, leader, group } = await village(app);
    const office = await app.as(admin);
    expect(await office.refusal(add, { input: { groupId: group, memberId: memberOf(admin) } })).toBe(
      'FORBIDDEN',
    );
    const { createGroup: empty } = await office.ask<{ createGroup: ShownGroup }>(create, {
      input: { name: '新しい会', purpose: '話す' },
    });
    const other = await app.as(await app.member(tenant, { role: 'ADMIN' }));
    const me = { groupId: empty.id, memberId: memberOf(admin) };
    expect(await office.refusal(add, { input: me })).toBe('FORBIDDEN');
    expect(
      await other.refusal(add, {
        input: { ...me, memberId: memberOf(leader), role: 'MEMBER', deputy: true },
      }),
    ).toBe('BAD_USER_INPUT');
    const { addGroupMember } = await office.ask<{ addGroupMember: ShownGroup }>(add, {
      input: { ...me, role: 'FACILITATOR', takesPart: false },
    });
    expect(addGroupMember.viewerCan).toMatchObject({ seeContent: true });
    expect(addGroupMember.memberships).toMatchObject([{ role: 'FACILITATOR', takesPart: false }]);
  });

  it('tells the newcomer and the others', async () => {
    const { leader, peer, stranger, group } = await village(app);
    await app.drain();
    await (await app.as(leader)).ask(add, { input: { groupId: group, memberId: memberOf(stranger) } });
    await app.drain();
    const notices = `{ notifications { edges { node { kind title url } } } }`;
    interface Notices {
      notifications: { edges: { node: { kind: string; title: string; url: string } }[] };
    }
    const noticesOf = async (person: TestMember) =>
      (await (await app.as(person)).ask<Notices>(notices)).notifications.edges.map(
        ({ node }) => `${node.kind} ${node.title}`,
      );
    expect(await noticesOf(stranger)).toEqual(['group.joined 「水曜の会」に加わりました']);
    expect(await noticesOf(peer)).toContain('group.member-joined 田中 次郎 さんが仲間に加わりました');
    expect(await noticesOf(leader)).not.toContain('group.member-joined 田中 次郎 さんが仲間に加わりました');
  });
});

describe('roles and going', () => {
  it('the last facilitator names a successor before leaving', async () => {
    const { leader, peer, group } = await village(app);
    const client = await app.as(leader);
    expect(await client.refusal(leave, { groupId: group })).toBe('LAST_FACILITATOR');
    expect(
      await client.refusal(setRole, {
        input: { groupId: group, memberId: memberOf(leader), role: 'MEMBER' },
      }),
    ).toBe('LAST_FACILITATOR');
    await client.ask(setRole, {
      input: { groupId: group, memberId: memberOf(peer), role: 'FACILITATOR', deputy: true },
    });
    expect(await client.ask(leave, { groupId: group })).toEqual({ leaveGroup: true });
    expect(await look(client, group)).toBeNull();
    expect(await client.refusal(leave, { groupId: group })).toBe('NOT_FOUND');
    expect((await look(await app.as(peer), group))?.memberships).toMatchObject([
      { role: 'FACILITATOR', deputy: true },
    ]);
  });

  it('two facilitators who leave at the same moment do not both get away', async () => {
    const { leader, peer, stranger, group } = await village(app);
    const client = await app.as(leader);
    await client.ask(add, { input: { groupId: group, memberId: memberOf(stranger) } });
    await client.ask(setRole, { input: { groupId: group, memberId: memberOf(peer), role: 'FACILITATOR' } });
    const other = await app.as(peer);
    const answers = await Promise.all([
      client.refusal(leave, { groupId: group }),
      other.refusal(leave, { groupId: group }),
    ]);
    expect(answers.sort()).toEqual(['LAST_FACILITATOR', 'no error']);
  });

  it('a removed member sees nothing any more, and one who comes back sees what was theirs and what is written from then on', async () => {
    const { tenant, admin, leader, peer, group, groupId } = await village(app);
    const audiencesOf = async (member: TestMember) =>
      (
        await app.sql<{ kind: string }>(
          `select distinct a.kind from audience_reader m join audience a on a.tenant_id = m.tenant_id and a.id = m.audience_id
           where m.tenant_id = $1 and m.member_id = $2 and a.group_id = $3`,
          [tenant.id, member.memberId, groupId],
        )
      ).map(({ kind }) => kind);
    expect(await audiencesOf(peer)).toEqual(['GROUP_NOW']);
    const office = await app.as(admin);
    const { removeGroupMember } = await office.ask<{ removeGroupMember: ShownGroup }>(remove, {
      groupId: group,
      memberId: memberOf(peer),
    });
    expect(names(removeGroupMember)).toEqual(['佐藤 進']);
    expect(await look(await app.as(peer), group)).toBeNull();
    expect(await audiencesOf(peer)).toEqual([]);
    await (await app.as(leader)).ask(add, { input: { groupId: group, memberId: memberOf(peer) } });
    expect(await audiencesOf(peer)).toEqual(['GROUP_NOW']);
    expect(names(await look(await app.as(peer), group))).toHaveLength(2);
  });

  it('a member who leaves the organisation frees their seat', async () => {
    const { tenant, peer, leader, group } = await village(app);
    await app.work.asSystem(tenant.id, 'test', async (tx) => {
      await tx.sql('test.alumni', `update member set status = 'ALUMNI' where tenant_id = $1 and id = $2`, [
        tenant.id,
        peer.memberId,
      ]);
      await tx.publish([{ name: 'member.status-changed', ids: { memberId: peer.memberId } }]);
    });
    await app.drain();
    expect(names(await look(await app.as(leader), group))).toEqual(['佐藤 進']);
  });
});

describe('the promises', () => {
  it('are signed once read, asked for anew when they change, and stay valid after leaving', async () => {
    const { tenant, leader, peer, group } = await village(app);
    const [client, facilitator] = [await app.as(peer), await app.as(leader)];
    await app.drain();
    for (let i = 0; i < 2; i += 1) {
      const { signCharter } = await client.ask<{ signCharter: ShownGroup }>(signing, {
        groupId: group,
        version: 1,
      });
      expect(signCharter.charter.signedByViewer).toBe(true);
      expect(signCharter.memberships.map(({ charterSigned }) => charterSigned)).toEqual([false, true]);
    }
    const { amendCharter } = await facilitator.ask<{ amendCharter: ShownGroup }>(amend, {
      input: {
        groupId: group,
        clauses: ['聞いた話は持ち出しません', '遅れるときは連絡します'],
        expectedVersion: 1,
      },
    });
    expect(amendCharter.charter).toMatchObject({ version: 2, signedByViewer: false });
    expect(
      await facilitator.refusal(amend, { input: { groupId: group, clauses: ['x'], expectedVersion: 1 } }),
    ).toBe('CONFLICT');
    expect(await client.refusal(signing, { groupId: group, version: 1 })).toBe('CONFLICT');
    await app.drain();
    expect(await client.ask(`{ notifications(first: 1) { edges { node { kind } } } }`)).toEqual({
      notifications: { edges: [{ node: { kind: 'charter.amended' } }] },
    });
    expect(await (await app.as(peer)).ask(leave, { groupId: group })).toEqual({ leaveGroup: true });
    expect(await app.sql(`select version from charter_signature where tenant_id = $1`, [tenant.id])).toEqual([
      { version: 1 },
    ]);
  });

  it.each([
    ['nothing', ['']],
    ['a page of text', ['約'.repeat(10_000)]],
    ['thirty-one clauses', Array(31).fill('x')],
  ])('are not amended to %s', async (_, clauses) => {
    const { leader, group } = await village(app);
    const client = await app.as(leader);
    expect(await client.refusal(amend, { input: { groupId: group, clauses, expectedVersion: 1 } })).toBe(
      'BAD_USER_INPUT',
    );
    expect((await look(client, group))?.charter.version).toBe(1);
  });
});
