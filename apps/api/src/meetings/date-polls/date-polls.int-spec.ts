import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { until } from '../../platform/testing/server-process.js';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import { circle, eveningIn, type Circle } from '../meeting/meetings.factory.js';

let app: TestApp;
let here: Circle;
let facilitator: TestClient,
  member: TestClient,
  quiet: TestClient,
  office: TestClient,
  neighbour: TestClient,
  stranger: TestClient;

/** A day so many days from now. */
let day: (n: number) => Promise<string>;

beforeAll(async () => {
  app = await startApp();
  day = async (n) => (await eveningIn(app, n)).slice(0, 10);
});

afterAll(() => app?.stop());

beforeEach(async () => {
  here = await circle(app);
  ({ facilitator, member, quiet, office, neighbour, stranger } = here.clients);
});

/** The kinds and titles of a member's notices. */
const bell = async (client: TestClient, kind: RegExp): Promise<string[]> =>
  (
    await client.ask<{ notifications: { edges: { node: { title: string } }[] } }>(
      `{ notifications(first: 100) { edges { node { title } } } }`,
    )
  ).notifications.edges
    .map(({ node }) => node.title)
    .filter((title) => kind.test(title));

describe('a date poll', () => {
  interface SeenPoll {
    readonly id: string;
    readonly status: string;
    readonly version: number;
    readonly closesOn: string | null;
    readonly answeredCount: number;
    readonly answeredByViewer: boolean;
    readonly meeting: { readonly id: string; readonly startsAtLocal: string } | null;
    readonly options: readonly {
      readonly id: string;
      readonly date: string;
      readonly startsAtLocal: string | null;
      readonly timeZone: string | null;
      readonly yes: number;
      readonly ifNeedBe: number;
      readonly no: number;
      readonly best: boolean;
      readonly viewerAnswer: string | null;
      readonly answers: readonly { readonly answer: string; readonly member: { readonly id: string } }[];
    }[];
    readonly viewerCan: { readonly answer: boolean; readonly run: boolean };
  }
  const fields = `id title note status version closesOn timeZone answeredCount answeredByViewer meeting { id startsAtLocal }
    options { id date startsAtLocal timeZone yes ifNeedBe no best chosen viewerAnswer answers { answer member { id } } }
    viewerCan { answer run } group { id }`;
  const openMutation = `mutation ($input: OpenDatePollInput!) { openDatePoll(input: $input) { ${fields} } }`;
  const editMutation = `mutation ($input: EditDatePollInput!) { editDatePoll(input: $input) { ${fields} } }`;
  const answerMutation = `mutation ($input: AnswerDatePollInput!) { answerDatePoll(input: $input) { ${fields} } }`;
  const settleMutation = `mutation ($input: SettleDatePollInput!) { settleDatePoll(input: $input) { ${fields} } }`;
  const cancelMutation = `mutation ($id: ID!) { cancelDatePoll(pollId: $id) { ${fields} } }`;

  const input = async (changes: object = {}) => ({
    groupId: publicId('Group', here.groupId),
    title: '新年会の日',
    note: 'どこかで一度集まりましょう',
    options: [
      { date: await day(30), time: '19:00' },
      { date: await day(31) },
      { date: await day(32), time: '18:30' },
    ],
    closesOn: await day(10),
    ...changes,
  });
  const open = async (changes: object = {}) =>
    (await facilitator.ask<{ openDatePoll: SeenPoll }>(openMutation, { input: await input(changes) }))
      .openDatePoll;
  const answer = async (client: TestClient, poll: SeenPoll, ...answers: ('YES' | 'IF_NEED_BE' | 'NO')[]) =>
    (
      await client.ask<{ answerDatePoll: SeenPoll }>(answerMutation, {
        input: {
          pollId: poll.id,
          answers: answers.map((one, i) => ({ optionId: poll.options[i]!.id, answer: one })),
        },
      })
    ).answerDatePoll;
  const read = async (client: TestClient, id: string) =>
    (
      await client.ask<{ node: SeenPoll | null }>(
        `query ($id: ID!) { node(id: $id) { ... on DatePoll { ${fields} } } }`,
        { id },
      )
    ).node;
  const settling = (poll: SeenPoll, i: number, changes: object = {}) => ({
    pollId: poll.id,
    optionId: poll.options[i]!.id,
    durationMinutes: 120,
    format: 'IN_PERSON',
    place: '産業振興センター',
    ...changes,
  });
  const settle = async (client: TestClient, variables: object) =>
    (await client.ask<{ settleDatePoll: SeenPoll }>(settleMutation, { input: variables })).settleDatePoll;

  it('is answered by one tap per option, and every member sees the count', async () => {
    const poll = await open();
    expect(poll.options.map(({ startsAtLocal, timeZone }) => [startsAtLocal?.slice(11), timeZone])).toEqual([
      ['19:00', 'Asia/Tokyo'],
      [undefined, null],
      ['18:30', 'Asia/Tokyo'],
    ]);
    await answer(member, poll, 'YES', 'IF_NEED_BE', 'NO');
    await answer(quiet, poll, 'NO', 'YES');
    const seen = await answer(member, poll, 'YES', 'YES');
    expect(seen.options.map(({ yes, ifNeedBe, no, best }) => [yes, ifNeedBe, no, best])).toEqual([
      [1, 0, 1, false],
      [2, 0, 0, true],
      [0, 0, 1, false],
    ]);
    expect(seen).toMatchObject({ answeredCount: 1, answeredByViewer: true });
    expect((await read(quiet, poll.id))!.options[0]!.answers).toHaveLength(2);
    expect((await read(facilitator, poll.id))!.viewerCan).toEqual({ answer: true, run: true });
    expect((await read(office, poll.id))!.viewerCan).toEqual({ answer: false, run: true });
  });

  it('sent twice is one poll', async () => {
    const variables = { input: await input({ idempotencyKey: 'one-tap' }) };
    const [a, b] = await Promise.all(
      [1, 2].map(() => facilitator.ask<{ openDatePoll: SeenPoll }>(openMutation, variables)),
    );
    expect(b!.openDatePoll.id).toBe(a!.openDatePoll.id);
    const list = await member.ask<{ datePolls: { edges: { node: { id: string } }[] } }>(
      `query ($g: ID!) { datePolls(groupId: $g, openOnly: true) { edges { node { id } } } }`,
      { g: publicId('Group', here.groupId) },
    );
    expect(list.datePolls.edges).toHaveLength(1);
  });

  it('becomes a meeting at the time of the option, or on its day at the time asked for', async () => {
    const poll = await open();
    const done = await settle(facilitator, settling(poll, 0));
    expect(done).toMatchObject({
      status: 'SETTLED',
      meeting: { startsAtLocal: `${await day(30)}T19:00` },
      viewerCan: { answer: false, run: false },
    });
    const other = await open();
    expect(await facilitator.refusal(settleMutation, { input: settling(other, 1) })).toBe('BAD_USER_INPUT');
    expect((await settle(office, settling(other, 1, { time: '20:00' }))).meeting?.startsAtLocal).toBe(
      `${await day(31)}T20:00`,
    );
    await app.drain();
    expect(await bell(member, /予定が入りました/)).toHaveLength(2);
    expect(await bell(member, /日程調整/)).toEqual([]);
  });

  it('stands as 出席 for those who voted 〇 for the day that is settled, and for no one else', async () => {
    const poll = await open();
    await answer(member, poll, 'YES', 'NO', 'NO');
    await answer(quiet, poll, 'IF_NEED_BE', 'YES', 'NO');
    await answer(facilitator, poll, 'NO', 'YES', 'YES');
    const { meeting } = await settle(facilitator, settling(poll, 0));
    const seen = await member.ask<{ node: { attendees: { rsvp: string | null; member: { id: string } }[] } }>(
      `query ($id: ID!) { node(id: $id) { ... on Meeting { attendees { rsvp member { id } } } } }`,
      { id: meeting!.id },
    );
    const rsvps = new Map(seen.node.attendees.map(({ rsvp, member: { id } }) => [id, rsvp]));
    const of = (who: 'member' | 'quiet' | 'facilitator') =>
      rsvps.get(publicId('Member', here.people[who].memberId));
    expect([of('member'), of('quiet'), of('facilitator')]).toEqual(['YES', null, null]);
    const left = await open();
    await answer(quiet, left, 'YES', 'YES', 'YES');
    await quiet.ask(`mutation ($id: ID!) { leaveGroup(groupId: $id) }`, {
      id: publicId('Group', here.groupId),
    });
    const { meeting: other } = await settle(facilitator, settling(left, 2));
    expect(
      await app.sql(
        `select 1 from meeting_rsvp r join meeting m on m.id = r.meeting_id where m.starts_at_local = $1`,
        [other!.startsAtLocal],
      ),
    ).toEqual([]);
  });

  it('tells those who had answered of a day that is added, once, and no one else', async () => {
    const poll = await open();
    await answer(member, poll, 'YES', 'NO', 'NO');
    await app.drain();
    const kept = [
      { date: await day(30), time: '19:00' },
      { date: await day(31) },
      { date: await day(32), time: '18:30' },
    ];
    const edit = (changes: object) =>
      facilitator.ask(editMutation, { input: { pollId: poll.id, ...changes } });
    await edit({ title: '新年会の日(改)', options: kept });
    await app.drain();
    expect(await bell(member, /候補の日が加わりました/)).toEqual([]);
    await edit({ options: [...kept, { date: await day(33) }] });
    await app.drain();
    expect(await bell(member, /候補の日が加わりました/)).toHaveLength(1);
    for (const client of [quiet, facilitator, neighbour])
      expect(await bell(client, /候補の日が加わりました/)).toEqual([]);
  });

  it('goes by the agenda chosen with it, the group’s own too; with another group’s it stays a poll', async () => {
    const poll = await open();
    const own = async (client: TestClient, groupId: string): Promise<string> => {
      const kept = {
        groupId: publicId('Group', groupId),
        name: '見学会',
        steps: [{ name: '見学', minutes: 60 }],
      };
      const { createAgendaTemplate } = await client.ask<{ createAgendaTemplate: { id: string } }>(
        `mutation ($input: CreateAgendaTemplateInput!) { createAgendaTemplate(input: $input) { id } }`,
        { input: kept },
      );
      return createAgendaTemplate.id;
    };
    const by = (agendaTemplate: string) => ({ input: settling(poll, 0, { agendaTemplate }) });
    const elsewhere = await app.group(here.tenant, [here.people.neighbour], '隣の会');
    expect(await facilitator.refusal(settleMutation, by(await own(office, elsewhere)))).toBe('NOT_FOUND');
    expect(await facilitator.refusal(settleMutation, by('nonsense'))).toBe('BAD_USER_INPUT');
    expect((await read(member, poll.id))!.status).toBe('OPEN');
    await facilitator.ask(settleMutation, by(await own(facilitator, here.groupId)));
    const { node } = await member.ask<{ node: { meeting: { agenda: { name: string }[] } } }>(
      `query ($id: ID!) { node(id: $id) { ... on DatePoll { meeting { agenda { name } } } } }`,
      { id: poll.id },
    );
    expect(node.meeting.agenda.map(({ name }) => name)).toEqual(['見学']);
  });

  it('becomes one meeting, however many choose at once', async () => {
    const poll = await open();
    const tries = await Promise.all(
      [0, 2].map((i) => facilitator.query(settleMutation, { input: settling(poll, i) })),
    );
    expect(tries.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').sort()).toEqual([
      'POLL_CLOSED',
      'done',
    ]);
    const [row] = await app.sql<{ count: number }>(
      `select count(*)::int as count from meeting where group_id = $1`,
      [here.groupId],
    );
    expect(row!.count).toBe(1);
  });

  it('tells the group once, reminds those who have not answered, and then those who decide', async () => {
    const poll = await open();
    await app.drain();
    expect(await bell(member, /日程調整が始まりました/)).toHaveLength(1);
    expect(await bell(facilitator, /日程調整が始まりました/)).toEqual([]);
    await answer(member, poll, 'YES', 'NO', 'NO');
    await app.advance(9 * 24 * 3600);
    await app.drain();
    expect(await bell(member, /ご都合をお聞かせください/)).toEqual([]);
    expect(await bell(quiet, /There is still time/)).toHaveLength(1);
    expect(await bell(facilitator, /日を決められます/)).toEqual([]);
    await app.advance(3 * 24 * 3600);
    await app.drain();
    expect(await bell(facilitator, /日を決められます/)).toHaveLength(1);
    expect(
      await member.refusal(answerMutation, {
        input: { pollId: poll.id, answers: [{ optionId: poll.options[0]!.id, answer: 'NO' }] },
      }),
    ).toBe('POLL_CLOSED');
    expect((await settle(facilitator, settling(poll, 0))).status).toBe('SETTLED');
  });

  it('tells the facilitator as soon as all have answered', async () => {
    const poll = await open();
    for (const client of [member, quiet, facilitator]) await answer(client, poll, 'YES', 'NO', 'IF_NEED_BE');
    await app.drain();
    expect(await bell(facilitator, /日を決められます/)).toHaveLength(1);
  });

  it('keeps the answers to options that stay when it is edited, and says so when a member was faster', async () => {
    const poll = await open();
    await answer(member, poll, 'YES', 'NO', 'NO');
    const kept = poll.options[0]!;
    const options = [{ date: kept.date, time: '19:00' }, { date: await day(40) }];
    const change = (expectedVersion: number, note: string) => ({
      input: { pollId: poll.id, options, closesOn: null, note, expectedVersion },
    });
    const [one, two] = await Promise.all(
      ['和室', '洋室'].map((note) =>
        facilitator.query<{ editDatePoll: SeenPoll }>(editMutation, change(poll.version, note)),
      ),
    );
    expect(
      [one, two].filter((answered) => answered!.errors?.[0]?.extensions.code === 'CONFLICT'),
    ).toHaveLength(1);
    const seen = (await read(member, poll.id))!;
    expect(seen.closesOn).toBeNull();
    expect(seen.options.map(({ id, viewerAnswer }) => [id === kept.id, viewerAnswer])).toEqual([
      [true, 'YES'],
      [false, null],
    ]);
  });

  it('can be called off, which the group hears without a mail', async () => {
    const poll = await open();
    await facilitator.ask(cancelMutation, { id: poll.id });
    await app.drain();
    expect(await bell(member, /取りやめ/)).toHaveLength(1);
    expect(await facilitator.refusal(cancelMutation, { id: poll.id })).toBe('POLL_CLOSED');
    expect(
      await member.refusal(answerMutation, {
        input: { pollId: poll.id, answers: [{ optionId: poll.options[0]!.id, answer: 'YES' }] },
      }),
    ).toBe('POLL_CLOSED');
  });

  it('is live: an open screen sees the next answer', async () => {
    const poll = await open();
    await app.drain();
    const screen = await app.listens(() =>
      member.line().listen(`subscription { datePollChanged(pollId: "${poll.id}") { options { yes } } }`),
    );
    await answer(quiet, poll, 'YES');
    await app.drain();
    await until(() => screen.heard.length > 0);
    expect(screen.heard[0]).toMatchObject({ data: { datePollChanged: { options: [{ yes: 1 }, {}, {}] } } });
    await screen.close();
  });

  it('does not exist for other groups and other organisations', async () => {
    const poll = await open();
    const answers = [{ optionId: poll.options[0]!.id, answer: 'YES' }];
    for (const outsider of [neighbour, stranger]) {
      expect(await read(outsider, poll.id)).toBeNull();
      expect(await outsider.refusal(answerMutation, { input: { pollId: poll.id, answers } })).toBe(
        'NOT_FOUND',
      );
      expect(await outsider.refusal(editMutation, { input: { pollId: poll.id, title: 'x' } })).toBe(
        'NOT_FOUND',
      );
      expect(await outsider.refusal(settleMutation, { input: settling(poll, 0) })).toBe('NOT_FOUND');
      expect(await outsider.refusal(cancelMutation, { id: poll.id })).toBe('NOT_FOUND');
      expect(await outsider.refusal(openMutation, { input: await input() })).toBe('NOT_FOUND');
    }
    for (const [query, variables] of [
      [openMutation, { input: await input() }],
      [editMutation, { input: { pollId: poll.id, title: 'x' } }],
      [settleMutation, { input: settling(poll, 0) }],
      [cancelMutation, { id: poll.id }],
    ] as const)
      expect(await member.refusal(query, variables)).toBe('FORBIDDEN');
    expect(await office.refusal(answerMutation, { input: { pollId: poll.id, answers } })).toBe('FORBIDDEN');
    const other = await open();
    expect(
      await member.refusal(answerMutation, {
        input: { pollId: poll.id, answers: [{ optionId: other.options[0]!.id, answer: 'YES' }] },
      }),
    ).toBe('NOT_FOUND');
    expect((await read(member, poll.id))!.status).toBe('OPEN');
  });

  test.each<[string, () => Promise<object>]>([
    ['one option', async () => ({ options: [{ date: await day(3) }] })],
    ['yesterday', async () => ({ options: [{ date: await day(-1) }, { date: await day(3) }] })],
    [
      'a time that is none',
      async () => ({ options: [{ date: await day(2), time: '7pm' }, { date: await day(3) }] }),
    ],
    [
      '21 options',
      async () => ({
        options: await Promise.all(Array.from({ length: 21 }, async (_, i) => ({ date: await day(i + 1) }))),
      }),
    ],
    ['a title of 10,000 characters', async () => ({ title: 'あ'.repeat(10_000) })],
    ['a NUL', async () => ({ title: 'a\u0000b' })],
    ['a last day that is over', async () => ({ closesOn: await day(-2) })],
  ])('with %s is turned down and changes nothing', async (_, changes) => {
    expect(await facilitator.refusal(openMutation, { input: await input(await changes()) })).toBe(
      'BAD_USER_INPUT',
    );
    expect(await app.sql(`select 1 from date_poll where group_id = $1`, [here.groupId])).toEqual([]);
  });
  it('takes emoji', async () => expect((await open({ title: '忘年会🍶' })).id).toMatch(/^dpl_/));
});
