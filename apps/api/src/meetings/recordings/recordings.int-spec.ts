import { describe, beforeEach, it, expect, test, beforeAll, afterAll } from '@jest/globals';
import { type TestClient, startApp, type TestApp } from '../../platform/testing/start-app.js';
import {
  circle,
  schedule,
  plan,
  eveningIn,
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
const agreeMutation = `mutation ($id: ID!, $agrees: Boolean!) { answerRecording(meetingId: $id, agrees: $agrees) { ${fields} } }`;
const linkMutation = `mutation ($id: ID!, $url: String) { linkRecording(meetingId: $id, url: $url) { ${fields} } }`;
const startMutation = `mutation ($id: ID!) { startMeeting(meetingId: $id) { id } }`;

let app: TestApp;
let here: Circle;
let meeting: SeenMeeting;
let facilitator: TestClient, member: TestClient, quiet: TestClient, office: TestClient;

beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app?.stop());

beforeEach(async () => {
  here = await circle(app);
  ({ facilitator, member, quiet, office } = here.clients);
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

describe('a recording', () => {
  const agree = (client: TestClient, agrees = true) => client.ask(agreeMutation, { id: meeting.id, agrees });
  const link = (url: string | null = 'https://example.jp/rec/1', client = facilitator) =>
    client.refusal(linkMutation, { id: meeting.id, url });

  beforeEach(async () => {
    await start();
    for (const client of [facilitator, member]) await attend(client);
  });

  it('needs the consent of all who are there, and never says whose is missing', async () => {
    await agree(facilitator);
    expect(await link()).toBe('RECORDING_NOT_AGREED');
    const waiting = (await read(facilitator)).recording;
    await agree(member, false);
    expect((await read(facilitator)).recording).toEqual(waiting);
    expect(await link()).toBe('RECORDING_NOT_AGREED');
    await agree(member);
    expect((await read(facilitator)).recording).toMatchObject({ agreed: true, url: null });
    expect(await link()).toBe('no error');
    expect((await read(quiet)).recording?.url).toBe('https://example.jp/rec/1');
    expect((await read(office)).recording).toBeNull();
  });
  it('a no takes the link away, and the member who set it is asked to delete the recording', async () => {
    await agree(facilitator);
    await agree(member);
    await link();
    await agree(member, false);
    await agree(member);
    expect((await read(facilitator)).recording).toMatchObject({ agreed: true, url: null });
    await app.drain();
    const { notifications } = await facilitator.ask<{
      notifications: { edges: { node: { title: string } }[] };
    }>(`{ notifications(first: 5) { edges { node { title } } } }`);
    expect(notifications.edges.map(({ node }) => node.title).join()).toContain('録画を消してください');
  });
  it('a member who comes later without having agreed hides it until they do', async () => {
    await agree(facilitator);
    await agree(member);
    await link();
    await attend(quiet);
    expect((await read(member)).recording).toMatchObject({ agreed: false, url: null });
    await agree(quiet);
    expect((await read(member)).recording?.url).toBe('https://example.jp/rec/1');
  });
  it('is gone after thirty days', async () => {
    await agree(facilitator);
    await agree(member);
    await link();
    await app.advance(29 * 86_400);
    await app.drain();
    expect((await read(member)).recording?.url).not.toBeNull();
    await app.advance(86_400 + 60);
    await app.drain();
    expect((await read(member)).recording?.url).toBeNull();
    expect(
      await app.sql(`select 1 from meeting_recording where tenant_id = $1 and url is not null`, [
        here.tenant.id,
      ]),
    ).toEqual([]);
  });
  test.each([
    ['javascript:alert(1)', 'BAD_USER_INPUT'],
    ['https://example.jp/\u0000', 'BAD_USER_INPUT'],
    [`https://example.jp/${'あ'.repeat(10_000)}`, 'BAD_USER_INPUT'],
  ])('%s is no link', async (url, expected) => {
    await agree(facilitator);
    await agree(member);
    expect(await link(url)).toBe(expected);
    expect((await read(facilitator)).recording?.url).toBeNull();
  });
});
