import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { days } from '@yoriai/domain/kernel';
import { publicId } from '../../platform/graphql/ids.js';
import { startApp, type TestApp, type TestMember } from '../../platform/testing/start-app.js';
import { groupFields, look, type ShownGroup, village, type Village } from '../group/groups.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

const add = `mutation ($input: AddGroupMemberInput!) { addGroupMember(input: $input) { ${groupFields} } }`;
const decide = (act: 'acceptProposal' | 'withdrawProposal') =>
  `mutation ($id: ID!) { ${act}(proposalId: $id) { ${groupFields} } }`;
const worry = `mutation ($id: ID!, $note: String!) { raiseConcern(proposalId: $id, note: $note) { ${groupFields} } }`;
const week = days(7) / 1_000;
const names = (group: ShownGroup | null): string[] =>
  (group?.memberships ?? []).map(({ member }) => member.displayName);

async function propose(place: Village, person: TestMember = place.stranger): Promise<string> {
  const { addGroupMember } = await (
    await app.as(place.leader)
  ).ask<{ addGroupMember: ShownGroup }>(add, {
    input: { groupId: place.group, memberId: publicId('Member', person.memberId) },
  });
  return addGroupMember.proposals.at(-1)!.id;
}
const kinds = async (person: TestMember): Promise<string[]> => {
  const { notifications } = await (
    await app.as(person)
  ).ask<{ notifications: { edges: { node: { kind: string } }[] } }>(
    `{ notifications { edges { node { kind } } } }`,
  );
  return notifications.edges.map(({ node }) => node.kind);
};

describe('asking a member into a group in which people talk', () => {
  it('shows them to the members for seven days and lets them in when no concern is raised', async () => {
    const place = await village(app, { talking: true });
    await propose(place);
    const member = await app.as(place.peer);
    const seen = await look(member, place.group);
    expect(names(seen)).toEqual(['佐藤 進', '鈴木 花']);
    expect(seen?.proposals).toMatchObject([
      {
        member: { displayName: '田中 次郎' },
        proposedBy: { displayName: '佐藤 進' },
        concernByViewer: false,
        concerns: [],
        viewerCan: { raiseConcern: true, accept: false, withdraw: false },
      },
    ]);
    await app.drain();
    expect(await kinds(place.peer)).toContain('group.member-proposed');
    expect(await kinds(place.leader)).not.toContain('group.member-proposed');
    expect(await kinds(place.stranger)).toEqual([]);
    expect(await look(await app.as(place.stranger), place.group)).toBeNull();

    await app.advance(week - 60);
    await app.drain();
    expect(names(await look(member, place.group))).toHaveLength(2);
    await app.advance(61);
    await app.drain();
    await app.drain();
    const joined = await look(member, place.group);
    expect(names(joined)).toEqual(['佐藤 進', '鈴木 花', '田中 次郎']);
    expect(joined?.proposals).toEqual([]);
    expect(await kinds(place.stranger)).toEqual(['group.joined']);
    // What was decided is no longer announced.
    expect(await kinds(place.peer)).not.toContain('group.member-proposed');
  });

  it('with a concern waits for the facilitators, who alone read it', async () => {
    const place = await village(app, { talking: true });
    const id = await propose(place);
    await app.drain();
    const [member, facilitator, office] = [
      await app.as(place.peer),
      await app.as(place.leader),
      await app.as(place.admin),
    ];
    for (const note of ['同じ商店街で競合しています', '言い直します。取引先です']) {
      const { raiseConcern } = await member.ask<{ raiseConcern: ShownGroup }>(worry, { id, note });
      expect(raiseConcern.proposals).toMatchObject([{ concernByViewer: true, concerns: [] }]);
    }
    const words = { note: '言い直します。取引先です', member: { displayName: '鈴木 花' } };
    expect((await look(facilitator, place.group))?.proposals).toMatchObject([
      { concerns: [words], concernByViewer: false },
    ]);
    expect((await look(office, place.group))?.proposals).toMatchObject([
      { concerns: [], concernByViewer: false },
    ]);
    await app.drain();
    expect(await kinds(place.leader)).toContain('group.concern-raised');
    expect((await kinds(place.leader)).filter((kind) => kind === 'group.concern-raised')).toHaveLength(1);
    expect(await kinds(place.peer)).not.toContain('group.concern-raised');
    expect(
      await app.sql(
        `select actor_id from domain_event where name = 'group.concern-raised' and tenant_id = $1`,
        [place.tenant.id],
      ),
    ).toEqual([{ actor_id: null }]);

    expect(await facilitator.refusal(decide('acceptProposal'), { id })).toBe('PROPOSAL_STILL_SHOWN');
    await app.advance(week);
    await app.drain();
    expect(names(await look(member, place.group))).toHaveLength(2);
    expect(await member.refusal(decide('acceptProposal'), { id })).toBe('FORBIDDEN');
    expect(await office.refusal(decide('acceptProposal'), { id })).toBe('FORBIDDEN');
    expect((await look(facilitator, place.group))?.proposals[0]?.viewerCan).toMatchObject({
      accept: true,
      withdraw: true,
    });
    const { acceptProposal } = await facilitator.ask<{ acceptProposal: ShownGroup }>(
      decide('acceptProposal'),
      { id },
    );
    expect(names(acceptProposal)).toHaveLength(3);
    expect(await facilitator.refusal(decide('withdrawProposal'), { id })).toBe('PROPOSAL_DECIDED');
  });

  it('can be taken back, and then nothing happens after seven days', async () => {
    const place = await village(app, { talking: true });
    const id = await propose(place);
    expect(await (await app.as(place.peer)).refusal(decide('withdrawProposal'), { id })).toBe('FORBIDDEN');
    const { withdrawProposal } = await (
      await app.as(place.admin)
    ).ask<{ withdrawProposal: ShownGroup }>(decide('withdrawProposal'), { id });
    expect(withdrawProposal.proposals).toEqual([]);
    await app.advance(week + 1);
    await app.drain();
    expect(names(await look(await app.as(place.leader), place.group))).toHaveLength(2);
    expect(await propose(place)).not.toBe(id);
  });

  it('promises a seat: the ninth is turned away already when proposed', async () => {
    const place = await village(app, { talking: true, capacity: 3 });
    await propose(place);
    const leader = await app.as(place.leader);
    const other = await app.member(place.tenant);
    const input = { groupId: place.group, memberId: publicId('Member', other.memberId) };
    expect(await leader.refusal(add, { input })).toBe('GROUP_FULL');
    expect(
      await leader.refusal(add, {
        input: { ...input, memberId: publicId('Member', place.stranger.memberId) },
      }),
    ).toBe('ALREADY_PROPOSED');
    const shrink = `mutation ($input: UpdateGroupInput!) { updateGroup(input: $input) { id } }`;
    expect(await leader.refusal(shrink, { input: { groupId: place.group, capacity: 2 } })).toBe(
      'CAPACITY_BELOW_SEATS',
    );
  });

  it('ends when the group closes', async () => {
    const place = await village(app, { talking: true });
    await propose(place);
    const leader = await app.as(place.leader);
    await leader.ask(`mutation ($input: UpdateGroupInput!) { updateGroup(input: $input) { id } }`, {
      input: { groupId: place.group, status: 'CLOSED' },
    });
    await app.advance(week + 1);
    await app.drain();
    expect(await look(leader, place.group)).toMatchObject({ proposals: [], status: 'CLOSED' });
    expect(names(await look(leader, place.group))).toHaveLength(2);
  });

  it('is no one else’s business: forged ids, other groups and other organisations get NOT_FOUND', async () => {
    const place = await village(app, { talking: true });
    const there = await village(app, { talking: true });
    const id = await propose(place);
    for (const person of [place.stranger, there.leader, there.admin]) {
      const client = await app.as(person);
      for (const act of [decide('acceptProposal'), decide('withdrawProposal')])
        expect(await client.refusal(act, { id })).toBe('NOT_FOUND');
      expect(await client.refusal(worry, { id, note: '気がかりです' })).toBe('NOT_FOUND');
      expect(await client.ask(`query ($id: ID!) { node(id: $id) { id } }`, { id })).toEqual({ node: null });
    }
    const member = await app.as(place.peer);
    for (const forged of ['prp_1', place.group, 'prp_01a1fbdb-855e-7473-b73e-7b480a07953e'])
      expect(await member.refusal(worry, { id: forged, note: '気がかりです' })).toBe('NOT_FOUND');
    for (const note of [' ', '長'.repeat(10_000), '気\u0000'])
      expect(await member.refusal(worry, { id, note })).toBe('BAD_USER_INPUT');
  });
});
