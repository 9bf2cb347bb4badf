import { afterAll, beforeAll, beforeEach, describe, expect, it, jest, test } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import pg from 'pg';
import type { Logger } from 'pino';
import { WebSocket } from 'ws';
import { LOGGER } from '../../platform/boot/tokens.js';
import { Live } from '../../platform/live/live.js';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import {
  cancelMutation,
  circle,
  eveningIn,
  plan,
  schedule,
  type Circle,
} from '../meeting/meetings.factory.js';

interface SeenRun {
  readonly startedAt: string;
  readonly stepId: string | null;
  readonly since: string;
  readonly paused: boolean;
  readonly looseMs: number;
  readonly pausedMs: number;
  readonly steps: readonly { stepId: string; spentMs: number; extraMinutes: number; state: string }[];
  readonly version: number;
  readonly startedBy: { readonly displayName: string };
}
interface Seen {
  readonly id: string;
  readonly status: string;
  readonly agenda: readonly { id: string }[];
  readonly run: SeenRun | null;
  readonly viewerCan: { readonly run: boolean };
}
const fields = `id status agenda { id } viewerCan { run }
  run { startedAt stepId since paused looseMs pausedMs steps { stepId spentMs extraMinutes state } version startedBy { displayName } }`;
const startMutation = `mutation ($id: ID!) { startMeeting(meetingId: $id) { ${fields} } }`;
const runMutation = `mutation ($input: RunMeetingInput!) { runMeeting(input: $input) { ${fields} } }`;

let app: TestApp;
let here: Circle;
let id: string;
let facilitator: TestClient,
  member: TestClient,
  office: TestClient,
  neighbour: TestClient,
  stranger: TestClient;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());
beforeEach(async () => {
  here = await circle(app);
  ({ facilitator, member, office, neighbour, stranger } = here.clients);
  id = (await schedule(facilitator, plan(here.groupId, await eveningIn(app, 10)))).meetings[0]!.id;
});

const start = async (client = facilitator, meetingId = id): Promise<Seen> =>
  (await client.ask<{ startMeeting: Seen }>(startMutation, { id: meetingId })).startMeeting;
const tap = async (act: string, more: object = {}, client = facilitator): Promise<SeenRun> =>
  (await client.ask<{ runMeeting: Seen }>(runMutation, { input: { meetingId: id, act, ...more } })).runMeeting
    .run!;
const refused = (act: string, more: object = {}, client = facilitator): Promise<string> =>
  client.refusal(runMutation, { input: { meetingId: id, act, ...more } });
const read = async (client: TestClient): Promise<Seen | null> =>
  (
    await client.ask<{ node: Seen | null }>(
      `query ($id: ID!) { node(id: $id) { ... on Meeting { ${fields} } } }`,
      { id },
    )
  ).node;
const spent = (run: SeenRun, stepId: string): number =>
  run.steps.find((step) => step.stepId === stepId)?.spentMs ?? 0;

describe('starting', () => {
  it('opens the meeting for all members of the group at once', async () => {
    const seen = await start();
    expect(seen).toMatchObject({
      status: 'OPEN',
      run: { stepId: seen.agenda[0]!.id, paused: false, version: 1 },
    });
    expect(seen.run!.startedBy.displayName).toBe('佐藤 進');
    expect((await read(member))!.run).toEqual(seen.run);
  });
  it('the office sees that it is open, and nothing of how it goes', async () => {
    await start();
    expect(await read(office)).toMatchObject({ status: 'OPEN', run: null, viewerCan: { run: false } });
  });
  it('two who tap 開始 at once have started it once', async () => {
    const [one, two] = await Promise.all([start(), start()]);
    expect(one!.run!.startedAt).toBe(two!.run!.startedAt);
    expect(
      await app.sql(`select 1 from domain_event where tenant_id = $1 and name = 'meeting.started'`, [
        here.tenant.id,
      ]),
    ).toHaveLength(1);
  });
  it('one meeting of a group is open at a time, however many are started at once', async () => {
    const others = (
      await schedule(
        facilitator,
        plan(here.groupId, await eveningIn(app, 40), { rule: 'FREQ=MONTHLY;COUNT=3' }),
      )
    ).meetings;
    const codes = await Promise.all(
      [id, ...others.map((one) => one.id)].map((one) => facilitator.refusal(startMutation, { id: one })),
    );
    expect(codes.sort()).toEqual([...Array(3).fill('ANOTHER_MEETING_OPEN'), 'no error']);
  });
  it('ends its reminders', async () => {
    await app.drain();
    const due = () =>
      app.sql(
        `select 1 from timer where tenant_id = $1 and name like 'meeting.reminder%' and state = 'DUE'`,
        [here.tenant.id],
      );
    expect((await due()).length).toBeGreaterThan(0);
    await start();
    await app.drain();
    expect(await due()).toEqual([]);
  });
  it('not one that was called off', async () => {
    await facilitator.ask(cancelMutation, { id });
    expect(await facilitator.refusal(startMutation, { id })).toBe('MEETING_CANCELLED');
  });
});

describe('who runs it', () => {
  it('members and the office see, and are turned away', async () => {
    for (const client of [member, office]) {
      expect(await client.refusal(startMutation, { id })).toBe('FORBIDDEN');
      expect((await read(client))!.viewerCan.run).toBe(false);
    }
    await start();
    for (const client of [member, office]) expect(await refused('NEXT', {}, client)).toBe('FORBIDDEN');
  });
  it('for another group and another organisation there is no such meeting', async () => {
    await start();
    for (const client of [neighbour, stranger]) {
      expect(await client.refusal(startMutation, { id })).toBe('NOT_FOUND');
      expect(await refused('NEXT', {}, client)).toBe('NOT_FOUND');
      expect(await read(client)).toBeNull();
    }
  });
});

describe('the console', () => {
  it('moves through the steps, and the time of each is kept', async () => {
    const { agenda } = await start();
    await app.advance(120);
    expect(await tap('PAUSE')).toMatchObject({ paused: true });
    await app.advance(600);
    await tap('RESUME');
    await app.advance(60);
    const run = await tap('NEXT');
    expect(run.stepId).toBe(agenda[1]!.id);
    expect(spent(run, agenda[0]!.id)).toBeGreaterThanOrEqual(180_000);
    expect(spent(run, agenda[0]!.id)).toBeLessThan(600_000);
    expect(run.pausedMs).toBeGreaterThanOrEqual(600_000);
    expect(await tap('EXTEND', { minutes: 5 })).toMatchObject({
      steps: expect.arrayContaining([expect.objectContaining({ stepId: agenda[1]!.id, extraMinutes: 5 })]),
    });
    expect((await tap('GO_TO', { stepId: agenda[3]!.id })).stepId).toBe(agenda[3]!.id);
    expect((await tap('BACK')).stepId).toBe(agenda[2]!.id);
    expect((await tap('SKIP')).stepId).toBe(agenda[3]!.id);
    expect((await read(member))!.run!.stepId).toBe(agenda[3]!.id);
  });
  it('two phones that tap next at once have moved one step', async () => {
    const { agenda } = await start();
    await Promise.all([tap('NEXT', { expectedVersion: 1 }), tap('NEXT', { expectedVersion: 1 })]);
    expect((await read(member))!.run).toMatchObject({ stepId: agenda[1]!.id, version: 2 });
    expect(await refused('PAUSE', { expectedVersion: 1 })).toBe('CONFLICT');
  });
  it('a tap that is sent again does nothing', async () => {
    const { agenda } = await start();
    const input = { idempotencyKey: 'tap-1' };
    await tap('NEXT', input);
    await tap('NEXT', input);
    expect((await read(member))!.run!.stepId).toBe(agenda[1]!.id);
  });
  it('a tap from a phone that had no connection counts from when it was made', async () => {
    const { agenda, run } = await start();
    await app.advance(600);
    const at = new Date(Date.parse(run!.startedAt) + 240_000).toISOString();
    expect(spent(await tap('NEXT', { at }), agenda[0]!.id)).toBe(240_000);
    expect(spent(await tap('NEXT', { at: '2020-01-01T00:00:00Z' }), agenda[1]!.id)).toBe(0);
  });
  test.each<[string, string, object, string]>([
    ['an extension of nothing', 'EXTEND', { minutes: 0 }, 'BAD_USER_INPUT'],
    ['an endless one', 'EXTEND', { minutes: 2_000_000_000 }, 'BAD_USER_INPUT'],
    ['a forged step', 'GO_TO', { stepId: 'stp_00000000-0000-7000-8000-000000000000' }, 'BAD_USER_INPUT'],
    ['a member for a step', 'GO_TO', { stepId: 'mem_00000000-0000-7000-8000-000000000000' }, 'NOT_FOUND'],
    ['a key of 10,000 characters', 'NEXT', { idempotencyKey: 'あ'.repeat(10_000) }, 'BAD_USER_INPUT'],
    ['a version that never was', 'NEXT', { expectedVersion: 99 }, 'CONFLICT'],
    ['an unknown act', 'DANCE', {}, 'BAD_USER_INPUT'],
  ])('%s is turned down and changes nothing', async (_, act, more, code) => {
    const { run } = await start();
    expect(await refused(act, more)).toBe(code);
    expect((await read(member))!.run).toEqual(run);
  });
  it('before the start there is nothing to run', async () => {
    expect(await refused('NEXT')).toBe('MEETING_NOT_STARTED');
    expect((await read(facilitator))!.run).toBeNull();
  });
  it('the clock of the server can be asked', async () => {
    const before = (await app.advance(0)).getTime();
    const { now } = await member.ask<{ now: string }>('{ now }');
    expect(Date.parse(now)).toBeGreaterThanOrEqual(before);
    expect(await app.client().refusal('{ now }')).toBe('UNAUTHENTICATED');
  });
});

describe('a screen that follows', () => {
  interface Message {
    readonly type: string;
    readonly payload?: { readonly data: { meetingChanged: { status: string } } | null };
  }
  /** A hand-written graphql-ws client, which also sees what comes after it has closed. */
  async function follow(client: TestClient, query: string) {
    const socket = new WebSocket(`${app.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
      headers: { cookie: client.cookieHeader },
    });
    const [heard, waiting]: [Message[], ((message: Message) => void)[]] = [[], []];
    const say = (message: object) => socket.send(JSON.stringify(message));
    const next = () =>
      new Promise<Message>((resolve) => {
        const message = heard.shift();
        if (message) resolve(message);
        else waiting.push(resolve);
      });
    socket.on('message', (data: Buffer) => {
      const message = JSON.parse(data.toString()) as Message;
      const waits = waiting.shift();
      if (waits) waits(message);
      else heard.push(message);
    });
    await new Promise((resolve) => socket.once('open', resolve));
    say({ type: 'connection_init', payload: { 'Yoriai-Tenant': client.slug } });
    expect((await next()).type).toBe('connection_ack');
    say({ type: 'subscribe', id: 'one', payload: { query, variables: { id } } });
    await until(() => app.application.app.get(Live).listening === 1);
    return { next, hangUp: () => say({ type: 'complete', id: 'one' }), close: () => socket.close() };
  }
  async function until(is: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await is())) await new Promise((resolve) => setImmediate(resolve));
  }

  it('is told, and may be closed in the middle of being told without a word in the log', async () => {
    const errors = jest.spyOn(app.application.app.get<Logger>(LOGGER), 'error');
    const screen = await follow(
      member,
      `subscription ($id: ID!) { meetingChanged(meetingId: $id) { status decisions { text meeting { id commitments { id } } } } }`,
    );
    await start();
    await app.drain();
    expect((await screen.next()).payload?.data?.meetingChanged.status).toBe('OPEN');
    await facilitator.ask(
      `mutation ($input: RecordDecisionInput!) { recordDecision(input: $input) { id } }`,
      { input: { meetingId: id, text: '次回は工場で' } },
    );
    const holdUp = new pg.Client({ connectionString: app.application.database.ownerUrl });
    await holdUp.connect();
    await holdUp.query('begin; lock table meeting_decision in access exclusive mode');
    await app.drain();
    const isReading = `select 1 from pg_locks where relation = 'meeting_decision'::regclass and not granted`;
    await until(async () => (await holdUp.query(isReading)).rows.length > 0);
    screen.hangUp();
    await until(() => app.application.app.get(Live).listening === 0);
    await holdUp.query('rollback');
    await holdUp.end();
    let last = await screen.next();
    while (last.payload?.data) last = await screen.next();
    screen.close();
    expect(last.payload).toEqual({ data: null });
    expect(errors).not.toHaveBeenCalled();
  });
});

describe('a start that was a mistake', () => {
  const back = `mutation ($id: ID!) { takeBackStart(meetingId: $id) { ${fields} } }`;
  const reminders = async (): Promise<unknown[]> =>
    app.sql(
      `select t.name from timer t join meeting m on t.key = m.id::text
       where m.group_id = $1 and t.name like 'meeting.reminder.%' and t.state = 'DUE' order by t.name`,
      [here.groupId],
    );
  it('is taken back while nothing is recorded, and the reminders are planned anew', async () => {
    await app.drain();
    const planned = await reminders();
    expect(planned.length).toBeGreaterThan(0);
    await start();
    await app.drain();
    expect(await reminders()).toEqual([]);
    for (const [client, code] of [
      [member, 'FORBIDDEN'],
      [neighbour, 'NOT_FOUND'],
      [stranger, 'NOT_FOUND'],
    ] as const)
      expect(await client.refusal(back, { id })).toBe(code);
    const { takeBackStart } = await facilitator.ask<{ takeBackStart: Seen }>(back, { id });
    expect(takeBackStart).toMatchObject({ status: 'SCHEDULED', run: null, viewerCan: { run: true } });
    await app.drain();
    expect(await reminders()).toEqual(planned);
    expect(await facilitator.refusal(back, { id })).toBe('MEETING_NOT_STARTED');
    expect((await start()).run!.version).toBe(1);
  });
  it('stands once a member touched its clock or was marked as there', async () => {
    await start();
    await facilitator.ask(
      `mutation ($input: MarkAttendanceInput!) { markAttendance(input: $input) { id } }`,
      { input: { meetingId: id, presence: 'PRESENT' } },
    );
    expect(await facilitator.refusal(back, { id })).toBe('MEETING_UNDER_WAY');
    await facilitator.ask(
      `mutation ($input: MarkAttendanceInput!) { markAttendance(input: $input) { id } }`,
      { input: { meetingId: id, presence: null } },
    );
    await tap('PAUSE');
    expect(await facilitator.refusal(back, { id })).toBe('MEETING_UNDER_WAY');
  });
});

describe('who came, after the meeting was closed', () => {
  const correct = `mutation ($input: CorrectAttendanceInput!) { correctAttendance(input: $input) { id status
    attendees { presence late member { displayName } } attendanceCorrections { before presence late member { displayName } by { displayName } }
    viewerCan { correctAttendance } } }`;
  const input = (presence: string, late = false) => ({
    input: {
      meetingId: id,
      presence,
      late,
      memberId: publicId('Member', here.people.member.memberId),
    },
  });
  it('is corrected by the facilitators alone, and what stood there stays readable', async () => {
    await start();
    expect(await facilitator.refusal(correct, input('PRESENT'))).toBe('MEETING_NOT_CLOSED');
    await facilitator.ask(`mutation ($id: ID!) { closeMeeting(input: { meetingId: $id }) { id } }`, { id });
    for (const [client, code] of [
      [member, 'FORBIDDEN'],
      [office, 'FORBIDDEN'],
      [neighbour, 'NOT_FOUND'],
      [stranger, 'NOT_FOUND'],
    ] as const)
      expect(await client.refusal(correct, input('PRESENT'))).toBe(code);
    expect(await facilitator.refusal(correct, input('ABSENT', true))).toBe('BAD_USER_INPUT');
    await facilitator.ask(correct, input('PRESENT', true));
    await facilitator.ask(correct, input('PRESENT', true));
    const { correctAttendance } = await facilitator.ask<{
      correctAttendance: { attendees: object[]; attendanceCorrections: object[]; viewerCan: object };
    }>(correct, input('ABSENT'));
    const of = { displayName: '山田 花子' };
    expect(correctAttendance.attendees).toContainEqual({ presence: 'ABSENT', late: false, member: of });
    expect(correctAttendance.viewerCan).toEqual({ correctAttendance: true });
    expect(correctAttendance.attendanceCorrections).toEqual([
      expect.objectContaining({ before: null, presence: 'PRESENT', late: true, member: of }),
      expect.objectContaining({ before: 'PRESENT', presence: 'ABSENT', late: false, member: of }),
    ]);
    const seen = `query ($id: ID!) { node(id: $id) { ... on Meeting { attendanceCorrections { presence } viewerCan { correctAttendance } } } }`;
    expect((await member.ask<{ node: object }>(seen, { id })).node).toEqual({
      attendanceCorrections: [{ presence: 'PRESENT' }, { presence: 'ABSENT' }],
      viewerCan: { correctAttendance: false },
    });
    expect((await office.ask<{ node: object }>(seen, { id })).node).toMatchObject({
      attendanceCorrections: [],
    });
    expect((await neighbour.ask<{ node: object | null }>(seen, { id })).node).toBeNull();
  });
});
