import { publicId } from '@yoriai/domain/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import {
  circle,
  eveningIn,
  hoursBefore,
  plan,
  schedule,
  type Circle,
  type SeenMeeting,
} from '../meeting/meetings.factory.js';

interface Seen {
  readonly attendees: readonly {
    member: { id: string };
    attended: boolean | null;
    presence: string | null;
    late: boolean;
  }[];
  readonly viewerCan: { run: boolean; attend: boolean };
  readonly handedTo: { displayName: string } | null;
  readonly airtime:
    | readonly {
        member: { id: string };
        stepId: string | null;
        spentMs: number;
        speakingSince: string | null;
      }[]
    | null;
  readonly evenness: string | null;
  readonly recording: {
    agreed: boolean;
    viewerAgrees: boolean | null;
    url: string | null;
    goneAt: string | null;
  } | null;
}

const fields = `id attendees { member { id } attended presence late } viewerCan { run attend } handedTo { displayName }
  airtime { member { id } stepId spentMs speakingSince } evenness recording { agreed viewerAgrees url goneAt }`;

const attendMutation = `mutation ($input: MarkAttendanceInput!) { markAttendance(input: $input) { ${fields} } }`;
const handMutation = `mutation ($id: ID!, $to: ID) { handOverMeeting(meetingId: $id, memberId: $to) { ${fields} } }`;
const speakMutation = `mutation ($input: MarkSpeakerInput!) { markSpeaker(input: $input) { ${fields} } }`;
const agreeMutation = `mutation ($id: ID!, $agrees: Boolean!) { answerRecording(meetingId: $id, agrees: $agrees) { ${fields} } }`;
const linkMutation = `mutation ($id: ID!, $url: String) { linkRecording(meetingId: $id, url: $url) { ${fields} } }`;
const startMutation = `mutation ($id: ID!) { startMeeting(meetingId: $id) { id } }`;
const runMutation = `mutation ($id: ID!, $act: RunAct!) { runMeeting(input: { meetingId: $id, act: $act }) { id } }`;

let app: TestApp;
let here: Circle;
let meeting: SeenMeeting;
let facilitator: TestClient,
  member: TestClient,
  quiet: TestClient,
  office: TestClient,
  neighbour: TestClient,
  stranger: TestClient;

let ids: Record<keyof Circle['people'], string>;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app?.stop());

beforeEach(async () => {
  here = await circle(app);
  ({ facilitator, member, quiet, office, neighbour, stranger } = here.clients);
  ids = Object.fromEntries(
    Object.entries(here.people).map(([name, { memberId }]) => [name, publicId('Member', memberId)]),
  ) as typeof ids;
  meeting = (await schedule(facilitator, plan(here.groupId, await eveningIn(app, 10)))).meetings[0]!;
});

const start = () => facilitator.ask(startMutation, { id: meeting.id });

const read = async (client: TestClient): Promise<Seen> =>
  (
    await client.ask<{ node: Seen }>(`query ($id: ID!) { node(id: $id) { ... on Meeting { ${fields} } } }`, {
      id: meeting.id,
    })
  ).node;

const attend = (client: TestClient, input: object = {}) =>
  client.query(attendMutation, { input: { meetingId: meeting.id, presence: 'PRESENT', ...input } });

const code = (answer: { errors?: readonly { extensions: { code: string } }[] }) =>
  answer.errors?.[0]?.extensions.code ?? 'OK';

const of = (seen: Seen, id: string) => seen.attendees.find((one) => one.member.id === id)!;

const speak = async (client: TestClient, memberId: string | null, more: object = {}) =>
  code(await client.query(speakMutation, { input: { meetingId: meeting.id, memberId, ...more } }));

describe('attendance', () => {
  it('来ました from half an hour before, for oneself; by tap of the facilitator for others', async () => {
    expect(code(await attend(member))).toBe('MEETING_NOT_STARTED');
    await hoursBefore(app, meeting, 0.5);
    expect((await read(member)).viewerCan.attend).toBe(true);
    expect(code(await attend(member, { late: true }))).toBe('OK');
    expect(code(await attend(member, { memberId: ids.quiet }))).toBe('FORBIDDEN');
    expect(code(await attend(facilitator, { memberId: ids.quiet, presence: 'ABSENT' }))).toBe('OK');
    const seen = await read(quiet);
    expect(of(seen, ids.member)).toMatchObject({ attended: true, presence: 'PRESENT', late: true });
    expect(of(seen, ids.quiet)).toMatchObject({ attended: false });
    expect(of(seen, ids.facilitator)).toMatchObject({ attended: null });
    await attend(member, { presence: null });
    expect(of(await read(quiet), ids.member)).toMatchObject({ attended: null, late: false });
  });
  it('who was there is the group’s to know, not the office’s', async () => {
    await start();
    await attend(member);
    expect(of(await read(office), ids.member)).toMatchObject({ attended: null, presence: null });
  });
  it('the same tap twice is one', async () => {
    await start();
    await Promise.all([attend(member), attend(member), attend(facilitator, { memberId: ids.member })]);
    expect(
      await app.sql(
        `select 1 from domain_event where tenant_id = $1 and name = 'meeting.attendance-marked'`,
        [here.tenant.id],
      ),
    ).toHaveLength(1);
  });
  test.each<[string, object, string]>([
    ['a forged person', { memberId: 'mem_00000000-0000-7000-8000-000000000000' }, 'NOT_FOUND'],
    ['a meeting for a person', { memberId: 'mtg_00000000-0000-7000-8000-000000000000' }, 'NOT_FOUND'],
    ['late, though absent', { presence: 'ABSENT', late: true }, 'BAD_USER_INPUT'],
    ['an unknown presence', { presence: '🙂' }, 'BAD_USER_INPUT'],
  ])('%s is turned down and changes nothing', async (_, input, expected) => {
    await start();
    expect(code(await attend(facilitator, input))).toBe(expected);
    expect((await read(member)).attendees.every(({ presence }) => presence === null)).toBe(true);
  });
});

describe('handing over', () => {
  it('a member who is asked runs this meeting, beside the facilitator, and hears of it', async () => {
    await facilitator.ask(handMutation, { id: meeting.id, to: ids.member });
    await app.drain();
    expect((await read(quiet)).handedTo?.displayName).toBe('山田 花子');
    const { notifications } = await member.ask<{
      notifications: { edges: { node: { title: string; url: string } }[] };
    }>(`{ notifications(first: 5) { edges { node { title url } } } }`);
    const asked = notifications.edges.find(({ node }) => node.title.includes('進行をお願いされました'));
    expect(asked?.node.url).toContain(`/meetings/${meeting.id}/run`);
    await member.ask(startMutation, { id: meeting.id });
    await member.ask(runMutation, { id: meeting.id, act: 'NEXT' });
    await facilitator.ask(runMutation, { id: meeting.id, act: 'NEXT' });
    expect(await speak(member, ids.quiet)).toBe('OK');
    expect((await read(member)).airtime).toHaveLength(1);
    expect((await read(facilitator)).airtime).toHaveLength(1);
    await facilitator.ask(handMutation, { id: meeting.id, to: null });
    expect(await member.refusal(runMutation, { id: meeting.id, act: 'NEXT' })).toBe('FORBIDDEN');
    expect((await read(member)).airtime).toBeNull();
  });
  it('only to a member of the group, only by those who run it', async () => {
    for (const to of [ids.neighbour, ids.stranger, ids.office, 'mem_x'])
      expect(await facilitator.refusal(handMutation, { id: meeting.id, to })).toBe('NOT_FOUND');
    expect(await member.refusal(handMutation, { id: meeting.id, to: ids.member })).toBe('FORBIDDEN');
    expect(await office.refusal(handMutation, { id: meeting.id, to: ids.member })).toBe('FORBIDDEN');
    expect((await read(quiet)).handedTo).toBeNull();
  });
});

describe('airtime', () => {
  it('one tap begins theirs and ends the one before; the next step and a pause end it too', async () => {
    await start();
    await speak(facilitator, ids.member);
    await app.advance(60);
    await speak(facilitator, ids.quiet);
    await app.advance(120);
    await facilitator.ask(runMutation, { id: meeting.id, act: 'NEXT' });
    await app.advance(300);
    const { airtime } = await read(facilitator);
    expect(airtime!.every(({ speakingSince }) => speakingSince === null)).toBe(true);
    const [hers, theirs] = [ids.member, ids.quiet].map((id) =>
      airtime!.filter((one) => one.member.id === id).reduce((sum, one) => sum + one.spentMs, 0),
    );
    expect(hers).toBeGreaterThanOrEqual(60_000);
    expect(hers).toBeLessThan(110_000);
    expect(theirs).toBeGreaterThanOrEqual(120_000);
    expect(theirs).toBeLessThan(290_000);
  });
  it('two consoles that tap the same person have tapped once, and one at a time speaks', async () => {
    await start();
    await Promise.all([
      speak(facilitator, ids.member),
      speak(facilitator, ids.member),
      speak(facilitator, ids.quiet),
    ]);
    const { airtime } = await read(facilitator);
    expect(airtime!.filter(({ speakingSince }) => speakingSince !== null)).toHaveLength(1);
  });
  it('members and the office neither see nor tap it', async () => {
    await start();
    await speak(facilitator, ids.member);
    for (const client of [member, quiet, office]) {
      expect(await read(client)).toMatchObject({ airtime: null, evenness: null });
      expect(await speak(client, ids.quiet)).toBe('FORBIDDEN');
    }
  });
  it('says kindly at the end how even it was, once there is enough to say', async () => {
    await start();
    for (const client of [facilitator, member, quiet]) await attend(client);
    await speak(facilitator, ids.member);
    expect((await read(facilitator)).evenness).toBeNull();
    await app.advance(1_800);
    expect((await read(facilitator)).evenness).toBe('UNEVEN');
    await speak(facilitator, ids.quiet);
    await app.advance(1_800);
    await speak(facilitator, ids.facilitator);
    await app.advance(1_800);
    expect((await read(facilitator)).evenness).toBe('EVEN');
  });
  it('a tap from a phone that had no connection counts from when it was made', async () => {
    await start();
    const now = (await app.advance(600)).getTime();
    expect(await speak(facilitator, ids.member, { at: new Date(now - 300_000).toISOString() })).toBe('OK');
    const [airtime] = (await read(facilitator)).airtime!;
    expect(Date.parse(airtime!.speakingSince!)).toBe(now - 300_000);
  });
});

it('for another group and another organisation there is no such meeting', async () => {
  await start();
  for (const client of [neighbour, stranger]) {
    expect(code(await attend(client))).toBe('NOT_FOUND');
    expect(await client.refusal(handMutation, { id: meeting.id, to: ids.neighbour })).toBe('NOT_FOUND');
    expect(await speak(client, ids.member)).toBe('NOT_FOUND');
    expect(await client.refusal(agreeMutation, { id: meeting.id, agrees: true })).toBe('NOT_FOUND');
    expect(await client.refusal(linkMutation, { id: meeting.id, url: 'https://example.jp' })).toBe(
      'NOT_FOUND',
    );
  }
});
