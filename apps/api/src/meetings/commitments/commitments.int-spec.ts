import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import {
  circle,
  eveningIn,
  plan,
  schedule,
  type Circle,
  type SeenMeeting,
} from '../meeting/meetings.factory.js';

let app: TestApp;
let here: Circle;
let meetings: SeenMeeting[];
let facilitator: TestClient, member: TestClient, quiet: TestClient;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());
beforeEach(async () => {
  here = await circle(app);
  ({ facilitator, member, quiet } = here.clients);
  const evening = await eveningIn(app, 20);
  ({ meetings } = await schedule(
    facilitator,
    plan(here.groupId, evening, { rule: 'FREQ=WEEKLY;INTERVAL=4;COUNT=3' }),
  ));
});

interface Seen {
  readonly id: string;
  readonly owner: { readonly id: string };
  readonly statement: string;
  readonly dueOn: string;
  readonly status: string;
  readonly reason: string | null;
  readonly version: number;
  readonly viewerCan: { readonly settle: boolean; readonly edit: boolean };
}
const fields = `id owner { id } statement dueOn status open reason version viewerCan { settle edit }`;
const editMutation = `mutation ($input: EditCommitmentInput!) { editCommitment(input: $input) { ${fields} } }`;
const makeMutation = `mutation ($input: MakeCommitmentInput!) { makeCommitment(input: $input) { ${fields} } }`;
const settleMutation = `mutation ($input: SettleCommitmentInput!) { settleCommitment(input: $input) { ${fields} } }`;
const make = async (client: TestClient, input: object = {}) =>
  (
    await client.ask<{ makeCommitment: Seen }>(makeMutation, {
      input: { meetingId: meetings[0]!.id, statement: '見積書をつくる', ...input },
    })
  ).makeCommitment;
const settle = async (client: TestClient, commitmentId: string, status: string, more: object = {}) =>
  (
    await client.ask<{ settleCommitment: Seen }>(settleMutation, {
      input: { commitmentId, status, ...more },
    })
  ).settleCommitment;
const on = async (client: TestClient, meetingId: string): Promise<Seen[]> =>
  (
    await client.ask<{ node: { commitments: Seen[] } | null }>(
      `query ($id: ID!) { node(id: $id) { ... on Meeting { commitments { ${fields} } } } }`,
      { id: meetingId },
    )
  ).node!.commitments;
const node = async (client: TestClient, id: string) =>
  (
    await client.ask<{ node: Seen | null }>(
      `query ($id: ID!) { node(id: $id) { ... on Commitment { ${fields} } } }`,
      { id },
    )
  ).node;
const mine = async (client: TestClient) =>
  (
    await client.ask<{ myCommitments: { open: { id: string }[]; settled: number; kept: number } }>(
      `{ myCommitments { open { id } settled kept } }`,
    )
  ).myCommitments;
const idOf = (who: keyof Circle['people']) => publicId('Member', here.people[who].memberId);
const day = (meeting: SeenMeeting) => meeting.startsAtLocal.slice(0, 10);
const after = async (meeting: SeenMeeting) => {
  const now = await app.advance(0);
  await app.advance((Date.parse(meeting.startsAt) - now.getTime()) / 1000 + 3 * 3600);
  await app.drain();
};

describe('commitments', () => {
  it('are made for the next meeting, by oneself, and by the facilitator for a member', async () => {
    const own = await make(member, { idempotencyKey: 'one' });
    expect(own).toMatchObject({ owner: { id: idOf('member') }, status: 'OPEN', dueOn: day(meetings[1]!) });
    expect((await make(member, { idempotencyKey: 'one' })).id).toBe(own.id);
    const forQuiet = await make(facilitator, { ownerId: idOf('quiet'), dueOn: day(meetings[2]!) });
    expect(forQuiet).toMatchObject({ owner: { id: idOf('quiet') }, dueOn: day(meetings[2]!) });
    expect((await on(quiet, meetings[0]!.id)).map(({ id, viewerCan }) => [id, viewerCan.settle])).toEqual([
      [own.id, false],
      [forQuiet.id, true],
    ]);
  });

  it('stand on the next meeting as long as they are open', async () => {
    const { id } = await make(member);
    const kept = await make(quiet);
    expect(await on(member, meetings[1]!.id)).toEqual([]);
    await settle(quiet, kept.id, 'KEPT');
    await after(meetings[0]!);
    expect((await on(facilitator, meetings[1]!.id)).map((one) => one.id)).toEqual([id]);
    const carried = await settle(facilitator, id, 'CARRIED', { reason: '棚卸しのあとで' });
    expect(carried).toMatchObject({ id, status: 'CARRIED', open: true, dueOn: day(meetings[2]!) });
    await after(meetings[1]!);
    expect((await on(quiet, meetings[2]!.id)).map((one) => one.id)).toEqual([id]);
    expect(await mine(member)).toEqual({ open: [{ id }], settled: 0, kept: 0 });
    await settle(member, id, 'PARTLY');
    expect(await on(quiet, meetings[2]!.id)).toEqual([]);
    expect(await mine(member)).toEqual({ open: [], settled: 1, kept: 0 });
    expect(await mine(quiet)).toEqual({ open: [], settled: 1, kept: 1 });
  });

  it('can be taken back after a wrong tap, and keep their history', async () => {
    const { id, dueOn } = await make(member);
    await settle(member, id, 'CARRIED');
    expect(await settle(member, id, 'OPEN')).toMatchObject({ status: 'OPEN', dueOn });
    await settle(member, id, 'DROPPED', { reason: '取引先が変わりました' });
    const rows = await app.sql<{ status: string }>(
      `select status from commitment_settlement where commitment_id = $1 order by at, id`,
      [id.slice(4)],
    );
    expect(rows.map(({ status }) => status)).toEqual(['CARRIED', 'OPEN', 'DROPPED']);
  });

  it('are for the people of today while open, and stay with those who were there when settled', async () => {
    const [open, settled] = [await make(member), await make(member, { statement: '内密の話' })];
    await settle(member, settled.id, 'KEPT');
    const newcomer = await app.member(here.tenant, { name: '新井 新' });
    await app.join(here.groupId, newcomer);
    const client = await app.as(newcomer);
    expect([await node(client, open.id), await node(client, settled.id)]).toEqual([
      expect.objectContaining({ id: open.id }),
      null,
    ]);
    expect((await on(client, meetings[0]!.id)).map(({ id }) => id)).toEqual([open.id]);
    await settle(facilitator, open.id, 'KEPT');
    expect(await node(client, open.id)).toMatchObject({ status: 'KEPT' });
  });

  it('leave with their owner, who keeps seeing them', async () => {
    const { id } = await make(member);
    await facilitator.ask(
      `mutation ($g: ID!, $m: ID!) { removeGroupMember(groupId: $g, memberId: $m) { id } }`,
      {
        g: publicId('Group', here.groupId),
        m: idOf('member'),
      },
    );
    expect(await on(facilitator, meetings[0]!.id)).toEqual([]);
    expect(await node(member, id)).toMatchObject({ id, viewerCan: { settle: false, edit: false } });
    expect((await mine(member)).open).toEqual([]);
    expect(await member.refusal(settleMutation, { input: { commitmentId: id, status: 'KEPT' } })).toBe(
      'NOT_FOUND',
    );
  });

  it('tell the group an average from five people on', async () => {
    const average = async () =>
      (
        await member.ask<{ node: { commitmentAverage: object | null } }>(
          `query ($id: ID!) { node(id: $id) { ... on Group { commitmentAverage { people settled kept } } } }`,
          { id: publicId('Group', here.groupId) },
        )
      ).node.commitmentAverage;
    const more = await app.members(here.tenant, [{ name: '四' }, { name: '五' }]);
    for (const one of more) await app.join(here.groupId, one);
    const people = [facilitator, member, quiet, ...(await Promise.all(more.map((one) => app.as(one))))];
    for (const [i, person] of people.entries()) {
      expect(await average()).toBeNull();
      await settle(person, (await make(person)).id, i === 0 ? 'KEPT' : 'PARTLY');
    }
    expect(await average()).toEqual({ people: 5, settled: 1, kept: 0.2 });
  });
});

describe('mending one', () => {
  const edit = async (client: TestClient, commitmentId: string, changes: object) =>
    (await client.ask<{ editCommitment: Seen }>(editMutation, { input: { commitmentId, ...changes } }))
      .editCommitment;
  const refused = (client: TestClient, commitmentId: string, changes: object = { statement: '別のこと' }) =>
    client.refusal(editMutation, { input: { commitmentId, ...changes } });
  const start = () =>
    facilitator.ask(`mutation ($id: ID!) { startMeeting(meetingId: $id) { id } }`, { id: meetings[0]!.id });
  const close = () =>
    facilitator.ask(`mutation ($input: CloseMeetingInput!) { closeMeeting(input: $input) { id } }`, {
      input: { meetingId: meetings[0]!.id },
    });

  it('its owner changes words and day, and the reminder moves along', async () => {
    const { id, version } = await make(member);
    await app.drain();
    const due = async () =>
      (
        await app.sql<{ day: string }>(
          `select to_char(due_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as day from timer
           where tenant_id = $1 and name = 'commitment.due' and state = 'DUE'`,
          [here.tenant.id],
        )
      ).map((row) => row.day);
    const [before] = await due();
    const edited = await edit(member, id, {
      statement: '見積書を出す🍵',
      dueOn: day(meetings[2]!),
      expectedVersion: version,
    });
    expect(edited).toMatchObject({
      statement: '見積書を出す🍵',
      dueOn: day(meetings[2]!),
      version: version + 1,
    });
    await app.drain();
    expect(await due()).toHaveLength(1);
    expect((await due())[0]! > before!).toBe(true);
    expect(await edit(member, id, { statement: '見積書' })).toMatchObject({ dueOn: day(meetings[2]!) });
  });

  it('who runs the meeting does until the minutes are sealed, and its owner afterwards too', async () => {
    await start();
    const { id } = await make(member);
    expect((await node(facilitator, id))!.viewerCan.edit).toBe(true);
    await edit(facilitator, id, { statement: '聞き違いを直す' });
    await close();
    expect((await node(facilitator, id))!.viewerCan).toEqual({ settle: true, edit: false });
    expect(await refused(facilitator, id)).toBe('FORBIDDEN');
    await edit(member, id, { dueOn: day(meetings[2]!) });
    const { minutes } = (
      await member.ask<{ node: { minutes: { made: object[] } } }>(
        `query ($id: ID!) { node(id: $id) { ... on Meeting { minutes { made { statement dueOn } } } } }`,
        { id: meetings[0]!.id },
      )
    ).node;
    expect(minutes.made).toEqual([{ statement: '聞き違いを直す', dueOn: day(meetings[1]!) }]);
  });

  it('two at once: one is heard, the other learns of it', async () => {
    const { id, version } = await make(member);
    const codes = await Promise.all(
      [member, facilitator].map((client, i) =>
        refused(client, id, { statement: ['同時に', 'ほぼ同時に'][i], expectedVersion: version }),
      ),
    );
    expect(codes.sort()).toEqual(['CONFLICT', 'no error']);
    expect((await node(member, id))!.version).toBe(version + 1);
  });

  it('not what was settled, not by others, and nothing that cannot stand there', async () => {
    const { id } = await make(member);
    const { neighbour, stranger, office } = here.clients;
    for (const client of [neighbour, stranger]) expect(await refused(client, id)).toBe('NOT_FOUND');
    expect(await refused(office, id)).toMatch(/NOT_FOUND|FORBIDDEN/);
    expect(await refused(quiet, id)).toBe('FORBIDDEN');
    for (const changes of [
      { statement: ' ' },
      { statement: 'あ'.repeat(10_000) },
      { statement: 'a\u0000b' },
      { dueOn: '2020-01-01' },
      { dueOn: '2026-02-30' },
    ])
      expect(await refused(member, id, changes)).toBe('BAD_USER_INPUT');
    for (const forged of ['cmt_x', id.replace('cmt', 'mtg'), ''])
      expect(await refused(member, forged)).toBe('NOT_FOUND');
    expect(await node(member, id)).toMatchObject({ statement: '見積書をつくる', version: 1 });
    await settle(member, id, 'KEPT');
    expect(await refused(member, id)).toBe('COMMITMENT_SETTLED');
  });
});

describe('what is refused', () => {
  const bad = async (client: TestClient, input: object) =>
    client.refusal(makeMutation, { input: { meetingId: meetings[0]!.id, statement: 'する', ...input } });
  const rows = () => app.sql(`select * from commitment where tenant_id = $1`, [here.tenant.id]);

  test.each([
    ['nothing said', { statement: ' ' }],
    ['ten thousand characters', { statement: 'あ'.repeat(10_000) }],
    ['a NUL', { statement: 'a\u0000b' }],
    ['a day that has been', { dueOn: '2020-01-01' }],
    ['a day that never was', { dueOn: '2026-02-30' }],
  ])('%s', async (_, input) => {
    expect(await bad(member, input)).toBe('BAD_USER_INPUT');
    expect(await rows()).toEqual([]);
  });

  it('takes an emoji for what it is', async () =>
    expect((await make(member, { statement: '🍵'.repeat(200) })).statement).toHaveLength(400));

  it('other groups, other organisations, the office, and people for people', async () => {
    const { neighbour, stranger, office } = here.clients;
    const { id } = await make(member);
    for (const client of [neighbour, stranger]) {
      expect(await bad(client, {})).toBe('NOT_FOUND');
      expect(await client.refusal(settleMutation, { input: { commitmentId: id, status: 'KEPT' } })).toBe(
        'NOT_FOUND',
      );
      expect(await node(client, id)).toBeNull();
    }
    expect(await bad(office, {})).toBe('FORBIDDEN');
    expect(await node(office, id)).toBeNull();
    expect(await on(office, meetings[0]!.id)).toEqual([]);
    expect(await bad(member, { ownerId: idOf('quiet') })).toBe('FORBIDDEN');
    expect(await bad(facilitator, { ownerId: idOf('neighbour') })).toBe('NOT_FOUND');
    expect(await bad(facilitator, { ownerId: idOf('stranger') })).toBe('NOT_FOUND');
    expect(await quiet.refusal(settleMutation, { input: { commitmentId: id, status: 'KEPT' } })).toBe(
      'FORBIDDEN',
    );
    for (const forged of ['cmt_x', id.replace('cmt', 'mtg'), ''])
      expect(await member.refusal(settleMutation, { input: { commitmentId: forged, status: 'KEPT' } })).toBe(
        'NOT_FOUND',
      );
    expect(await node(member, id)).toMatchObject({ status: 'OPEN', version: 1 });
  });

  it('two who say different things at once: one is heard, the other learns of it', async () => {
    const { id, version } = await make(member);
    const codes = await Promise.all([
      member.refusal(settleMutation, {
        input: { commitmentId: id, status: 'KEPT', expectedVersion: version },
      }),
      facilitator.refusal(settleMutation, {
        input: { commitmentId: id, status: 'PARTLY', expectedVersion: version },
      }),
    ]);
    expect(codes.sort()).toEqual(['CONFLICT', 'no error']);
    expect(
      (await app.sql(`select * from commitment_settlement where commitment_id = $1`, [id.slice(4)])).length,
    ).toBe(1);
  });

  it('giving up without a word', async () => {
    const { id } = await make(member);
    expect(await member.refusal(settleMutation, { input: { commitmentId: id, status: 'DROPPED' } })).toBe(
      'BAD_USER_INPUT',
    );
    expect(await member.refusal(settleMutation, { input: { commitmentId: id, status: 'OPEN' } })).toBe(
      'BAD_USER_INPUT',
    );
  });
});

describe('decisions', () => {
  const recordMutation = `mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) { id text recordedAt } }`;
  const withdrawMutation = `mutation ($id: ID!) { withdrawDecision(decisionId: $id) { id decisions { id } } }`;
  const input = (text: string, more: object = {}) => ({
    input: { meetingId: meetings[0]!.id, text, ...more },
  });
  const record = async (text: string, more: object = {}) =>
    (await facilitator.ask<{ recordDecision: { id: string } }>(recordMutation, input(text, more)))
      .recordDecision.id;
  const seen = async (client: TestClient) =>
    (
      await client.ask<{ node: { decisions: { text: string }[] } }>(
        `query ($id: ID!) { node(id: $id) { ... on Meeting { decisions { text } } } }`,
        { id: meetings[0]!.id },
      )
    ).node.decisions.map(({ text }) => text);

  it('are written down by the facilitator, read by the group, and can be taken away again', async () => {
    const first = await record('次回は工場を見学する', { idempotencyKey: 'd' });
    expect(await record('次回は工場を見学する', { idempotencyKey: 'd' })).toBe(first);
    const second = await record('会費は据え置き');
    expect(await seen(member)).toEqual(['次回は工場を見学する', '会費は据え置き']);
    await facilitator.ask(withdrawMutation, { id: second });
    expect(await seen(quiet)).toEqual(['次回は工場を見学する']);
    expect(await facilitator.refusal(withdrawMutation, { id: second })).toBe('NOT_FOUND');
  });

  it('are no one else’s', async () => {
    const { neighbour, stranger, office } = here.clients;
    const id = await record('内密の決定');
    expect([
      await member.refusal(recordMutation, input('勝手に')),
      await member.refusal(withdrawMutation, { id }),
    ]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect([
      await office.refusal(recordMutation, input('事務局が')),
      await office.refusal(withdrawMutation, { id }),
    ]).toEqual(['FORBIDDEN', 'NOT_FOUND']);
    for (const client of [neighbour, stranger])
      expect([
        await client.refusal(recordMutation, input('よそから')),
        await client.refusal(withdrawMutation, { id }),
      ]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    for (const text of [' ', 'あ'.repeat(10_000), 'a\u0000b'])
      expect(await facilitator.refusal(recordMutation, input(text))).toBe('BAD_USER_INPUT');
    expect(await seen(office)).toEqual([]);
    expect(await seen(member)).toEqual(['内密の決定']);
  });
});
