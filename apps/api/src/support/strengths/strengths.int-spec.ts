import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publicId, type GroupId } from '@yoriai/domain/kernel';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import { circle, type Circle } from '../requests/support-request.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

let here: Circle;
let leader: TestClient;
beforeEach(async () => {
  here = await circle(app, 6);
  leader = here.clients[0]!;
});

const day = 24 * 3600;
const group = () => publicId('Group', here.groupId);
const memberId = (n: number) => publicId('Member', here.members[n]!.memberId);
const openDocument = `mutation ($id: ID!, $key: String) { openStrengths(groupId: $id, idempotencyKey: $key) { id open closesAt } }`;
const open = async (): Promise<string> =>
  (await leader.ask<{ openStrengths: { id: string } }>(openDocument, { id: group() })).openStrengths.id;
const writeDocument = `mutation ($input: WriteStrengthsInput!) { writeStrengths(input: $input) { id peers { member { id } text signed version } } }`;
const write = (n: number, roundId: string, about: number, text: string, signed: boolean, more = {}) =>
  here.clients[n]!.ask<{
    writeStrengths: { peers: { member: { id: string }; text: string; version: number }[] };
  }>(writeDocument, { input: { roundId, lines: [{ memberId: memberId(about), text, signed, ...more }] } });
const received = async (client: TestClient) =>
  (
    await client.ask<{
      strengthsReceived: { edges: { node: { id: string; text: string; from: { id: string } | null } }[] };
    }>(`{ strengthsReceived(first: 50) { edges { node { id text from { id } } } } }`)
  ).strengthsReceived.edges.map(({ node }) => node);
const kinds = async (client: TestClient): Promise<string[]> => {
  await app.drain();
  const { notifications } = await client.ask<{ notifications: { edges: { node: { kind: string } }[] } }>(
    `{ notifications(first: 50) { edges { node { kind } } } }`,
  );
  return notifications.edges.map(({ node }) => node.kind).filter((kind) => kind.startsWith('strengths.'));
};
const end = async () => {
  await app.advance(22 * day);
  await app.drain();
};
const roundOf = async (client: TestClient) =>
  (
    await client.ask<{
      node: {
        strengthsRound: { id: string; mayBeUnsigned: boolean; peers: unknown[] } | null;
        mayOpenStrengths: boolean;
      };
    }>(
      `query ($id: ID!) { node(id: $id) { ... on Group { mayOpenStrengths strengthsRound { id mayBeUnsigned group { id } peers { text version } } } } }`,
      { id: group() },
    )
  ).node;

describe('a round', () => {
  it('is begun by a facilitator, told to all, and ends by itself after three weeks', async () => {
    expect(await here.clients[1]!.refusal(openDocument, { id: group() })).toBe('FORBIDDEN');
    expect((await roundOf(leader)).mayOpenStrengths).toBe(true);
    const id = await open();
    expect(await leader.refusal(openDocument, { id: group() })).toBe('ROUND_OPEN');
    for (const client of here.clients) expect(await kinds(client)).toEqual(['strengths.opened']);
    expect(await roundOf(here.clients[3]!)).toMatchObject({
      mayOpenStrengths: false,
      strengthsRound: { id, mayBeUnsigned: true, peers: Array(5).fill({ text: '', version: 0 }) },
    });
    await end();
    expect((await roundOf(leader)).strengthsRound).toBeNull();
    expect(await kinds(leader)).toEqual([]);
    expect(
      await here.clients[1]!.refusal(writeDocument, {
        input: { roundId: id, lines: [{ memberId: memberId(2), text: '遅れて' }] },
      }),
    ).toBe('ROUND_CLOSED');
  });

  it('begins in April and October by itself, once, in every group from its first day on', async () => {
    const office = await app.as(await app.member(here.tenant, { role: 'ADMIN' }));
    const made = await office.ask<{ createGroup: { id: string } }>(
      `mutation { createGroup(input: { name: "金曜会", purpose: "続ける" }) { id } }`,
    );
    await app.drain();
    // What happens in it afterwards makes no difference, as in groups that stood before there were rounds.
    const groupId = made.createGroup.id.slice(4) as GroupId;
    for (const one of here.members) await app.join(groupId, one);
    await app.sql(`update "group" set status = 'ACTIVE' where tenant_id = $1 and id = $2`, [
      here.tenant.id,
      groupId,
    ]);
    await app.advance(184 * day);
    await app.drain();
    const [first] = await app.sql<{ opened_at: Date; count: number }>(
      `select min(opened_at) as opened_at, count(*)::int as count from strengths_round where tenant_id = $1`,
      [here.tenant.id],
    );
    expect(first!.count).toBe(1);
    const next = await app.sql<{ due_at: Date }>(
      `select due_at from timer where tenant_id = $1 and name = 'strengths.season' and state = 'DUE'`,
      [here.tenant.id],
    );
    expect(next.map(({ due_at }) => due_at.toISOString().slice(5))).toEqual([
      expect.stringMatching(/^(03-31|09-30|04-01|10-01)T00:00:00\.000Z$/),
    ]);
  });

  it('is begun by the office too, which reads nothing of it', async () => {
    const office = await app.as(await app.member(here.tenant, { role: 'ADMIN' }));
    expect((await roundOf(office)).mayOpenStrengths).toBe(true);
    const { openStrengths } = await office.ask<{ openStrengths: { id: string } }>(openDocument, {
      id: group(),
    });
    expect(await kinds(here.clients[2]!)).toEqual(['strengths.opened']);
    expect(await kinds(office)).toEqual([]);
    await write(1, openStrengths.id, 2, '段取りがうまい', true);
    expect((await roundOf(office)).strengthsRound).toMatchObject({ peers: [] });
    const input = { roundId: openStrengths.id, lines: [{ memberId: memberId(2), text: '事務局より' }] };
    expect(await office.refusal(writeDocument, { input })).toBe('FORBIDDEN');
    await end();
    expect(await received(office)).toEqual([]);
    expect(await received(here.clients[2]!)).toHaveLength(1);
  });

  it('of two facilitators at once, or of one tap twice, begins once', async () => {
    const codes = await Promise.all(
      [leader, leader].map((one) => one.refusal(openDocument, { id: group() })),
    );
    expect(codes.sort()).toEqual(['ROUND_OPEN', 'no error']);
    await end();
    const keyed = { id: group(), key: 'k' };
    const [one, two] = [
      await leader.ask<{ openStrengths: { id: string } }>(openDocument, keyed),
      await leader.ask<{ openStrengths: { id: string } }>(openDocument, keyed),
    ];
    expect(two.openStrengths.id).toBe(one.openStrengths.id);
  });
});

describe('lines', () => {
  it('are their writer’s own until the end; signed ones reach the person with the name', async () => {
    const id = await open();
    await write(1, id, 2, '段取りがうまい', true);
    expect(await received(here.clients[2]!)).toEqual([]);
    expect(JSON.stringify(await roundOf(here.clients[2]!))).not.toContain('段取り');
    expect(JSON.stringify(await roundOf(here.clients[1]!))).toContain('段取り');
    await end();
    expect(await received(here.clients[2]!)).toMatchObject([
      { text: '段取りがうまい', from: { id: memberId(1) } },
    ]);
    expect(await received(here.clients[1]!)).toEqual([]);
    expect(await kinds(here.clients[2]!)).toEqual(['strengths.received']);
    expect(await kinds(here.clients[3]!)).toEqual([]);
  });

  it('without a name wait for two others, for the next round if need be, and then lead back to no writer', async () => {
    const first = await open();
    await write(1, first, 0, 'よく聞いてくれる', false);
    await write(2, first, 0, '決めるのが早い', false);
    await end();
    expect(await received(leader)).toEqual([]);
    expect(await kinds(leader)).toEqual([]);
    const second = await open();
    await write(3, second, 0, '約束を守る', false);
    await write(4, second, 0, '字がきれい', true);
    await end();
    const lines = await received(leader);
    expect(lines.map(({ text }) => text).sort()).toEqual(
      ['よく聞いてくれる', '字がきれい', '決めるのが早い', '約束を守る'].sort(),
    );
    expect(lines.flatMap(({ from }) => (from ? [from.id] : []))).toEqual([memberId(4)]);
    expect(await app.sql(`select from strength_line where tenant_id = $1`, [here.tenant.id])).toEqual([]);
    const writers = here.members.slice(1, 4).map((one) => one.memberId);
    expect(
      await app.sql(
        `select name from domain_event where tenant_id = $1 and name like 'strengths.%' and actor_id = any ($2)`,
        [here.tenant.id, writers],
      ),
    ).toEqual([]);
  });

  it('that are held can be taken back by their writer until they are shown, and changed no more', async () => {
    const held = async (client: TestClient) =>
      (
        await client.ask<{ node: { strengthsHeld: { id: string; peers: { text: string }[] } | null } }>(
          `query ($id: ID!) { node(id: $id) { ... on Group { strengthsHeld { id peers { text } } } } }`,
          { id: group() },
        )
      ).node.strengthsHeld;
    const first = await open();
    await write(1, first, 0, 'よく聞いてくれる', false);
    await write(2, first, 0, '決めるのが早い', false);
    expect(await held(here.clients[1]!)).toBeNull();
    await end();
    for (const n of [1, 2]) expect(await held(here.clients[n]!)).toMatchObject({ id: first });
    for (const n of [0, 3]) expect(await held(here.clients[n]!)).toBeNull();
    expect(JSON.stringify(await held(here.clients[1]!))).not.toContain('決める');
    const again = { roundId: first, lines: [{ memberId: memberId(0), text: '書き直し', signed: false }] };
    expect(await here.clients[1]!.refusal(writeDocument, { input: again })).toBe('ROUND_CLOSED');
    const empty = { roundId: first, lines: [{ memberId: memberId(0), text: '' }] };
    for (const n of [0, 3])
      expect(await here.clients[n]!.refusal(writeDocument, { input: empty })).toMatch(
        /ROUND_CLOSED|BAD_USER/,
      );
    await write(1, first, 0, '', false, { expectedVersion: 1 });
    expect(await held(here.clients[1]!)).toBeNull();
    const second = await open();
    for (const n of [3, 4]) await write(n, second, 0, `${n}人目`, false);
    await end();
    expect((await received(leader)).map(({ text }) => text).sort()).toEqual(
      ['3人目', '4人目', '決めるのが早い'].sort(),
    );
    expect(await here.clients[2]!.refusal(writeDocument, { input: empty })).toBe('ROUND_CLOSED');
    expect(await received(leader)).toHaveLength(3);
  });

  it('stand in another order than they were written in, sooner or later', async () => {
    const texts = Array.from({ length: 5 }, (_, n) => `${n + 1}人目`);
    let mixed = false;
    for (let attempt = 0; attempt < 8 && !mixed; attempt++) {
      here = await circle(app, 6);
      leader = here.clients[0]!;
      const id = await open();
      for (const [n, text] of texts.entries()) await write(n + 1, id, 0, text, false);
      await end();
      const order = (await received(leader)).map(({ text }) => text);
      expect([...order].sort()).toEqual(texts);
      mixed = order.join() !== texts.join() && order.join() !== [...texts].reverse().join();
    }
    expect(mixed).toBe(true);
  });

  it('can be changed and taken back, and hear when a member was faster', async () => {
    const id = await open();
    await write(1, id, 2, '一', true, { expectedVersion: 0 });
    const changed = await write(1, id, 2, '二', true, { expectedVersion: 1 });
    expect(changed.writeStrengths.peers.find(({ text }) => text === '二')).toMatchObject({ version: 2 });
    const stale = { roundId: id, lines: [{ memberId: memberId(2), text: '三', expectedVersion: 1 }] };
    expect(await here.clients[1]!.refusal(writeDocument, { input: stale })).toBe('CONFLICT');
    await write(1, id, 2, '', true);
    await end();
    expect(await received(here.clients[2]!)).toEqual([]);
  });

  it('reach no member who has died or left, and do not come from them', async () => {
    const id = await open();
    await write(1, id, 2, '一', true);
    await write(2, id, 1, '二', true);
    await app.sql(`update member set status = 'DECEASED' where id = $1`, [here.members[2]!.memberId]);
    await end();
    expect(await received(here.clients[1]!)).toEqual([]);
    expect(await app.sql(`select from strength where tenant_id = $1`, [here.tenant.id])).toEqual([]);
  });

  it('can be removed by the person they are about, for good, and by no one else', async () => {
    const id = await open();
    await write(1, id, 2, '余計なひとこと', true);
    await end();
    const [{ id: strengthId } = { id: '' }] = await received(here.clients[2]!);
    const remove = `mutation ($id: ID!) { removeStrength(strengthId: $id) }`;
    expect(await here.clients[1]!.refusal(remove, { id: strengthId })).toBe('NOT_FOUND');
    expect(await here.clients[2]!.refusal(remove, { id: strengthId })).toBe('no error');
    expect(await here.clients[2]!.refusal(remove, { id: strengthId })).toBe('NOT_FOUND');
    expect(await received(here.clients[2]!)).toEqual([]);
  });
});

describe('what is not theirs', () => {
  it('does not exist for another group and another organisation', async () => {
    const id = await open();
    const there = await circle(app, 3);
    const neighbour = await app.member(here.tenant, { name: '隣 人' });
    await app.group(
      here.tenant,
      [neighbour, await app.member(here.tenant), await app.member(here.tenant)],
      '木曜会',
    );
    for (const client of [there.clients[0]!, await app.as(neighbour)]) {
      const input = { roundId: id, lines: [{ memberId: memberId(2), text: 'こんにちは' }] };
      expect(await client.refusal(writeDocument, { input })).toBe('NOT_FOUND');
      expect(await client.ask(`query ($id: ID!) { node(id: $id) { id } }`, { id })).toEqual({ node: null });
    }
    expect(await there.clients[0]!.refusal(openDocument, { id: group() })).toBe('NOT_FOUND');
    expect(await (await app.as(neighbour)).refusal(openDocument, { id: group() })).toBe('NOT_FOUND');
  });

  it.each([
    ['10,000 characters', { text: 'あ'.repeat(10_000) }, 'BAD_USER_INPUT'],
    ['a NUL', { text: 'a\u0000b' }, 'BAD_USER_INPUT'],
    ['half of an emoji', { text: '\ud83d' }, 'BAD_USER_INPUT'],
    ['a stranger', { memberId: 'mem_0198a000-0000-7000-8000-000000000001' }, 'BAD_USER_INPUT'],
    ['an id of another kind', { memberId: 'grp_0198a000-0000-7000-8000-000000000001' }, 'NOT_FOUND'],
  ])('%s changes nothing', async (_what, change, code) => {
    const roundId = await open();
    const input = {
      roundId,
      lines: [
        { memberId: memberId(2), text: 'ひとこと' },
        { memberId: memberId(3), text: 'x', ...change },
      ],
    };
    expect(await here.clients[1]!.refusal(writeDocument, { input })).toBe(code);
    expect(await app.sql(`select from strength_line where tenant_id = $1`, [here.tenant.id])).toEqual([]);
  });

  it('oneself, and a name withheld among three, are refused', async () => {
    const roundId = await open();
    const lines = [{ memberId: memberId(1), text: '自分' }];
    expect(await here.clients[1]!.refusal(writeDocument, { input: { roundId, lines } })).toBe(
      'BAD_USER_INPUT',
    );
    here = await circle(app, 3);
    leader = here.clients[0]!;
    const small = await open();
    const hidden = [{ memberId: memberId(2), text: '無記名', signed: false }];
    expect(await here.clients[1]!.refusal(writeDocument, { input: { roundId: small, lines: hidden } })).toBe(
      'TOO_FEW_FOR_ANONYMITY',
    );
    here = await circle(app, 2);
    expect(await here.clients[0]!.refusal(openDocument, { id: group() })).toBe('TOO_FEW_PEOPLE');
  });
});
