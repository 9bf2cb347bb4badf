import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { v7 as uuidv7 } from 'uuid';
import {
  startApp,
  type TestApp,
  type TestClient,
  type TestMember,
} from '../../platform/testing/start-app.js';
import {
  cancelMutation,
  circle,
  eveningIn,
  hoursBefore,
  plan,
  rescheduleMutation,
  rsvpMutation,
  schedule,
  type Circle,
  type SeenMeeting,
} from '../meeting/meetings.factory.js';

let app: TestApp;
let here: Circle;
let meeting: SeenMeeting;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());
beforeEach(async () => {
  here = await circle(app);
  const { meetings } = await schedule(here.clients.facilitator, plan(here.groupId, await eveningIn(app, 20)));
  meeting = meetings[0]!;
  await app.drain();
});

const noteFields = `id visibility note progress problem request mood moodVisibility figures { month salesYen grossProfitYen customers ownHours }
  figuresVisibility mine version member { id } remarks { edges { node { id body mine member { id } } } }`;
const topicFields = `id title detail minutes priority votes voted taken place mine version reason { kind months } member { id }
  remarks { edges { node { id body } } }`;
interface SeenNote {
  readonly id: string;
  readonly note: string | null;
  readonly progress: string | null;
  readonly mood: number | null;
  readonly visibility: string;
  readonly moodVisibility: string | null;
  readonly figures: Readonly<Record<string, unknown>> | null;
  readonly mine: boolean;
  readonly version: number;
  readonly remarks: { readonly edges: readonly { readonly node: { id: string; body: string } }[] };
}
interface SeenTopic {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly priority: string;
  readonly votes: number;
  readonly voted: boolean;
  readonly taken: boolean;
  readonly place: number | null;
  readonly reason: { readonly kind: string; readonly months: number | null } | null;
  readonly version: number;
}
interface Prepared {
  readonly checkIns: readonly SeenNote[];
  readonly topics: readonly SeenTopic[];
  readonly viewerCheckIn: { readonly id: string } | null;
  readonly preparationClosesAt: string;
  readonly readiness: Readonly<
    Record<'unanswered' | 'written' | 'notYet', readonly { readonly displayName: string }[]>
  > | null;
  readonly viewerCan: Readonly<Record<'checkIn' | 'remark' | 'takeTopic' | 'seeReadiness', boolean>>;
}

const submitMutation = `mutation ($input: SubmitCheckInInput!) { submitCheckIn(input: $input) { ${noteFields} } }`;
const proposeMutation = `mutation ($input: ProposeTopicInput!) { proposeTopic(input: $input) { ${topicFields} } }`;
const remarkMutation = `mutation ($input: MakeRemarkInput!) { makeRemark(input: $input) { id body } }`;
const voteMutation = `mutation ($id: ID!, $vote: Boolean!) { voteForTopic(topicId: $id, vote: $vote) { ${topicFields} } }`;
const takeMutation = `mutation ($id: ID!) { takeTopic(topicId: $id) { ${topicFields} } }`;

const submit = async (client: TestClient, input: object, meetingId = meeting.id): Promise<SeenNote> =>
  (await client.ask<{ submitCheckIn: SeenNote }>(submitMutation, { input: { meetingId, ...input } }))
    .submitCheckIn;
const propose = async (client: TestClient, input: object, meetingId = meeting.id): Promise<SeenTopic> =>
  (await client.ask<{ proposeTopic: SeenTopic }>(proposeMutation, { input: { meetingId, ...input } }))
    .proposeTopic;
const look = async (client: TestClient, id = meeting.id): Promise<Prepared> => {
  const { node } = await client.ask<{ node: Prepared | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Meeting { preparationClosesAt viewerCheckIn { id }
      checkIns { ${noteFields} } topics { ${topicFields} } viewerCan { checkIn remark takeTopic seeReadiness }
      readiness { unanswered { displayName } written { displayName } notYet { displayName } } } } }`,
    { id },
  );
  if (!node) throw new Error('The meeting is not there');
  return node;
};
const rows = async (): Promise<number> =>
  (
    await app.sql<{ n: number }>(
      `select (select count(*) from check_in)::int + (select count(*) from topic)::int + (select count(*) from remark)::int
         + (select count(*) from topic_vote)::int + (select count(*) from meeting_hot_seat)::int as n`,
    )
  )[0]!.n;

describe('a note before the meeting', () => {
  it('is one box for the group; mood and figures go to the facilitator alone', async () => {
    const { member, facilitator, quiet, office } = here.clients;
    const mine = await submit(member, {
      note: '原価が上がっています',
      mood: 2,
      figures: { salesYen: 1_234_567, grossProfitYen: -5, customers: 40, ownHours: 210.5 },
    });
    expect(mine).toMatchObject({ visibility: 'GROUP', moodVisibility: 'FACILITATOR', mood: 2, version: 1 });
    expect(mine.figures).toMatchObject({ salesYen: 1_234_567, grossProfitYen: -5, ownHours: 210.5 });
    const [led] = (await look(facilitator)).checkIns;
    expect(led).toMatchObject({ note: '原価が上がっています', mood: 2, moodVisibility: null, mine: false });
    expect(led?.figures).toMatchObject({ customers: 40 });
    const [read] = (await look(quiet)).checkIns;
    expect(read).toMatchObject({ note: '原価が上がっています', mood: null, figures: null });
    expect((await look(office)).checkIns).toEqual([]);
    expect((await look(member)).viewerCheckIn?.id).toBe(mine.id);
  });

  it('shows mood and figures to the group only where that was said apart, and never further than itself', async () => {
    const { member, quiet, facilitator } = here.clients;
    await submit(member, {
      note: '順調',
      mood: 5,
      moodVisibility: 'GROUP',
      figures: { salesYen: 1 },
      figuresVisibility: 'SELF',
    });
    expect((await look(quiet)).checkIns[0]).toMatchObject({ mood: 5, figures: null });
    expect((await look(facilitator)).checkIns[0]).toMatchObject({ mood: 5, figures: null });
    const narrowed = await submit(member, { note: '順調', mood: 5, visibility: 'SELF' });
    expect(narrowed).toMatchObject({ visibility: 'SELF', moodVisibility: 'SELF' });
    for (const client of [quiet, facilitator]) expect((await look(client)).checkIns).toEqual([]);
  });

  it('is not handed to who facilitates later, nor to who joins later', async () => {
    const { member, office } = here.clients;
    await submit(member, { note: '進行役の方へ', visibility: 'FACILITATOR' });
    await submit(here.clients.quiet, { note: '皆さんへ' });
    const newcomer = await app.member(here.tenant, { name: '新 人' });
    await app.join(here.groupId, newcomer, 'FACILITATOR');
    const client = await app.as(newcomer);
    expect((await look(client)).checkIns).toEqual([]);
    await submit(here.clients.quiet, { note: '皆さんへ、書き直しました' });
    expect((await look(client)).checkIns).toEqual([]);
    expect((await look(here.clients.facilitator)).checkIns).toHaveLength(2);
    expect((await look(office)).checkIns).toEqual([]);
  });

  it('that is for oneself or the facilitator does not close the group’s door; one for the group does', async () => {
    const begun = async () =>
      (
        await app.sql<{ at: Date | null }>(`select first_content_at as at from "group" where id = $1`, [
          here.groupId,
        ])
      )[0]!.at !== null;
    await submit(here.clients.member, { note: '自分だけ', visibility: 'SELF' });
    expect(await begun()).toBe(false);
    await submit(here.clients.member, { note: '皆さんへ', visibility: 'GROUP' });
    expect(await begun()).toBe(true);
  });

  it('written on two telephones is written once, and the second hears of the first', async () => {
    const answers = await Promise.all(
      ['一台目', '二台目'].map((note) =>
        here.clients.member.query(submitMutation, {
          input: { meetingId: meeting.id, note, expectedVersion: 0 },
        }),
      ),
    );
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'OK');
    expect(codes.sort()).toEqual(['CONFLICT', 'OK']);
    expect((await look(here.clients.member)).checkIns).toHaveLength(1);
    const stale = { meetingId: meeting.id, note: '古い画面から', expectedVersion: 7 };
    expect(await here.clients.member.refusal(submitMutation, { input: stale })).toBe('CONFLICT');
    const input = { meetingId: meeting.id, note: '同じ送信', expectedVersion: 1, idempotencyKey: 'k' };
    for (let i = 0; i < 2; i++)
      expect(
        (await here.clients.member.ask<{ submitCheckIn: SeenNote }>(submitMutation, { input })).submitCheckIn
          .version,
      ).toBe(2);
  });

  it('can be taken back with its answers, by its writer alone', async () => {
    const { member, quiet } = here.clients;
    const { id } = await submit(member, { note: 'やはり取り下げます' });
    const remark = await quiet.ask<{ makeRemark: { id: string } }>(remarkMutation, {
      input: { checkInId: id, body: '応援しています' },
    });
    const withdraw = `mutation ($id: ID!) { withdrawCheckIn(checkInId: $id) }`;
    expect(await quiet.refusal(withdraw, { id })).toBe('FORBIDDEN');
    expect(
      await member.refusal(`mutation ($id: ID!) { withdrawRemark(remarkId: $id) }`, {
        id: remark.makeRemark.id,
      }),
    ).toBe('FORBIDDEN');
    await member.ask(withdraw, { id });
    expect((await look(quiet)).checkIns).toEqual([]);
    expect(await app.sql(`select 1 from remark where id = $1`, [remark.makeRemark.id.slice(4)])).toEqual([]);
    expect(await member.refusal(withdraw, { id })).toBe('NOT_FOUND');
  });

  it('is answered by those who read it: what is for the facilitator stays between the two', async () => {
    const { member, quiet, facilitator } = here.clients;
    const { id } = await submit(member, { note: 'ここだけの話', visibility: 'FACILITATOR' });
    const input = { checkInId: id, body: '一度お電話します' };
    expect(await quiet.refusal(remarkMutation, { input })).toBe('NOT_FOUND');
    await facilitator.ask(remarkMutation, { input });
    const seen = (await look(member)).checkIns[0]?.remarks.edges.map(({ node }) => node.body);
    expect(seen).toEqual(['一度お電話します']);
    // Made narrower, it takes the answers along.
    await submit(member, { note: 'ここだけの話', visibility: 'SELF' });
    expect((await look(facilitator)).checkIns).toEqual([]);
    expect(
      await app.work.inTenant(here.people.facilitator, (tx) =>
        tx.sql('test.others-remarks', `select id from remark where member_id <> (select app.me())`),
      ),
    ).toEqual([]);
  });

  it('is not for a facilitator from outside, nor for the office', async () => {
    await app.sql(`update group_membership set takes_part = false where member_id = $1`, [
      here.people.facilitator.memberId,
    ]);
    const input = { meetingId: meeting.id, note: 'メモ' };
    for (const who of ['facilitator', 'office'] as const)
      expect(await here.clients[who].refusal(submitMutation, { input })).toBe('FORBIDDEN');
    expect((await look(here.clients.facilitator)).viewerCan.checkIn).toBe(false);
    expect((await look(here.clients.member)).viewerCan).toMatchObject({ checkIn: true, takeTopic: false });
  });
});

describe('topics', () => {
  it('are brought, mended with an eye on others, voted for once each, and taken back', async () => {
    const { member, quiet, facilitator } = here.clients;
    const topic = await propose(member, { title: '値上げの伝え方' });
    expect(topic).toMatchObject({ minutes: 20, priority: 'B', votes: 0, place: 1 });
    for (const client of [quiet, quiet, facilitator])
      await client.ask(voteMutation, { id: topic.id, vote: true });
    expect((await look(member)).topics[0]).toMatchObject({ votes: 2, voted: false });
    await quiet.ask(voteMutation, { id: topic.id, vote: false });
    expect((await look(quiet)).topics[0]).toMatchObject({ votes: 1, voted: false });
    expect(await member.refusal(voteMutation, { id: topic.id, vote: true })).toBe('FORBIDDEN');
    const edit = `mutation ($input: EditTopicInput!) { editTopic(input: $input) { version title } }`;
    const change = (expectedVersion: number) => ({
      input: { topicId: topic.id, title: '値上げの時期', minutes: 30, expectedVersion },
    });
    expect(await quiet.refusal(edit, change(1))).toBe('FORBIDDEN');
    await member.ask(edit, change(1));
    expect(await member.ask(edit, change(1))).toMatchObject({ editTopic: { version: 2 } });
    const stale = { input: { ...change(1).input, title: '値下げの時期' } };
    expect(await member.refusal(edit, stale)).toBe('CONFLICT');
    await member.ask(`mutation ($id: ID!) { withdrawTopic(topicId: $id) }`, { id: topic.id });
    expect((await look(quiet)).topics).toEqual([]);
  });

  it('come in the order of urgency, waiting, votes, and say why', async () => {
    const { member, quiet, facilitator } = here.clients;
    // Meetings of this group: two that are over, so that there is a hot seat, then one in which Hanako has her turn.
    const more = await schedule(
      facilitator,
      plan(here.groupId, await eveningIn(app, 21), { rule: 'FREQ=MONTHLY;COUNT=9' }),
    );
    const [second, third, , , , , , , last] = more.meetings;
    const early = await propose(member, { title: '採用' }, second!.id);
    const first = more.meetings[1]!;
    expect(
      await facilitator.ask(takeMutation, { id: (await propose(member, { title: '一人目' }, third!.id)).id }),
    ).toMatchObject({ takeTopic: { taken: true } });
    expect(first.id).toBe(third!.id);
    expect(early.reason).toEqual({ kind: 'NEVER', months: null });
    await propose(member, { title: '資金繰り', priority: 'B' }, last!.id);
    await propose(quiet, { title: '集客' }, last!.id);
    const loved = await propose(quiet, { title: '後継ぎ' }, last!.id);
    await propose(facilitator, { title: 'いつかの話', priority: 'C' }, last!.id);
    await member.ask(voteMutation, { id: loved.id, vote: true });
    await propose(member, { title: '急ぎです', priority: 'A' }, last!.id);
    const seen = (await look(quiet, last!.id)).topics;
    expect(seen.map(({ title, reason, place }) => [place, title, reason?.kind, reason?.months])).toEqual([
      [1, '急ぎです', 'URGENT', 7],
      [2, '後継ぎ', 'VOTES', null],
      [3, '集客', 'NEVER', null],
      [4, '資金繰り', 'LONGEST', 7],
      [5, 'いつかの話', 'NEVER', null],
    ]);
  });

  it('are taken up by a facilitator, not in the group’s first two meetings, and then stay', async () => {
    const { member, facilitator, quiet } = here.clients;
    const early = await propose(member, { title: 'はじめての会で' });
    expect(await facilitator.refusal(takeMutation, { id: early.id })).toBe('HOT_SEAT_TOO_EARLY');
    const { meetings } = await schedule(
      facilitator,
      plan(here.groupId, await eveningIn(app, 30), { rule: 'FREQ=MONTHLY;COUNT=3' }),
    );
    const third = meetings[1]!;
    const topic = await propose(member, { title: '三回目で' }, third.id);
    for (const client of [quiet, here.clients.office])
      expect(['FORBIDDEN', 'NOT_FOUND']).toContain(await client.refusal(takeMutation, { id: topic.id }));
    for (let i = 0; i < 2; i++) await facilitator.ask(takeMutation, { id: topic.id });
    expect(
      await app.sql(`select 1 from meeting_hot_seat where topic_id = $1`, [topic.id.slice(4)]),
    ).toHaveLength(1);
    await facilitator.ask(`mutation ($id: ID!) { releaseTopic(topicId: $id) { id } }`, { id: topic.id });
    await facilitator.ask(takeMutation, { id: topic.id });
    await hoursBefore(app, third, -1);
    const withdraw = `mutation ($id: ID!) { withdrawTopic(topicId: $id) }`;
    expect(await member.refusal(withdraw, { id: topic.id })).toBe('TOPIC_TAKEN');
    // The member who was asked to run this meeting chooses too, and sees no more of who is silent than before.
    await facilitator.ask(
      `mutation ($id: ID!, $to: ID!) { handOverMeeting(meetingId: $id, memberId: $to) { id } }`,
      {
        id: third.id,
        to: publicId('Member', here.people.quiet.memberId),
      },
    );
    expect(await look(quiet, third.id)).toMatchObject({ readiness: null, viewerCan: { takeTopic: true } });
    await quiet.ask(`mutation ($id: ID!) { releaseTopic(topicId: $id) { id } }`, { id: topic.id });
    await quiet.ask(takeMutation, { id: topic.id });
    // A cancelled meeting is another matter: no topic had its turn.
    const { topics } = await look(member, third.id);
    expect(topics[0]).toMatchObject({ taken: true });
  });
});

describe('the window', () => {
  it('is open until seven days after the end, and closed for a meeting that was called off', async () => {
    const { member, facilitator } = here.clients;
    const { preparationClosesAt } = await look(member);
    expect(Date.parse(preparationClosesAt) - Date.parse(meeting.startsAt)).toBe((7 * 24 + 2) * 3600_000);
    await hoursBefore(app, meeting, -(7 * 24 + 1));
    await submit(member, { note: '会のあとで' });
    await hoursBefore(app, meeting, -(7 * 24 + 2));
    const input = { meetingId: meeting.id, note: '遅すぎました' };
    expect(await member.refusal(submitMutation, { input })).toBe('PREPARATION_OVER');
    expect((await look(member)).viewerCan).toMatchObject({ checkIn: false, remark: false });
    const { meetings } = await schedule(facilitator, plan(here.groupId, await eveningIn(app, 9)));
    const topic = await propose(member, { title: '残るテーマ' }, meetings[0]!.id);
    await facilitator.ask(cancelMutation, { id: meetings[0]!.id });
    const off = { meetingId: meetings[0]!.id };
    expect(await member.refusal(submitMutation, { input: { ...off, note: 'x' } })).toBe('MEETING_CANCELLED');
    expect(await member.refusal(proposeMutation, { input: { ...off, title: 'x' } })).toBe(
      'MEETING_CANCELLED',
    );
    expect(await facilitator.refusal(takeMutation, { id: topic.id })).toBe('MEETING_CANCELLED');
    expect(await facilitator.refusal(remarkMutation, { input: { topicId: topic.id, body: 'x' } })).toBe(
      'MEETING_CANCELLED',
    );
  });
});

describe('what is none of one’s business', () => {
  it('does not exist: another group, another organisation, ids that never were', async () => {
    const { member, facilitator } = here.clients;
    const note = await submit(member, { note: '内緒' });
    const topic = await propose(member, { title: '内緒' });
    const remark = await facilitator.ask<{ makeRemark: { id: string } }>(remarkMutation, {
      input: { topicId: topic.id, body: '内緒' },
    });
    const before = await rows();
    for (const who of ['neighbour', 'stranger'] as const) {
      const client = here.clients[who];
      for (const [query, variables] of [
        [submitMutation, { input: { meetingId: meeting.id, note: 'x' } }],
        [proposeMutation, { input: { meetingId: meeting.id, title: 'x' } }],
        [remarkMutation, { input: { checkInId: note.id, body: 'x' } }],
        [remarkMutation, { input: { topicId: topic.id, body: 'x' } }],
        [voteMutation, { id: topic.id, vote: true }],
        [takeMutation, { id: topic.id }],
        [`mutation ($id: ID!) { releaseTopic(topicId: $id) { id } }`, { id: topic.id }],
        [`mutation ($id: ID!) { withdrawTopic(topicId: $id) }`, { id: topic.id }],
        [`mutation ($id: ID!) { withdrawCheckIn(checkInId: $id) }`, { id: note.id }],
        [`mutation ($id: ID!) { withdrawRemark(remarkId: $id) }`, { id: remark.makeRemark.id }],
        [voteMutation, { id: publicId('Topic', uuidv7()), vote: true }],
      ] as const)
        expect([who, query.slice(0, 60), await client.refusal(query, variables)]).toEqual([
          who,
          query.slice(0, 60),
          'NOT_FOUND',
        ]);
      for (const id of [note.id, topic.id])
        expect(await client.ask(`query ($id: ID!) { node(id: $id) { id } }`, { id })).toEqual({ node: null });
    }
    expect(await rows()).toBe(before);
  });

  it('bad input changes nothing', async () => {
    const { member } = here.clients;
    const before = await rows();
    const long = '長'.repeat(10_000);
    const notes = [
      {},
      { note: '  ' },
      { note: long },
      { note: 'a\u0000b' },
      { note: 'x', mood: 0 },
      { note: 'x', mood: 6 },
      { note: 'x', figures: { salesYen: -1 } },
      { note: 'x', figures: { customers: -3 } },
      { note: 'x', figures: { ownHours: 800 } },
      { note: 'x', idempotencyKey: '' },
    ];
    for (const input of notes)
      expect([
        input,
        await member.refusal(submitMutation, { input: { meetingId: meeting.id, ...input } }),
      ]).toEqual([input, 'BAD_USER_INPUT']);
    for (const input of [
      { title: '' },
      { title: long },
      { title: 'a\u0000' },
      { title: 'x', minutes: 1 },
      { title: 'x', minutes: 999 },
    ])
      expect(await member.refusal(proposeMutation, { input: { meetingId: meeting.id, ...input } })).toBe(
        'BAD_USER_INPUT',
      );
    const topic = await propose(member, { title: '🍵 お茶' });
    for (const input of [{ body: 'x' }, { body: long, topicId: topic.id }])
      expect(await member.refusal(remarkMutation, { input })).toBe('BAD_USER_INPUT');
    for (let i = 1; i < 5; i++) await propose(member, { title: `テーマ${i}` });
    expect(await member.refusal(proposeMutation, { input: { meetingId: meeting.id, title: '六つ目' } })).toBe(
      'BAD_USER_INPUT',
    );
    expect(await rows()).toBe(before + 5);
  });

  it('a member who left the group finds their own words and no one else’s', async () => {
    const { member, quiet } = here.clients;
    const note = await submit(member, { note: '最後のメモ' });
    await quiet.ask(remarkMutation, { input: { checkInId: note.id, body: 'おつかれさまでした' } });
    const others = await submit(quiet, { note: '静かなメモ' });
    await member.ask(`mutation ($g: ID!) { leaveGroup(groupId: $g) }`, {
      g: publicId('Group', here.groupId),
    });
    const read = async (id: string) =>
      (
        await member.ask<{ node: SeenNote | null }>(
          `query ($id: ID!) { node(id: $id) { ... on CheckIn { ${noteFields} } } }`,
          { id },
        )
      ).node;
    expect(await read(note.id)).toMatchObject({ note: '最後のメモ', remarks: { edges: [] } });
    expect(await read(others.id)).toBeNull();
    await member.ask(`mutation ($id: ID!) { withdrawCheckIn(checkInId: $id) }`, { id: note.id });
  });
});

describe('who is ready', () => {
  it('is shown to those who lead, and to no one else', async () => {
    const { member, quiet, facilitator, office } = here.clients;
    await member.ask(rsvpMutation, { id: meeting.id, rsvp: 'NO' });
    await submit(quiet, { note: '書きました' });
    await submit(facilitator, { note: '自分だけ', visibility: 'SELF' });
    const { readiness } = await look(facilitator);
    const names = (who: readonly { displayName: string }[] | undefined) => who?.map((one) => one.displayName);
    expect(names(readiness?.unanswered)).toEqual(['佐藤 進', '鈴木 静']);
    expect(names(readiness?.written)).toEqual(['佐藤 進', '鈴木 静']);
    expect(names(readiness?.notYet)).toEqual([]);
    for (const client of [member, quiet, office])
      expect(await look(client)).toMatchObject({ readiness: null, viewerCan: { seeReadiness: false } });
    // A member on leave is not waited for.
    await app.sql(`update member set status = 'ON_LEAVE' where id = $1`, [here.people.quiet.memberId]);
    expect(names((await look(facilitator)).readiness?.unanswered)).toEqual(['佐藤 進']);
  });
});

describe('an answer', () => {
  const told = async (client: TestClient): Promise<string[]> =>
    (
      await client.ask<{ notifications: { edges: { node: { title: string } }[] } }>(
        `{ notifications(first: 100) { edges { node { title } } } }`,
      )
    ).notifications.edges
      .map(({ node }) => node.title)
      .filter((title) => /ひとことが届きました|answered your/.test(title));
  const say = async (client: TestClient, about: object, body = 'うちも同じでした'): Promise<string> => {
    const { makeRemark } = await client.ask<{ makeRemark: { id: string } }>(remarkMutation, {
      input: { ...about, body },
    });
    await app.drain();
    return makeRemark.id;
  };

  it('is told to the author of the note or topic: once for several in a row, again after a pause', async () => {
    const { member, quiet, facilitator } = here.clients;
    const note = { checkInId: (await submit(member, { note: '人手が足りません' })).id };
    const topic = { topicId: (await propose(quiet, { title: '採用' })).id };
    await say(member, note, '自分で書き足します');
    expect(await told(member)).toEqual([]);
    await say(quiet, note);
    await say(facilitator, note);
    await say(member, topic);
    expect(await told(member)).toEqual(['鈴木 静 さんから、近況メモにひとことが届きました']);
    expect(await told(quiet)).toEqual(['山田 花子 answered your topic “採用”']);
    expect(await told(facilitator)).toEqual([]);
    await app.advance(2 * 3600);
    await say(facilitator, note);
    expect(await told(member)).toHaveLength(2);
  });

  it('to a note for the facilitator is told to its writer alone, and no more once it is taken back', async () => {
    const { member, quiet, facilitator } = here.clients;
    const { id } = await submit(member, { note: 'ここだけの話', visibility: 'FACILITATOR' });
    const remark = await say(facilitator, { checkInId: id }, '一度お電話します');
    expect(await told(member)).toHaveLength(1);
    expect(await told(quiet)).toEqual([]);
    await facilitator.ask(`mutation ($id: ID!) { withdrawRemark(remarkId: $id) }`, { id: remark });
    expect(await told(member)).toEqual([]);
  });
});

describe('asking for what is missing', () => {
  const bell = async (...people: TestMember[]): Promise<string[][]> =>
    Promise.all(
      people.map(async ({ memberId }) =>
        (
          await app.sql<{ kind: string }>(
            `select kind from notification where member_id = $1 and kind like '%nudge' order by created_at, id`,
            [memberId],
          )
        ).map(({ kind }) => kind.replace(/meeting\.|-nudge/g, '')),
      ),
    );

  it('comes once: for an answer five days before, for a note three days before, to those it is missing from', async () => {
    const { facilitator, member, quiet } = here.people;
    await here.clients.member.ask(rsvpMutation, { id: meeting.id, rsvp: 'NO' });
    await submit(here.clients.facilitator, { note: '自分だけ', visibility: 'SELF' });
    await hoursBefore(app, meeting, 5 * 24 + 1);
    expect(await bell(facilitator, member, quiet)).toEqual([[], [], []]);
    await hoursBefore(app, meeting, 5 * 24);
    expect(await bell(facilitator, member, quiet)).toEqual([['rsvp'], [], ['rsvp']]);
    await hoursBefore(app, meeting, 3 * 24);
    await app.drain();
    expect(await bell(facilitator, member, quiet)).toEqual([['rsvp'], [], ['rsvp', 'check-in']]);
  });

  it('moves with the meeting', async () => {
    const { quiet } = here.people;
    await hoursBefore(app, meeting, 5 * 24);
    await here.clients.facilitator.ask(rescheduleMutation, {
      input: { meetingId: meeting.id, startsAtLocal: await eveningIn(app, 20) },
    });
    await app.drain();
    await hoursBefore(app, meeting, 1);
    expect(await bell(quiet)).toEqual([['rsvp']]);
    const [{ startsAt }] = (await app.sql<{ startsAt: Date }>(
      `select starts_at as "startsAt" from meeting where id = $1`,
      [meeting.id.slice(4)],
    )) as [{ startsAt: Date }];
    const moved = { startsAt: startsAt.toISOString() };
    await hoursBefore(app, moved, 5 * 24);
    await hoursBefore(app, moved, 3 * 24);
    expect(await bell(quiet)).toEqual([['rsvp', 'rsvp', 'check-in']]);
  });

  it('is silent after a cancellation, and where its day had passed when the meeting was made', async () => {
    await here.clients.facilitator.ask(cancelMutation, { id: meeting.id });
    await app.drain();
    await hoursBefore(app, meeting, 1);
    const { meetings } = await schedule(
      here.clients.facilitator,
      plan(here.groupId, await eveningIn(app, 2)),
    );
    await app.drain();
    await hoursBefore(app, meetings[0]!, 1);
    expect(await bell(here.people.quiet)).toEqual([[]]);
  });
});
