import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { notificationsTopic } from '../../notifications/push-live.job.js';
import {
  bare,
  differences,
  expectSame,
  expectSameObserved,
  PermutedWorld,
  shownBy,
  type Lived,
} from '../../platform/testing/permuted-world.js';
import { Postbox } from '../../platform/testing/postbox.js';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import { circle, type Circle } from '../../support/requests/support-request.factory.js';
import { markFirstContent } from '../group/mark-first-content.js';

/**
 * A group in which people talk is asked about a newcomer, and a member has a concern. The facilitator of that moment reads whose it is;
 * no one else may be told, a facilitator who comes after neither, nor the newcomer, nor the office.
 */
let app: TestApp;
let postbox: Postbox;
let here: Circle;
let proposal: string;
let world: PermutedWorld;

const day = 24;
const raisers = [1, 2, 3];
const leader = 0;
const successor = 5;
const newcomer = 6;

const add = `mutation ($group: ID!, $who: ID!) { addGroupMember(input: { groupId: $group, memberId: $who }) { proposals { id } } }`;
const lead = `mutation ($group: ID!, $who: ID!) { setGroupRole(input: { groupId: $group, memberId: $who, role: FACILITATOR }) { id } }`;
const concern = `mutation ($id: ID!, $note: String!) { raiseConcern(proposalId: $id, note: $note) { id } }`;
const accept = `mutation ($id: ID!) { acceptProposal(proposalId: $id) { id } }`;
const group = () => publicId('Group', here.groupId);

beforeAll(async () => {
  postbox = await Postbox.open();
  app = await startApp({ SMTP_URL: postbox.url });
  const inside = await circle(app, 6);
  const others = [
    await app.member(inside.tenant, { name: '新しい 人' }),
    await app.member(inside.tenant, { name: '事務局 一郎', role: 'ADMIN' }),
  ];
  here = {
    ...inside,
    members: [...inside.members, ...others],
    clients: [...inside.clients, ...(await Promise.all(others.map((other) => app.as(other))))],
  };
  const [one, next] = [newcomer, successor].map((n) => publicId('Member', here.members[n]!.memberId));
  await app.work.inTenant(here.members[4]!, (tx) => markFirstContent(tx, here.groupId));
  const { addGroupMember } = await here.clients[leader]!.ask<{
    addGroupMember: { proposals: { id: string }[] };
  }>(add, { group: group(), who: one });
  proposal = addGroupMember.proposals[0]!.id;
  await here.clients[leader]!.ask(lead, { group: group(), who: next });
  world = await PermutedWorld.keep({
    ...here,
    app,
    postbox,
    look,
    known: [
      [here.groupId, 'the group'],
      [bare(proposal), 'the proposal'],
    ],
    heardByAll: [],
    heardBy: ({ tenantId, memberId }) => [notificationsTopic(tenantId, memberId)],
  });
}, 300_000);
afterAll(async () => {
  await app?.stop();
  await postbox?.close();
});

/** All that one member's pages show of the group. */
async function look(client: TestClient): Promise<string[]> {
  const seen = await client.query<unknown>(
    `query ($id: ID!) { node(id: $id) { ... on Group { version memberships { member { id } role deputy version }
       proposals { id kind role member { id } proposedBy { id } decidesAt concernByViewer concernUnheard concerns { note raisedAt member { id } }
         viewerCan { raiseConcern accept withdraw } } } }
       facilitatorOverview(groupId: $id) { quietMembers { member { id } since } } }`,
    { id: group() },
  );
  return [shownBy(seen)];
}

/** Three weeks in which this person is worried, the facilitator leaves, and the next one must decide without having been told. */
const live = (raiser: number): Promise<Lived> =>
  world.live(async (after) => {
    await after(1);
    for (const note of ['取引先です', '言い直します。競合しています']) {
      await here.clients[raiser]!.ask(concern, { id: proposal, note });
      await after(1);
    }
    await after(8 * day);
    await here.clients[leader]!.ask(`mutation ($id: ID!) { leaveGroup(groupId: $id) }`, { id: group() });
    await after(1);
    expect(await here.clients[successor]!.refusal(accept, { id: proposal })).toBe('CONCERN_UNHEARD');
    await after(day);
    await here.clients[successor]!.ask(`mutation ($id: ID!) { withdrawProposal(proposalId: $id) { id } }`, {
      id: proposal,
    });
    await after(8 * day);
    await after(0);
  });

/** Beside the concern itself: only the member who raised it is told that it waits. */
const notNotified = (row: string) =>
  !/^proposal_concern |^(?:notification|mail_message) .*"group\.concern-unheard"/.test(row);

describe('a concern, by any of them', () => {
  const worlds = new Map<number, Lived>();
  beforeAll(async () => {
    for (const raiser of raisers) worlds.set(raiser, await live(raiser));
  }, 300_000);

  it('something happens at all: the facilitator reads it with the name, the next one hears that it waits', () => {
    const { told } = worlds.get(1)!;
    const of = (n: number) => told[n]!.join('\n');
    expect(of(leader)).toMatch(/競合しています[^}]*"member":{"id":"mem_member 1\./);
    expect(of(leader)).toContain('group.concern-raised');
    expect(of(1)).toContain('group.concern-unheard');
    expect(of(successor)).toContain('"concernUnheard":true');
    expect(of(successor)).not.toContain('競合しています');
    expect(of(4)).toContain('group.role-set');
    expect(of(4)).toMatch(/^mail /m);
  });

  it('is seen by the comparison where the name is told: it sees what there is to see', () =>
    expect(differences(worlds.get(1)!.told[leader]!, worlds.get(2)!.told[leader]!)).not.toEqual([]));

  it.each(raisers.slice(1))('whether it is member 1 or member %i, all others are told the same', (other) =>
    expectSameObserved(worlds.get(1)!, worlds.get(other)!, leader, 1, other),
  );

  it.each(raisers.slice(1))(
    'whether it is member 1 or member %i, what else stands in any table is the same',
    (other) => {
      const rows = (raiser: number) => worlds.get(raiser)!.rows.filter(notNotified);
      expectSame(rows(1), rows(other));
    },
  );
});
