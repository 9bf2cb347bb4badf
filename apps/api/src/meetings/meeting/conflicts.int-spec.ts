import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { buildSchema, getNamedType, isInputObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApp, type Answer, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import {
  cancelMutation,
  circle,
  editMutation,
  eveningIn,
  meetingFields,
  plan,
  rescheduleMutation,
  rsvpMutation,
  schedule,
  scheduleMutation,
  type Circle,
  type SeenMeeting,
} from './meetings.factory.js';

let app: TestApp;
let here: Circle;
let meetings: SeenMeeting[];
let facilitator: TestClient;
let office: TestClient;
beforeAll(async () => {
  app = await startApp();
  here = await circle(app);
  ({ facilitator, office } = here.clients);
});
afterAll(() => app?.stop());
beforeEach(async () => {
  // Limits of how many acts one makes in an hour are not what this is about.
  await app.sql(`delete from auth.throttle`);
  const rule = 'FREQ=WEEKLY;COUNT=6';
  ({ meetings } = await schedule(facilitator, plan(here.groupId, await eveningIn(app, 10), { rule })));
});

const later = ({ startsAtLocal }: SeenMeeting, time: string) => `${startsAtLocal.slice(0, 10)}T${time}`;
/** The two do not wish for the same. */
const mine = <T>(by: TestClient, ofOffice: T, ofLeader: T): T => (by === office ? ofOffice : ofLeader);
type Attempt = (by: TestClient, meeting: SeenMeeting, version: number) => Promise<Answer>;
/** Every way to change a meeting that carries the version its author saw. */
const acts: Record<string, Attempt> = {
  edit: (by, { id }, expectedVersion) =>
    by.query(editMutation, {
      input: { meetingId: id, place: `別館 ${mine(by, '北', '南')}`, expectedVersion },
    }),
  move: (by, meeting, expectedVersion) =>
    by.query(rescheduleMutation, {
      input: {
        meetingId: meeting.id,
        startsAtLocal: later(meeting, mine(by, '20:15', '20:30')),
        expectedVersion,
      },
    }),
  'move the rest': (by, meeting, expectedVersion) =>
    by.query(rescheduleMutation, {
      input: {
        meetingId: meeting.id,
        startsAtLocal: later(meeting, mine(by, '18:45', '18:50')),
        andFollowing: true,
        expectedVersion,
      },
    }),
  'edit the agenda': (by, { id, agenda }, expectedVersion) =>
    by.query(`mutation ($input: EditAgendaInput!) { editAgenda(input: $input) { id } }`, {
      input: {
        meetingId: id,
        steps: agenda.slice(1).map(({ id: stepId, name }) => ({ id: stepId, name, minutes: mine(by, 5, 6) })),
        expectedVersion,
      },
    }),
  'edit the series': (by, meeting, expectedVersion) =>
    by.query(`mutation ($input: EditSeriesInput!) { editSeries(input: $input) { id } }`, {
      input: {
        meetingId: meeting.id,
        title: '月次レビュー',
        rule: 'FREQ=WEEKLY;COUNT=4',
        durationMinutes: 90,
        startsAtLocal: later(meeting, mine(by, '18:15', '18:20')),
        format: 'IN_PERSON',
        place: '本館',
        expectedVersion,
      },
    }),
  cancel: (by, { id }, version) => by.query(cancelMutation, { id, reason: mine(by, '台風', '雪'), version }),
  'cancel the rest': (by, { id }, version) =>
    by.query(cancelMutation, { id, reason: mine(by, '休会', '終了'), rest: true, version }),
};
const names = Object.keys(acts);
const pairs = names.flatMap((one, i) => names.slice(i).map((other) => [one, other] as const));
/** Who comes does not wait for the steps of the evening: calendars hear nothing of them. */
const isForCalendars = (name: string): boolean => name !== 'edit the agenda';

const outcome = ({ errors }: Answer): string => errors?.[0]?.extensions.code ?? 'done';
const read = async (id: string): Promise<SeenMeeting> =>
  (
    await office.ask<{ node: SeenMeeting }>(
      `query ($id: ID!) { node(id: $id) { ... on Meeting { ${meetingFields} } } }`,
      { id },
    )
  ).node;

describe('two who run the group and act at once on the same meeting', () => {
  test.each(pairs)('%s, and %s: one is done, the other is told and loses nothing', async (one, other) => {
    const meeting = meetings[2]!;
    await here.clients.member.ask(rsvpMutation, { id: meeting.id, rsvp: 'YES', note: 'LATE' });
    const answers = await Promise.all([
      acts[one]!(facilitator, meeting, meeting.version),
      acts[other]!(office, meeting, meeting.version),
    ]);
    const codes = answers.map(outcome);
    const now = await read(meeting.id);
    expect(now.version).toBe(meeting.version + 1);
    const winner = codes[0] === 'done' ? one : other;
    expect(now.sequence).toBe(meeting.sequence + (isForCalendars(winner) ? 1 : 0));
    expect(now.attendees[1]).toMatchObject({ rsvp: 'YES', note: 'LATE' });
    expect([...codes].sort()).toEqual(['CONFLICT', 'done']);
    const lost = answers[codes.indexOf('CONFLICT')]!;
    expect(lost.errors![0]!.extensions.params).toEqual({ version: now.version });
    // The loser looks again and decides anew, on what is there now.
    const [again, by] = codes[0] === 'CONFLICT' ? ([one, facilitator] as const) : ([other, office] as const);
    const retried = outcome(await acts[again]!(by, now, now.version));
    expect(retried).toBe(now.status === 'CANCELLED' ? 'MEETING_CANCELLED' : 'done');
  });

  test.each(names)(
    'who wish for the same, one after the other, are both told that it is done, and it is done once: %s',
    async (name) => {
      const meeting = meetings[2]!;
      const send = () => acts[name]!(facilitator, meeting, meeting.version);
      expect([outcome(await send()), outcome(await send())]).toEqual(['done', 'done']);
      expect(await read(meeting.id)).toMatchObject({ version: meeting.version + 1 });
    },
  );

  test.each(names)(
    'who wish for the same at once are both told that it is done, and it is done once: %s',
    async (name) => {
      const meeting = meetings[2]!;
      const send = () => acts[name]!(facilitator, meeting, meeting.version);
      expect((await Promise.all([send(), send()])).map(outcome)).toEqual(['done', 'done']);
      expect(await read(meeting.id)).toMatchObject({ version: meeting.version + 1 });
    },
  );

  it('from tabs left open for a week are told what is there now, whatever they try', async () => {
    const meeting = meetings[1]!;
    await acts['move']!(facilitator, meeting, meeting.version);
    await acts['edit']!(facilitator, meeting, meeting.version + 1);
    for (const name of names)
      expect([name, outcome(await acts[name]!(office, meeting, meeting.version))]).toEqual([
        name,
        'CONFLICT',
      ]);
    expect(await read(meeting.id)).toMatchObject({ version: meeting.version + 2, status: 'SCHEDULED' });
  });

  it('on different meetings of a series never stand in each other’s way for good', async () => {
    const answers = await Promise.all([
      acts['move']!(facilitator, meetings[4]!, meetings[4]!.version),
      acts['move the rest']!(office, meetings[2]!, meetings[2]!.version),
      acts['cancel the rest']!(facilitator, meetings[3]!, meetings[3]!.version),
      acts['edit']!(office, meetings[5]!, meetings[5]!.version),
      acts['cancel']!(facilitator, meetings[0]!, meetings[0]!.version),
    ]);
    for (const answer of answers)
      expect(['done', 'CONFLICT', 'MEETING_CANCELLED']).toContain(outcome(answer));
    expect(outcome(answers[4]!)).toBe('done');
    const slots = await app.sql<{ n: number; distinct: number }>(
      `select count(*)::int as n, count(distinct (series_id, recurrence_id))::int as distinct from meeting where id = any ($1::uuid[])`,
      [meetings.map(({ id }) => id.slice(4))],
    );
    expect(slots[0]).toEqual({ n: 6, distinct: 6 });
  });
});

it('one form sent eight times at once makes one series, one announcement and one answer', async () => {
  const input = plan(here.groupId, await eveningIn(app, 40), { idempotencyKey: 'shaky-line' });
  const count = async () => {
    const [row] = await app.sql<{ series: number; told: number }>(
      `select (select count(*) from meeting_series where group_id = $1)::int as series,
              (select count(*) from domain_event where name = 'meeting.scheduled' and ids ->> 'groupId' = $1::text)::int as told`,
      [here.groupId],
    );
    return row!;
  };
  const before = await count();
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      facilitator.ask<{ scheduleMeetings: { id: string } }>(scheduleMutation, { input }),
    ),
  );
  expect(new Set(answers.map(({ scheduleMeetings }) => scheduleMeetings.id)).size).toBe(1);
  expect(await count()).toEqual({ series: before.series + 1, told: before.told + 1 });
});

it('nothing overwrites what stands in a meeting without room for the version that was seen', () => {
  const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../schema.graphql'), 'utf8'));
  const stands = ['title', 'place', 'format', 'startsAtLocal', 'durationMinutes', 'andFollowing', 'steps'];
  const changes = Object.values(schema.getMutationType()!.getFields())
    .filter(({ type }) => getNamedType(type).name === 'Meeting')
    .map(({ name, args }) => {
      const given = args.flatMap((arg) => {
        const type = getNamedType(arg.type);
        return [arg.name, ...(isInputObjectType(type) ? Object.keys(type.getFields()) : [])];
      });
      return { name, overwrites: given.some((one) => stands.includes(one)), given };
    })
    .filter(({ overwrites }) => overwrites);
  expect(changes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['editMeeting', 'rescheduleMeeting', 'cancelMeeting']),
  );
  expect(changes.filter(({ given }) => !given.includes('expectedVersion'))).toEqual([]);
});
