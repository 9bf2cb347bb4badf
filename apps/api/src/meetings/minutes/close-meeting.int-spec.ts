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
    plan(here.groupId, evening, { rule: 'FREQ=WEEKLY;INTERVAL=4;COUNT=2' }),
  ));
});

interface Minutes {
  readonly title: string;
  readonly decisions: string[];
  readonly made: { owner: string; statement: string }[];
  readonly settled: { owner: string; statement: string; status: string }[];
  readonly edition: number;
  readonly hash: string;
  readonly intact: boolean;
  readonly corrections: { text: string; author: { id: string } }[];
}
const minutesFields = `minutes { title present invited decisions made { owner statement dueOn } settled { owner statement status }
  edition hash intact corrections { text author { id } } }`;
const closeMutation = `mutation ($input: CloseMeetingInput!) { closeMeeting(input: $input) { id status viewerCanReopen ${minutesFields} } }`;
const reopenMutation = `mutation ($id: ID!) { reopenMeeting(meetingId: $id) { status } }`;
const correctMutation = `mutation ($input: CorrectMinutesInput!) { correctMinutes(input: $input) { ${minutesFields} } }`;
const roundFields = `closingRound { open takesPart asksOneYearLater plus delta takeAway goal goalWanted oneYearLater version safety { spoke safe heard } }`;
const answerMutation = `mutation ($input: ClosingRoundInput!) { answerClosingRound(input: $input) { ${roundFields} } }`;

const first = () => meetings[0]!.id;
const start = () =>
  facilitator.ask(`mutation ($id: ID!) { startMeeting(meetingId: $id) { id } }`, { id: first() });
const close = async (decisions: string[] = [], key: string | null = null) =>
  (
    await facilitator.ask<{ closeMeeting: { status: string; minutes: Minutes; viewerCanReopen: boolean } }>(
      closeMutation,
      { input: { meetingId: first(), decisions, idempotencyKey: key } },
    )
  ).closeMeeting;
const commit = async (client: TestClient, statement: string) =>
  (
    await client.ask<{ makeCommitment: { id: string } }>(
      `mutation ($input: MakeCommitmentInput!) { makeCommitment(input: $input) { id } }`,
      { input: { meetingId: first(), statement } },
    )
  ).makeCommitment.id;
const seen = async <T>(client: TestClient, fields: string, id = first()) =>
  (
    await client.ask<{ node: T | null }>(
      `query ($id: ID!) { node(id: $id) { ... on Meeting { ${fields} } } }`,
      {
        id,
      },
    )
  ).node!;
const answer = (client: TestClient, input: object) =>
  client.ask<{ answerClosingRound: { closingRound: Record<string, unknown> } }>(answerMutation, {
    input: { meetingId: first(), ...input },
  });
const mails = (kind: string) =>
  app.sql<{ member_id: string }>(`select member_id from mail_message where tenant_id = $1 and kind = $2`, [
    here.tenant.id,
    kind,
  ]);
const idOf = (who: keyof Circle['people']) => here.people[who].memberId;
const pass = async (days: number) => {
  await app.advance(days * 86_400);
  await app.drain();
};

describe('closing', () => {
  it('seals decisions, next steps and what became of earlier ones, and nothing else', async () => {
    await start();
    const kept = await commit(quiet, '帳簿の整理');
    await facilitator.ask(
      `mutation ($input: SettleCommitmentInput!) { settleCommitment(input: $input) { id } }`,
      { input: { commitmentId: kept, status: 'DROPPED', reason: '家族の病気で' } },
    );
    await commit(member, '見積書をつくる');
    const { status, minutes, viewerCanReopen } = await close(['次回は工場を見学', '会費は据え置き'], 'k');
    expect([status, viewerCanReopen]).toEqual(['CLOSED', true]);
    expect(minutes).toMatchObject({
      decisions: ['次回は工場を見学', '会費は据え置き'],
      made: [
        { owner: '鈴木 静', statement: '帳簿の整理' },
        { owner: '山田 花子', statement: '見積書をつくる' },
      ],
      settled: [{ owner: '鈴木 静', statement: '帳簿の整理', status: 'DROPPED' }],
      edition: 1,
      intact: true,
      corrections: [],
    });
    expect(JSON.stringify(minutes)).not.toContain('家族の病気');
    expect((await close(['次回は工場を見学', '会費は据え置き'], 'k')).minutes.hash).toBe(minutes.hash);
    expect(await facilitator.refusal(closeMutation, { input: { meetingId: first() } })).toBe('MEETING_OVER');
  });

  it('comes after the meeting: open, or on paper and past its end', async () => {
    expect(await facilitator.refusal(closeMutation, { input: { meetingId: first() } })).toBe(
      'MEETING_NOT_STARTED',
    );
    await pass(22);
    expect((await close(['紙で開きました'])).status).toBe('CLOSED');
  });

  it('is undone for ten minutes by the member who did it; the minutes then have a second edition', async () => {
    await start();
    const before = (await close(['まちがい'])).minutes;
    expect(await member.refusal(reopenMutation, { id: first() })).toBe('FORBIDDEN');
    await facilitator.ask(reopenMutation, { id: first() });
    expect(await seen(member, `status minutes { hash }`)).toEqual({ status: 'OPEN', minutes: null });
    const again = (await close(['追加の決定'])).minutes;
    expect([again.edition, again.decisions]).toEqual([2, ['まちがい', '追加の決定']]);
    expect(again.hash).not.toBe(before.hash);
    await app.advance(11 * 60);
    expect(await facilitator.refusal(reopenMutation, { id: first() })).toBe('MINUTES_SEALED');
  });

  it('refuses to change what was sealed, and takes corrections below it', async () => {
    await start();
    const { minutes } = await close(['決定']);
    const withdraw = `mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) { id } }`;
    expect(await facilitator.refusal(withdraw, { input: { meetingId: first(), text: '後から' } })).toBe(
      'MINUTES_SEALED',
    );
    for (const role of ['app_rt', 'worker_rt'])
      expect(
        await app.sql(`select has_table_privilege($1, 'public.meeting_minutes', 'update') as can`, [role]),
      ).toEqual([{ can: false }]);
    const input = { meetingId: first(), text: '正しくは来月です', idempotencyKey: 'c' };
    await member.ask(correctMutation, { input });
    await member.ask(correctMutation, { input });
    const after = await seen<{ minutes: Minutes }>(quiet, minutesFields);
    expect(after.minutes).toMatchObject({
      hash: minutes.hash,
      intact: true,
      corrections: [{ text: '正しくは来月です', author: { id: publicId('Member', idOf('member')) } }],
    });
    for (const text of ['', 'あ'.repeat(10_000), 'a\u0000'])
      expect(await member.refusal(correctMutation, { input: { meetingId: first(), text } })).toBe(
        'BAD_USER_INPUT',
      );
  });

  it('two who close at once close it once', async () => {
    await start();
    const codes = await Promise.all(
      [1, 2].map(() =>
        facilitator.refusal(closeMutation, { input: { meetingId: first(), decisions: ['同じ'] } }),
      ),
    );
    expect(codes.sort()).toEqual(['MEETING_OVER', 'no error']);
    expect((await seen<{ minutes: Minutes }>(member, minutesFields)).minutes.decisions).toEqual(['同じ']);
  });

  it('is no one else’s business, and a newcomer reads nothing from before', async () => {
    await start();
    const { neighbour, stranger, office } = here.clients;
    const attempt = { input: { meetingId: first() } };
    for (const client of [neighbour, stranger])
      expect(await client.refusal(closeMutation, attempt)).toBe('NOT_FOUND');
    expect(await office.refusal(closeMutation, attempt)).toBe('FORBIDDEN');
    expect(await member.refusal(closeMutation, attempt)).toBe('FORBIDDEN');
    await close(['内密の決定']);
    const newcomer = await app.member(here.tenant, { name: '新井 新' });
    await app.join(here.groupId, newcomer);
    for (const client of [office, await app.as(newcomer)]) {
      expect(await seen(client, minutesFields)).toEqual({ minutes: null });
      const input = { meetingId: first(), text: '訂正' };
      expect(await client.refusal(correctMutation, { input })).toMatch(/NOT_FOUND|FORBIDDEN/);
    }
    for (const client of [neighbour, stranger]) {
      expect(await client.refusal(correctMutation, { input: { meetingId: first(), text: '訂正' } })).toBe(
        'NOT_FOUND',
      );
      expect(await client.refusal(reopenMutation, { id: first() })).toBe('NOT_FOUND');
      expect(await client.refusal(answerMutation, { input: { meetingId: first(), plus: 'x' } })).toBe(
        'NOT_FOUND',
      );
    }
    expect(await office.refusal(answerMutation, { input: { meetingId: first(), plus: 'x' } })).toBe(
      'FORBIDDEN',
    );
  });
});

describe('the closing round', () => {
  const said = {
    plus: '正直に話せた',
    delta: '時間が足りない',
    takeAway: '値決めの考え方',
    goal: '客単価を上げる',
  };
  it('is one’s own to change for a week; what to change goes to the facilitators alone', async () => {
    await start();
    expect(await member.refusal(answerMutation, { input: { meetingId: first(), ...said } })).toBe(
      'CLOSING_ROUND_OVER',
    );
    await close();
    await answer(member, { ...said, goalWanted: 'APPRAISAL', safety: { spoke: 4, safe: 5, heard: 5 } });
    const { answerClosingRound } = await answer(member, { ...said, plus: ' ', goalWanted: 'APPRAISAL' });
    expect(answerClosingRound.closingRound).toMatchObject({
      open: true,
      plus: null,
      delta: said.delta,
      goal: said.goal,
      goalWanted: 'APPRAISAL',
      safety: null,
    });
    const kinds = async (client: TestClient) =>
      (
        await seen<{ reflections: { kind: string }[] }>(client, `reflections { kind member { id } }`)
      ).reflections
        .map(({ kind }) => kind)
        .sort();
    expect(await kinds(quiet)).toEqual(['TAKE_AWAY']);
    expect(await kinds(facilitator)).toEqual(['DELTA', 'TAKE_AWAY']);
    expect(await kinds(here.clients.office)).toEqual([]);
    const goals = `goals { text wanted owner { id } }`;
    expect(await seen(quiet, goals, meetings[1]!.id)).toEqual({
      goals: [{ text: said.goal, wanted: 'APPRAISAL', owner: { id: publicId('Member', idOf('member')) } }],
    });
    expect(await member.ask(`{ myGoals { text } }`)).toEqual({ myGoals: [{ text: said.goal }] });
    await pass(8);
    expect(await member.refusal(answerMutation, { input: { meetingId: first() } })).toBe(
      'CLOSING_ROUND_OVER',
    );
  });

  it('in two tabs: the second learns of the first, and overwrites nothing', async () => {
    await start();
    await close();
    const write = (takeAway: string, expectedVersion: number) =>
      member.refusal(answerMutation, { input: { meetingId: first(), takeAway, expectedVersion } });
    const codes = await Promise.all([write('一つめ', 0), write('一つめ', 0)]);
    expect(codes).toEqual(['no error', 'no error']);
    expect(await write('古い画面から', 0)).toBe('CONFLICT');
    expect(await seen(member, roundFields)).toMatchObject({
      closingRound: { takeAway: '一つめ', version: 1 },
    });
    expect(await write('見たうえで', 1)).toBe('no error');
    await answer(member, { takeAway: '版を言わずに' });
    expect(await seen(member, roundFields)).toMatchObject({ closingRound: { version: 3 } });
    expect(await seen(quiet, roundFields)).toMatchObject({ closingRound: { version: 0 } });
  });

  test.each([
    ['ten thousand characters', { plus: 'あ'.repeat(10_000) }],
    ['a NUL', { goal: 'a\u0000' }],
    ['a six', { safety: { spoke: 6, safe: 1, heard: 1 } }],
    ['a year later without having sat there', { oneYearLater: true }],
  ])('refuses %s and keeps nothing', async (_, input) => {
    await start();
    await close();
    expect(
      await member.refusal(answerMutation, { input: { meetingId: first(), takeAway: 'a', ...input } }),
    ).toBe('BAD_USER_INPUT');
    expect(await app.sql(`select * from meeting_reflection where tenant_id = $1`, [here.tenant.id])).toEqual(
      [],
    );
  });

  it('shows how safe it felt from five people on, and then not one more', async () => {
    const others = await app.members(here.tenant, [{ name: '四' }, { name: '五' }, { name: '六' }]);
    for (const one of others) await app.join(here.groupId, one);
    const people = [facilitator, member, quiet, ...(await Promise.all(others.map((one) => app.as(one))))];
    await start();
    await close();
    const shown = async () =>
      (
        await quiet.ask<{ node: { safety: object | null } }>(
          `query ($id: ID!) { node(id: $id) { ... on Group { safety { n spoke safe heard } } } }`,
          { id: publicId('Group', here.groupId) },
        )
      ).node.safety;
    for (const [i, person] of people.entries()) {
      await answer(person, { safety: { spoke: i === 5 ? 1 : 5, safe: 4, heard: 3 } });
      await app.drain();
      expect(await shown()).toEqual(i < 4 ? null : { n: 5, spoke: 5, safe: 4, heard: 3 });
    }
    const rows = await app.sql(`select * from meeting_safety where tenant_id = $1`, [here.tenant.id]);
    expect(rows).toHaveLength(6);
  });
});

describe('what follows', () => {
  it('a link to the summary the next morning at eight, for those still there', async () => {
    await start();
    await close();
    await app.drain();
    await facilitator.ask(
      `mutation ($g: ID!, $m: ID!) { removeGroupMember(groupId: $g, memberId: $m) { id } }`,
      {
        g: publicId('Group', here.groupId),
        m: publicId('Member', idOf('quiet')),
      },
    );
    await pass(2);
    expect((await mails('meeting.summary')).map((row) => row.member_id).sort()).toEqual(
      [idOf('facilitator'), idOf('member')].sort(),
    );
    const [timer] = await app.sql<{ due: string }>(
      `select to_char(due_at at time zone 'Asia/Tokyo', 'HH24:MI') as due from timer where tenant_id = $1 and name = 'meeting.summary'`,
      [here.tenant.id],
    );
    expect(timer!.due).toBe('08:00');
  });

  it('a reminder the day before, once, moved with what is carried, silent after settling', async () => {
    const mine = await commit(member, '見積書をつくる');
    const done = await commit(quiet, '帳簿の整理');
    await app.drain();
    await quiet.ask(`mutation ($input: SettleCommitmentInput!) { settleCommitment(input: $input) { id } }`, {
      input: { commitmentId: done, status: 'KEPT' },
    });
    const due = async () => (await mails('commitment.due')).map((row) => row.member_id);
    await app.drain();
    await pass(47.5);
    expect(await due()).toEqual([idOf('member')]);
    await pass(0);
    const [{ later } = { later: '' }] = await app.sql<{ later: string }>(
      `select (due_on::date + 10)::text as later from commitment where tenant_id = $1 and status = 'OPEN'`,
      [here.tenant.id],
    );
    await member.ask(`mutation ($input: SettleCommitmentInput!) { settleCommitment(input: $input) { id } }`, {
      input: { commitmentId: mine, status: 'CARRIED', dueOn: later },
    });
    await app.drain();
    await pass(9);
    expect(await due()).toEqual([idOf('member')]);
    await pass(1);
    expect(await due()).toEqual([idOf('member'), idOf('member')]);
  });

  it('members who had something written down for them are told', async () => {
    await facilitator.ask(
      `mutation ($input: MakeCommitmentInput!) { makeCommitment(input: $input) { id } }`,
      {
        input: { meetingId: first(), statement: '電話する', ownerId: publicId('Member', idOf('quiet')) },
      },
    );
    await commit(member, '自分で');
    await app.drain();
    expect((await mails('commitment.made')).map((row) => row.member_id)).toEqual([idOf('quiet')]);
  });

  it('the hot seat comes back after a year where its owner agreed', async () => {
    const topic = async (client: TestClient) =>
      (
        await client.ask<{ proposeTopic: { id: string } }>(
          `mutation ($input: ProposeTopicInput!) { proposeTopic(input: $input) { id } }`,
          { input: { meetingId: first(), title: '後継ぎのこと' } },
        )
      ).proposeTopic.id;
    const [one, two] = [await topic(member), await topic(quiet)];
    for (const [topicId, who] of [
      [one, 'member'],
      [two, 'quiet'],
    ] as const)
      await app.sql(
        `insert into meeting_hot_seat (tenant_id, meeting_id, topic_id, group_id, member_id, taken_by, taken_at)
         values ($1, $2, $3, $4, $5, $5, app.now())`,
        [here.tenant.id, first().slice(4), topicId.slice(4), here.groupId, idOf(who)],
      );
    await start();
    await close();
    expect(await seen(member, roundFields)).toMatchObject({ closingRound: { asksOneYearLater: true } });
    expect(await seen(facilitator, roundFields)).toMatchObject({ closingRound: { asksOneYearLater: false } });
    await answer(member, { oneYearLater: true });
    await answer(quiet, { oneYearLater: true });
    await answer(quiet, { oneYearLater: false });
    await pass(300);
    expect(await mails('meeting.one-year-later')).toEqual([]);
    member = await app.as(here.people.member);
    expect(await lookBacks(member)).toEqual([]);
    await pass(100);
    const signIn = (who: keyof Circle['people']) => app.as(here.people[who]);
    [member, quiet, facilitator] = await Promise.all([
      signIn('member'),
      signIn('quiet'),
      signIn('facilitator'),
    ]);
    expect((await mails('meeting.one-year-later')).map((row) => row.member_id)).toEqual([idOf('member')]);
    // No meeting is to come: there is nowhere to bring it to.
    expect(await lookBacks(member)).toEqual([{ topic: { id: one }, again: null, nextId: null }]);
    expect(await member.refusal(bringBack, { id: one })).toBe('NOT_FOUND');
    const [next] = (await schedule(facilitator, plan(here.groupId, await eveningIn(app, 10)))).meetings;
    for (const client of [await signIn('neighbour'), await signIn('stranger')])
      expect(await client.refusal(bringBack, { id: one })).toBe('NOT_FOUND');
    const office = await signIn('office');
    for (const client of [quiet, facilitator, office]) {
      expect(await client.refusal(bringBack, { id: one })).toMatch(/FORBIDDEN|NOT_FOUND/);
      expect(await lookBacks(client)).toEqual([]);
    }
    expect(await quiet.refusal(bringBack, { id: two })).toBe('FORBIDDEN');
    for (const forged of ['top_x', one.replace(/^[a-z]+/, 'mtg'), ''])
      expect(await member.refusal(bringBack, { id: forged })).toBe('NOT_FOUND');
    // Two taps are one topic, which can be taken back and brought again.
    await Promise.all([member.ask(bringBack, { id: one }), member.ask(bringBack, { id: one })]);
    const [{ again }] = (await lookBacks(member)) as [{ again: { id: string } }];
    expect(await seen(quiet, `topics { id title taken }`, next!.id)).toEqual({
      topics: [{ id: again.id, title: '後継ぎのこと', taken: false }],
    });
    await member.ask(`mutation ($id: ID!) { withdrawTopic(topicId: $id) }`, { id: again.id });
    expect(await lookBacks(member)).toEqual([{ topic: { id: one }, again: null, nextId: next!.id }]);
    await member.ask(bringBack, { id: one });
    await facilitator.ask(`mutation ($id: ID!) { cancelMeeting(meetingId: $id) { id } }`, { id: next!.id });
    expect(await lookBacks(member)).toMatchObject([{ again: null, nextId: null }]);
  });
  const bringBack = `mutation ($id: ID!) { bringTopicBack(topicId: $id) { id } }`;
  const lookBacks = async (client: TestClient) =>
    (await seen<{ lookBacks: object[] } | null>(client, `lookBacks { topic { id } again { id } nextId }`))
      ?.lookBacks ?? [];
});
