import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { notificationsTopic } from '../../notifications/push-live.job.js';
import {
  bare,
  differences,
  expectSame,
  PermutedWorld,
  shownBy,
  type Lived,
} from '../../platform/testing/permuted-world.js';
import { Postbox } from '../../platform/testing/postbox.js';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import { circle, type Circle } from '../requests/support-request.factory.js';

/**
 * Four people write without a name, in two rounds that end by themselves; each world gives the same lines to other writers. What all who
 * write neither are told must be the same, and no row may differ but what is still held for the next round.
 */
let app: TestApp;
let postbox: Postbox;
let here: Circle;
let world: PermutedWorld;
let firstRound: string;

const day = 24;
const writers = [1, 2, 3, 4];
/** What each writer writes, about whom. Members with three lines get them; lines for those with one or two are held. */
const linesByWriter: readonly Readonly<Record<number, string>>[] = [
  { 0: 'よく聞いてくれる', 5: '段取りがうまい', 6: '字がきれい' },
  { 0: '決めるのが早い', 5: '約束を守る' },
  { 0: '声が明るい', 7: '数字に強い' },
  { 5: '気前がいい', 7: 'よく気がつく' },
];
const later: readonly Readonly<Record<number, string>>[] = [{}, { 6: '挨拶がいい' }, { 6: '手が速い' }, {}];

const open = `mutation ($id: ID!) { openStrengths(groupId: $id) { id } }`;
const write = `mutation ($input: WriteStrengthsInput!) { writeStrengths(input: $input) { id } }`;
const group = () => publicId('Group', here.groupId);
const openRound = async (): Promise<string> =>
  (await here.clients[0]!.ask<{ openStrengths: { id: string } }>(open, { id: group() })).openStrengths.id;

beforeAll(async () => {
  postbox = await Postbox.open();
  app = await startApp({ SMTP_URL: postbox.url });
  here = await circle(app, 8);
  firstRound = await openRound();
  world = await PermutedWorld.keep({
    ...here,
    app,
    postbox,
    look,
    known: [
      [here.groupId, 'the group'],
      [bare(firstRound), 'the first round'],
    ],
    heardByAll: [],
    heardBy: ({ tenantId, memberId }) => [notificationsTopic(tenantId, memberId)],
  });
}, 300_000);
afterAll(async () => {
  await app?.stop();
  await postbox?.close();
});

/** All that one member's pages show of strengths. What is their own until the end stands by itself. */
async function look(client: TestClient): Promise<string[]> {
  const round = `id open closesAt mayBeUnsigned group { id }`;
  const ids = { group: group(), round: firstRound };
  const rounds = await client.query<unknown>(
    `query ($group: ID!, $round: ID!) {
       group: node(id: $group) { ... on Group { mayOpenStrengths strengthsRound { ${round} } memberships { member { id } version } } }
       round: node(id: $round) { ... on StrengthsRound { ${round} } }
       facilitatorOverview(groupId: $group) { quietMembers { member { id } since } } giveAndTake { helped wasHelped } }`,
    ids,
  );
  const { strengthsReceived } = await client.ask<{ strengthsReceived: { edges: { node: object }[] } }>(
    `{ strengthsReceived(first: 50) { edges { node { id text createdAt from { id } } } } }`,
  );
  const own = `peers { member { id } text signed version }`;
  const mine = await client.query<unknown>(
    `query ($group: ID!) { node(id: $group) { ... on Group { strengthsRound { ${own} } strengthsHeld { id ${own} } } } }`,
    { group: ids.group },
  );
  // They come in an order drawn by lot, and so do their ids.
  const received = strengthsReceived.edges.map(({ node }) => world.inWords(JSON.stringify(node))).sort();
  return [shownBy(rounds), `received ${received.join()}`, `own ${shownBy(mine)}`];
}

/** Two rounds in which these people, one after the other, write the lines. */
const live = (order: readonly number[], signed = false): Promise<Lived> =>
  world.live(async (after) => {
    const all = async (roundId: string, lines: typeof linesByWriter) => {
      for (const [writer, about] of lines.entries()) {
        const input = {
          roundId,
          idempotencyKey: `writer ${writer}`,
          lines: Object.entries(about).map(([n, text]) => ({
            memberId: publicId('Member', here.members[Number(n)]!.memberId),
            text,
            signed,
          })),
        };
        if (input.lines.length > 0) await here.clients[order[writer]!]!.ask(write, { input });
        await app.advance(3600);
      }
    };
    await after(1);
    await all(firstRound, linesByWriter);
    // The last line is given within the day in which it was written.
    await after(20.5 * day);
    await after(day);
    await all(await openRound(), later);
    await after(22 * day);
    await after(day);
    await after(0);
  });

const notOwn = (line: string) => !line.startsWith('own ');
const notHeld = (row: string) => !row.startsWith('strength_line ');

describe('a line without a name, by any of them', () => {
  const worlds: Lived[] = [];
  beforeAll(async () => {
    for (const order of [writers, [2, 3, 4, 1], [4, 3, 2, 1]]) worlds.push(await live(order));
  }, 300_000);

  it('something happens at all: lines are given, held, given in the next round, and told of by mail', () => {
    const { told, rows } = worlds[0]!;
    const of = (n: number) => told[n]!.filter(notOwn).join('\n');
    for (const text of ['よく聞いてくれる', '決めるのが早い', '声が明るい']) expect(of(0)).toContain(text);
    for (const text of ['字がきれい', '挨拶がいい', '手が速い']) expect(of(6)).toContain(text);
    expect(of(7)).not.toContain('数字に強い');
    expect(told[3]!.join('\n')).toContain('数字に強い');
    expect(of(0)).toContain('strengths.received');
    expect(of(5)).toMatch(/^mail /m);
    expect(of(5)).toMatch(/^live notifications:/m);
    expect(rows.filter((row) => !notHeld(row))).toHaveLength(2);
    expect(rows.filter((row) => row.startsWith('strength '))).toHaveLength(9);
  });

  it.each([1, 2])('all readers are told the same (world %i)', (n) => {
    for (const one of here.members.keys())
      expectSame(worlds[0]!.told[one]!.filter(notOwn), worlds[n]!.told[one]!.filter(notOwn));
    for (const one of [0, 5, 6, 7]) expectSame(worlds[0]!.told[one]!, worlds[n]!.told[one]!);
  });

  it.each([1, 2])(
    'what stands in any table is the same, of those who wrote too, but what is held (world %i)',
    (n) => expectSame(worlds[0]!.rows.filter(notHeld), worlds[n]!.rows.filter(notHeld)),
  );
});

describe('a line that is signed', () => {
  it('is seen by the comparison: it sees what there is to see', async () => {
    const [one, other] = [await live(writers, true), await live([2, 3, 4, 1], true)];
    for (const n of [0, 5, 6, 7]) expect(differences(one.told[n]!, other.told[n]!)).not.toEqual([]);
    expect(differences(one.rows.filter(notHeld), other.rows.filter(notHeld))).not.toEqual([]);
  }, 300_000);
});
