import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { until } from '../../platform/testing/server-process.js';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import {
  circle,
  eveningIn,
  hoursBefore,
  plan,
  rsvpMutation,
  schedule,
  scheduleMutation,
  type Circle,
} from './meetings.factory.js';

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

/** The kinds and titles in somebody's bell. */
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

  it('is answered by one tap per option and counted for everybody', async () => {
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

  it('stands as 出席 for those who voted 〇 for the day that is settled, and for nobody else', async () => {
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

  it('tells those who had answered of a day that is added, once, and nobody else', async () => {
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

  it('tells the group once, reminds those who have not answered, and then whoever decides', async () => {
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

  it('tells the facilitator as soon as everybody has answered', async () => {
    const poll = await open();
    for (const client of [member, quiet, facilitator]) await answer(client, poll, 'YES', 'NO', 'IF_NEED_BE');
    await app.drain();
    expect(await bell(facilitator, /日を決められます/)).toHaveLength(1);
  });

  it('keeps the answers to options that stay when it is edited, and says so when somebody was faster', async () => {
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

  it('is live: whoever looks at it sees the next answer', async () => {
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

describe('the agenda', () => {
  interface SeenStep {
    readonly id: string;
    readonly key: string | null;
    readonly name: string;
    readonly minutes: number;
    readonly speakerRule: string;
    readonly allowed: readonly string[];
  }
  const meetingFields = `id version durationMinutes agenda { id key name minutes speakerRule allowed }`;
  const editMutation = `mutation ($input: EditAgendaInput!) { editAgenda(input: $input) { ${meetingFields} } }`;
  const templateFields = `id name version steps { key name minutes perPerson speakerRule allowed }`;
  const createMutation = `mutation ($input: CreateAgendaTemplateInput!) { createAgendaTemplate(input: $input) { ${templateFields} } }`;
  const changeMutation = `mutation ($input: EditAgendaTemplateInput!) { editAgendaTemplate(input: $input) { ${templateFields} } }`;
  const removeMutation = `mutation ($id: ID!) { removeAgendaTemplate(templateId: $id) { id agendaTemplates { id } } }`;

  const one = async (changes: object = {}) => {
    const { meetings } = await schedule(
      facilitator,
      plan(here.groupId, await eveningIn(app, 20), changes as Record<string, unknown>),
    );
    const { node } = await facilitator.ask<{
      node: { id: string; version: number; agenda: readonly SeenStep[] };
    }>(`query ($id: ID!) { node(id: $id) { ... on Meeting { ${meetingFields} } } }`, { id: meetings[0]!.id });
    return node;
  };
  const edit = (meeting: { id: string; version: number }, steps: readonly object[]): { input: object } => ({
    input: { meetingId: meeting.id, expectedVersion: meeting.version, steps },
  });
  const own = (changes: object = {}) => ({
    input: {
      groupId: publicId('Group', here.groupId),
      name: 'いつもの会',
      steps: [
        { name: '見学', minutes: 30, allowed: ['QUESTIONS'] },
        { key: 'updates', minutes: 5, perPerson: true, speakerRule: 'ALL' },
      ],
      ...changes,
    },
  });
  const create = async (changes: object = {}) =>
    (
      await facilitator.ask<{ createAgendaTemplate: { id: string; version: number; steps: SeenStep[] } }>(
        createMutation,
        own(changes),
      )
    ).createAgendaTemplate;

  it('of one meeting is reordered, renamed, added to; steps that stay keep their ids', async () => {
    const meeting = await one();
    const [first, second] = meeting.agenda;
    const steps = [second, first, { name: '工場見学', minutes: 10, allowed: ['QUESTIONS'] }];
    const { editAgenda } = await facilitator.ask<{ editAgenda: { agenda: SeenStep[]; version: number } }>(
      editMutation,
      edit(meeting, steps as object[]),
    );
    expect(editAgenda.agenda.map(({ id }) => id).slice(0, 2)).toEqual([second!.id, first!.id]);
    expect(editAgenda.agenda[2]).toMatchObject({ key: null, name: '工場見学', allowed: ['QUESTIONS'] });
    expect(editAgenda.version).toBe(meeting.version + 1);
    expect(await facilitator.refusal(editMutation, edit(meeting, []))).toBe('CONFLICT');
  });

  it('says how much too long it is', async () => {
    const { errors } = await facilitator.query(
      editMutation,
      edit(await one(), [{ name: '長い話', minutes: 121 }]),
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'AGENDA_TOO_LONG',
      params: { minutes: 121, limit: 120 },
    });
  });

  it('of the group’s own is kept under its name and fitted to each meeting made with it', async () => {
    const template = await create();
    expect(template.steps.map(({ name, minutes }) => [name, minutes])).toEqual([
      ['見学', 30],
      ['近況', 5],
    ]);
    const meeting = await one({ agendaTemplate: template.id });
    expect(meeting.agenda.map(({ name, minutes }) => [name, minutes])).toEqual([
      ['見学', 30],
      ['休憩', 10],
      ['近況', 15],
    ]);
    const short = await one({ agendaTemplate: template.id, durationMinutes: 30 });
    expect(short.agenda.reduce((sum, { minutes }) => sum + minutes, 0)).toBeLessThanOrEqual(30);
    const { editAgendaTemplate } = await facilitator.ask<{ editAgendaTemplate: { version: number } }>(
      changeMutation,
      {
        input: {
          templateId: template.id,
          name: '別の名前',
          steps: [{ name: '話', minutes: 5 }],
          expectedVersion: template.version,
        },
      },
    );
    expect(editAgendaTemplate.version).toBe(2);
    expect(
      await facilitator.refusal(changeMutation, {
        input: {
          templateId: template.id,
          name: 'x',
          steps: [{ name: '話', minutes: 5 }],
          expectedVersion: 1,
        },
      }),
    ).toBe('CONFLICT');
    await facilitator.ask(removeMutation, { id: template.id });
    expect(await facilitator.refusal(removeMutation, { id: template.id })).toBe('NOT_FOUND');
    expect(
      await facilitator.refusal(scheduleMutation, {
        input: plan(here.groupId, await eveningIn(app, 9), { agendaTemplate: template.id }),
      }),
    ).toBe('BAD_USER_INPUT');
  });
  it('is made once by two taps', async () => {
    const [a, b] = await Promise.all([1, 2].map(() => create({ idempotencyKey: 'k' })));
    expect(a!.id).toBe(b!.id);
  });

  test.each<[string, readonly object[], string]>([
    ['a name of 10,000 characters', [{ name: 'あ'.repeat(10_000), minutes: 5 }], 'BAD_USER_INPUT'],
    ['a NUL', [{ name: 'a\u0000', minutes: 5 }], 'BAD_USER_INPUT'],
    ['no minutes', [{ name: 'x', minutes: 0 }], 'BAD_USER_INPUT'],
    ['an unknown step', [{ key: '__proto__', minutes: 5 }], 'BAD_USER_INPUT'],
    [
      'a forged step',
      [{ id: 'stp_00000000-0000-7000-8000-000000000000', name: 'x', minutes: 5 }],
      'NOT_FOUND',
    ],
  ])('with %s is turned down and changes nothing', async (_, steps, code) => {
    const meeting = await one();
    expect(await facilitator.refusal(editMutation, edit(meeting, steps))).toBe(code);
    const { node } = await member.ask<{ node: { version: number } }>(
      `query ($id: ID!) { node(id: $id) { ... on Meeting { version } } }`,
      { id: meeting.id },
    );
    expect(node.version).toBe(meeting.version);
  });

  it('belongs to the group: members look, others know of nothing', async () => {
    const [meeting, template] = [await one(), await create()];
    const change = { input: { templateId: template.id, name: 'x', steps: [{ name: '話', minutes: 5 }] } };
    expect(await member.refusal(editMutation, edit(meeting, []))).toBe('FORBIDDEN');
    expect(await member.refusal(createMutation, own())).toBe('FORBIDDEN');
    expect(await member.refusal(changeMutation, change)).toBe('FORBIDDEN');
    for (const outsider of [neighbour, stranger]) {
      expect(await outsider.refusal(editMutation, edit(meeting, []))).toBe('NOT_FOUND');
      expect(await outsider.refusal(createMutation, own())).toBe('NOT_FOUND');
      expect(await outsider.refusal(changeMutation, change)).toBe('NOT_FOUND');
      expect(await outsider.refusal(removeMutation, { id: template.id })).toBe('NOT_FOUND');
    }
    // Another group of the same office does not borrow it either.
    const elsewhere = await app.group(here.tenant, [here.people.neighbour], '隣の会');
    expect(
      await office.refusal(scheduleMutation, {
        input: plan(elsewhere, await eveningIn(app, 9), { agendaTemplate: template.id }),
      }),
    ).toBe('NOT_FOUND');
  });
});

describe('who does what at a meeting', () => {
  interface SeenRole {
    readonly role: string;
    readonly because: string | null;
    readonly member: { readonly id: string } | null;
    readonly viewerCan: { readonly set: boolean; readonly take: boolean; readonly passOn: boolean };
  }
  const fields = `id roles { role because member { id } viewerCan { set take passOn } }`;
  const suggestMutation = `mutation ($id: ID!) { suggestMeetingRoles(meetingId: $id) { ${fields} } }`;
  const setMutation = `mutation ($id: ID!, $role: MeetingRoleName!, $who: ID) { setMeetingRole(meetingId: $id, role: $role, memberId: $who) { ${fields} } }`;
  const takeMutation = `mutation ($id: ID!, $role: MeetingRoleName!) { takeMeetingRole(meetingId: $id, role: $role) { ${fields} } }`;
  const swapMutation = `mutation ($id: ID!, $role: MeetingRoleName!, $with: MeetingRoleName!) { swapMeetingRoles(meetingId: $id, role: $role, withRole: $with) { ${fields} } }`;
  const passMutation = `mutation ($id: ID!, $role: MeetingRoleName!) { passMeetingRoleOn(meetingId: $id, role: $role) { ${fields} } }`;

  const rolesOf = async (client: TestClient, id: string): Promise<readonly SeenRole[]> =>
    (
      await client.ask<{ node: { roles: SeenRole[] } }>(
        `query ($id: ID!) { node(id: $id) { ... on Meeting { ${fields} } } }`,
        { id },
      )
    ).node.roles;
  const idOf = (name: keyof Circle['people']) => publicId('Member', here.people[name].memberId);
  const clientOf = (id: string | undefined): TestClient =>
    here.clients[(Object.keys(here.people) as (keyof Circle['people'])[]).find((name) => idOf(name) === id)!];
  const one = async (inDays: number, changes: object = {}) =>
    (
      await schedule(
        facilitator,
        plan(here.groupId, await eveningIn(app, inDays), { agendaTemplate: 'monthly-review', ...changes }),
      )
    ).meetings[0]!;

  it('is suggested two weeks before, three roles for three people, who are told', async () => {
    const meeting = await one(30);
    await app.drain();
    expect((await rolesOf(member, meeting.id)).map(({ member: who }) => who)).toEqual([null, null, null]);
    await hoursBefore(app, meeting, 14 * 24);
    const roles = await rolesOf(member, meeting.id);
    expect(new Set(roles.map(({ member: who }) => who?.id))).toEqual(
      new Set([idOf('facilitator'), idOf('member'), idOf('quiet')]),
    );
    expect(roles.every(({ because }) => because === 'ROTATION')).toBe(true);
    expect(await bell(member, /をお願いします/)).toHaveLength(1);
    expect(await bell(quiet, /Your part in/)).toHaveLength(1);
  });

  it('has no hot seat where nobody is to be heard, and is not suggested for an open meeting', async () => {
    const first = await one(10, { agendaTemplate: null });
    expect((await rolesOf(member, first.id)).map(({ role }) => role)).toEqual(['HOST', 'TIMEKEEPER']);
    const open = await one(12, { agendaTemplate: 'open' });
    await app.drain();
    expect((await rolesOf(member, open.id)).every(({ member: who }) => who === null)).toBe(true);
  });

  it('goes to the next when somebody passes it on, and is free when all have', async () => {
    const meeting = await one(10);
    await app.drain();
    const holder = async () => (await rolesOf(member, meeting.id))[0]!.member?.id;
    const asked = new Set<string>();
    for (let i = 0; i < 3; i++) {
      const now = await holder();
      asked.add(now!);
      await clientOf(now).ask(passMutation, { id: meeting.id, role: 'HOST' });
      await app.drain();
    }
    expect(asked.size).toBe(3);
    expect(await holder()).toBeUndefined();
    expect(await bell(facilitator, /が決まっていません/)).toHaveLength(1);
    await quiet.ask(takeMutation, { id: meeting.id, role: 'HOST' });
    expect(await holder()).toBe(idOf('quiet'));
    expect(await member.refusal(takeMutation, { id: meeting.id, role: 'HOST' })).toBe('ROLE_TAKEN');
    expect(await member.refusal(passMutation, { id: meeting.id, role: 'HOST' })).toBe('ROLE_TAKEN');
    await app.drain();
    expect(await bell(facilitator, /が決まっていません/)).toEqual([]);
  });

  it('passes on by itself from whoever says they will not come', async () => {
    const meeting = await one(10);
    await app.drain();
    const before = await rolesOf(member, meeting.id);
    const host = before.find(({ role }) => role === 'HOST')!.member!.id;
    await clientOf(host).ask(rsvpMutation, { id: meeting.id, rsvp: 'NO' });
    await app.drain();
    const after = await rolesOf(member, meeting.id);
    expect(after.map(({ member: who }) => who?.id)).not.toContain(host);
    expect(after.every(({ member: who }) => who !== null)).toBe(true);
  });

  it('turns: whoever hosted last time is not asked first the next', async () => {
    const first = await one(2);
    await app.drain();
    const host = (await rolesOf(member, first.id))[0]!.member!.id;
    await hoursBefore(app, first, -24);
    const second = await one(5);
    await app.drain();
    expect((await rolesOf(member, second.id))[0]!.member!.id).not.toBe(host);
  });

  it('is the facilitator’s to change by one tap, and suggested again where it is free', async () => {
    const meeting = await one(10);
    await app.drain();
    await facilitator.ask(setMutation, { id: meeting.id, role: 'TIMEKEEPER', who: idOf('quiet') });
    expect((await rolesOf(member, meeting.id))[1]).toMatchObject({
      member: { id: idOf('quiet') },
      because: 'CHOSEN',
    });
    await facilitator.ask(setMutation, { id: meeting.id, role: 'TIMEKEEPER', who: null });
    expect((await rolesOf(member, meeting.id))[1]).toMatchObject({
      member: null,
      viewerCan: { take: true, set: false },
    });
    await office.ask(suggestMutation, { id: meeting.id });
    expect((await rolesOf(member, meeting.id))[1]!.member).not.toBeNull();
  });

  it('is not asked of people on leave', async () => {
    await app.sql(`update member set status = 'ON_LEAVE' where id = $1`, [here.people.quiet.memberId]);
    const meeting = await one(10);
    await app.drain();
    const holders = (await rolesOf(member, meeting.id)).map(({ member: who }) => who?.id);
    expect(new Set(holders)).toEqual(new Set([idOf('facilitator'), idOf('member')]));
    const host = clientOf(holders[0]);
    await host.ask(passMutation, { id: meeting.id, role: 'HOST' });
    await app.drain();
    expect((await rolesOf(member, meeting.id))[0]!.member!.id).not.toBe(idOf('quiet'));
  });

  it('changes hands between two when the facilitator says so, and both hear of it', async () => {
    const meeting = await one(10);
    await app.drain();
    const [host, timekeeper, hotSeat] = (await rolesOf(member, meeting.id)).map((role) => role.member!.id);
    const swap = { id: meeting.id, role: 'HOST', with: 'TIMEKEEPER' };
    for (const outsider of [neighbour, stranger])
      expect(await outsider.refusal(swapMutation, swap)).toBe('NOT_FOUND');
    expect(await member.refusal(swapMutation, swap)).toBe('FORBIDDEN');
    expect(await facilitator.refusal(swapMutation, { ...swap, with: 'HOST' })).toBe('ROLE_TAKEN');
    await facilitator.ask(swapMutation, swap);
    await app.drain();
    expect((await rolesOf(member, meeting.id)).map((role) => role.member!.id)).toEqual([
      timekeeper,
      host,
      hotSeat,
    ]);
    await facilitator.ask(setMutation, { id: meeting.id, role: 'HOT_SEAT', who: null });
    expect(await facilitator.refusal(swapMutation, { ...swap, with: 'HOT_SEAT' })).toBe('ROLE_TAKEN');
  });

  it('is nobody’s business outside', async () => {
    const meeting = await one(10);
    await app.drain();
    const acts = [
      [suggestMutation, { id: meeting.id }],
      [setMutation, { id: meeting.id, role: 'HOST', who: idOf('member') }],
      [takeMutation, { id: meeting.id, role: 'HOST' }],
      [passMutation, { id: meeting.id, role: 'HOST' }],
    ] as const;
    for (const [query, variables] of acts)
      for (const outsider of [neighbour, stranger])
        expect(await outsider.refusal(query, variables)).toBe('NOT_FOUND');
    expect(await member.refusal(suggestMutation, { id: meeting.id })).toBe('FORBIDDEN');
    expect(await member.refusal(setMutation, { id: meeting.id, role: 'HOST', who: idOf('member') })).toBe(
      'FORBIDDEN',
    );
    for (const who of ['neighbour', 'stranger'] as const)
      expect(await facilitator.refusal(setMutation, { id: meeting.id, role: 'HOST', who: idOf(who) })).toBe(
        'NOT_FOUND',
      );
    expect(await office.refusal(takeMutation, { id: meeting.id, role: 'HOST' })).toBe('FORBIDDEN');
  });
});

describe('a series', () => {
  const editMutation = `mutation ($input: EditSeriesInput!) { editSeries(input: $input) { id title place startsAtLocal version series { id rule meetings(first: 100) { edges { node { id startsAtLocal title viewerRsvp status } } } } } }`;
  const fields = async (changes: object = {}) => ({
    title: '水曜の会',
    rule: 'FREQ=WEEKLY;INTERVAL=2;COUNT=4',
    startsAtLocal: await eveningIn(app, 41),
    durationMinutes: 90,
    format: 'IN_PERSON',
    place: '商工会議所',
    ...changes,
  });
  const monthly = async () =>
    (
      await schedule(
        facilitator,
        plan(here.groupId, await eveningIn(app, 20), { rule: 'FREQ=MONTHLY;COUNT=6' }),
      )
    ).meetings;

  it('is changed from one meeting on: answers and ids stay, the rest is called off, the group hears once', async () => {
    const meetings = await monthly();
    await member.ask(rsvpMutation, { id: meetings[2]!.id, rsvp: 'YES' });
    await app.drain();
    const { editSeries } = await facilitator.ask<{
      editSeries: {
        title: string;
        series: { meetings: { edges: { node: { id: string; startsAtLocal: string } }[] } };
      };
    }>(editMutation, {
      input: await fields({ meetingId: meetings[1]!.id, expectedVersion: meetings[1]!.version }),
    });
    expect(editSeries.title).toBe('水曜の会');
    const kept = editSeries.series.meetings.edges.map(({ node }) => node);
    expect(kept.map(({ id }) => id)).toEqual(meetings.slice(1, 5).map(({ id }) => id));
    expect(kept.map(({ startsAtLocal }) => startsAtLocal)).toEqual(
      await Promise.all([41, 55, 69, 83].map((n) => eveningIn(app, n))),
    );
    const rows = await app.sql<{ status: string; title: string }>(
      `select status, title from meeting where group_id = $1 order by recurrence_id, id`,
      [here.groupId],
    );
    expect(rows.filter(({ status }) => status === 'CANCELLED')).toHaveLength(1);
    const { node } = await member.ask<{ node: { viewerRsvp: string } }>(
      `query ($id: ID!) { node(id: $id) { ... on Meeting { viewerRsvp } } }`,
      { id: meetings[2]!.id },
    );
    expect(node.viewerRsvp).toBe('YES');
    await app.drain();
    expect(await bell(member, /日時が変わりました/)).toHaveLength(1);
  });

  it('at another place only, tells nobody of another time', async () => {
    const meetings = await monthly();
    const [first] = meetings;
    await facilitator.ask(editMutation, {
      input: await fields({
        meetingId: first!.id,
        rule: 'FREQ=MONTHLY;COUNT=6',
        startsAtLocal: first!.startsAtLocal,
        durationMinutes: 120,
      }),
    });
    await app.drain();
    expect(await bell(member, /日時が変わりました/)).toEqual([]);
  });

  it('opens as it is for those who may change it, and sent back so moves nobody', async () => {
    const meetings = await monthly();
    await facilitator.ask(`mutation ($id: ID!) { cancelMeeting(meetingId: $id) { id } }`, {
      id: meetings[4]!.id,
    });
    const third = meetings[2]!;
    const restQuery = `query ($id: ID!) { node(id: $id) { ... on Meeting { restOfSeries { rule startsAtLocal skip postpone } } } }`;
    const { node } = await facilitator.ask<{ node: { restOfSeries: object } }>(restQuery, { id: third.id });
    const datesQuery = `query ($id: ID!) { node(id: $id) { ... on Meeting { restOfSeries { dates { slot local } } } } }`;
    expect((await facilitator.ask<{ node: object }>(datesQuery, { id: third.id })).node).toEqual({
      restOfSeries: {
        dates: meetings
          .slice(2)
          .map(({ startsAtLocal: slot }, i) => ({ slot, local: i === 2 ? null : slot })),
      },
    });
    expect(node.restOfSeries).toEqual({
      rule: 'FREQ=MONTHLY;COUNT=4',
      startsAtLocal: third.startsAtLocal,
      skip: [meetings[4]!.startsAtLocal],
      postpone: [],
    });
    expect((await member.ask<{ node: object }>(restQuery, { id: third.id })).node).toEqual({
      restOfSeries: null,
    });
    for (const outsider of [neighbour, stranger])
      expect((await outsider.ask<{ node: object | null }>(restQuery, { id: third.id })).node).toBeNull();
    await app.drain();
    await facilitator.ask(editMutation, {
      input: await fields({ meetingId: third.id, durationMinutes: 120, ...node.restOfSeries }),
    });
    await app.drain();
    expect(await bell(member, /日時が変わりました/)).toEqual([]);
    expect(
      await app.sql(`select 1 from meeting where group_id = $1 and status <> 'CANCELLED'`, [here.groupId]),
    ).toHaveLength(5);
  });

  it('is changed once by two who change it at once', async () => {
    const [first] = await monthly();
    const input = await fields({ meetingId: first!.id, expectedVersion: first!.version });
    const answers = await Promise.all(
      [90, 150].map((durationMinutes) =>
        facilitator.query(editMutation, { input: { ...input, durationMinutes } }),
      ),
    );
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').sort()).toEqual([
      'CONFLICT',
      'done',
    ]);
  });

  it('is changed by those who schedule, and by no rule that nobody understands', async () => {
    const [first] = await monthly();
    const input = await fields({ meetingId: first!.id });
    expect(await member.refusal(editMutation, { input })).toBe('FORBIDDEN');
    for (const outsider of [neighbour, stranger])
      expect(await outsider.refusal(editMutation, { input })).toBe('NOT_FOUND');
    for (const [changes, code] of [
      [{ rule: 'FREQ=DAILY' }, 'RULE_NOT_UNDERSTOOD'],
      [{ startsAtLocal: '2020-01-01T10:00' }, 'BAD_USER_INPUT'],
      [{ title: 'あ'.repeat(10_000) }, 'BAD_USER_INPUT'],
      [{ meetingId: 'mtg_00000000-0000-7000-8000-000000000000' }, 'NOT_FOUND'],
    ] as const)
      expect(await facilitator.refusal(editMutation, { input: { ...input, ...changes } })).toBe(code);
  });
});

describe('planning a time at which people are expected elsewhere', () => {
  const ask = `query ($groupId: ID!, $at: [LocalDateTime!]!, $moving: ID, $minutes: Int!) {
    doubleBookings(groupId: $groupId, startsAtLocal: $at, timeZone: "Asia/Tokyo", durationMinutes: $minutes, moving: $moving) { startsAtLocal people } }`;
  it('says how many, and nothing of the other meeting; to those who plan alone', async () => {
    const evening = await eveningIn(app, 20);
    const other = await app.group(here.tenant, [here.people.neighbour, here.people.member], '別の会の名前');
    const at = (time: string) => `${evening.slice(0, 11)}${time}`;
    await schedule(office, plan(other, at('19:00'), { title: '別の会の題' }));
    const own = await schedule(facilitator, plan(here.groupId, at('10:00')));
    const variables = {
      groupId: publicId('Group', here.groupId),
      at: ['17:00', '17:01', '20:59', '21:00', '10:30'].map(at),
      minutes: 120,
    };
    expect(await facilitator.ask(ask, variables)).toEqual({
      doubleBookings: [
        { startsAtLocal: at('10:30'), people: 3 },
        { startsAtLocal: at('17:01'), people: 1 },
        { startsAtLocal: at('20:59'), people: 1 },
      ],
    });
    expect(await facilitator.ask(ask, { ...variables, moving: own.meetings[0]!.id })).toMatchObject({
      doubleBookings: [{ startsAtLocal: at('17:01') }, { startsAtLocal: at('20:59') }],
    });
    expect(await member.refusal(ask, variables)).toBe('FORBIDDEN');
    for (const outsider of [neighbour, stranger])
      expect(await outsider.refusal(ask, variables)).toBe('NOT_FOUND');
    await app.sql(`update meeting set status = 'CANCELLED' where group_id = $1`, [other]);
    expect(await facilitator.ask(ask, { ...variables, at: [at('19:00')] })).toEqual({ doubleBookings: [] });
  });
});
