import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
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
  readonly status: string;
  readonly attendees: readonly { member: { id: string }; attended: boolean | null; late: boolean }[];
  readonly decisions: readonly { text: string }[];
  readonly commitments: readonly { statement: string; owner: { id: string } }[];
}
const fields = `id status attendees { member { id } attended late } decisions { text } commitments { statement owner { id } }`;
const enterMutation = `mutation ($input: EnterMeetingInput!) { enterMeeting(input: $input) { ${fields} } }`;

let app: TestApp;
let here: Circle;
let meeting: SeenMeeting;
let facilitator: TestClient,
  member: TestClient,
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
  ({ facilitator, member, office, neighbour, stranger } = here.clients);
  ids = Object.fromEntries(
    Object.entries(here.people).map(([name, { memberId }]) => [name, publicId('Member', memberId)]),
  ) as typeof ids;
  meeting = (await schedule(facilitator, plan(here.groupId, await eveningIn(app, 10)))).meetings[0]!;
});

const sheet = (changes: object = {}) => ({
  meetingId: meeting.id,
  present: [
    { memberId: ids.facilitator, presence: 'PRESENT' },
    { memberId: ids.member, presence: 'ONLINE', late: true },
  ],
  decisions: ['次回は山田さんの店で', '会費は500円🍵'],
  commitments: [{ ownerId: ids.member, statement: '値上げの紙を貼る' }],
  ...changes,
});
const read = async (client: TestClient): Promise<Seen> =>
  (
    await client.ask<{ node: Seen }>(`query ($id: ID!) { node(id: $id) { ... on Meeting { ${fields} } } }`, {
      id: meeting.id,
    })
  ).node;

describe('a meeting on paper', () => {
  it.each([
    ['the day after', -26],
    ['before its hour is over', -1],
  ])('is entered %s in one act, and is closed', async (_, before) => {
    await hoursBefore(app, meeting, before);
    await facilitator.ask(enterMutation, { input: sheet() });
    const seen = await read(member);
    expect(seen.status).toBe('CLOSED');
    expect(
      seen.attendees
        .filter(({ attended }) => attended)
        .map((one) => one.member.id)
        .sort(),
    ).toEqual([ids.facilitator, ids.member].sort());
    expect(seen.decisions.map(({ text }) => text)).toEqual(['次回は山田さんの店で', '会費は500円🍵']);
    expect(seen.commitments).toMatchObject([{ statement: '値上げの紙を貼る', owner: { id: ids.member } }]);
  });
  it('sent twice it is entered once; once closed it is closed', async () => {
    await hoursBefore(app, meeting, -26);
    const input = sheet({ idempotencyKey: 'one-sheet' });
    await Promise.all([facilitator.ask(enterMutation, { input }), facilitator.ask(enterMutation, { input })]);
    expect((await read(member)).decisions).toHaveLength(2);
    expect(await facilitator.refusal(enterMutation, { input: sheet() })).toBe('MEETING_OVER');
  });
  it('the member who was asked to run it enters it, for all', async () => {
    await facilitator.ask(
      `mutation ($id: ID!, $to: ID) { handOverMeeting(meetingId: $id, memberId: $to) { id } }`,
      {
        id: meeting.id,
        to: ids.member,
      },
    );
    await hoursBefore(app, meeting, -26);
    await member.ask(enterMutation, {
      input: sheet({ commitments: [{ ownerId: ids.quiet, statement: '帳簿を見直す' }] }),
    });
    expect((await read(facilitator)).commitments).toHaveLength(1);
  });
  test.each<[string, () => object, string]>([
    ['no attendee', () => ({ present: [] }), 'BAD_USER_INPUT'],
    [
      'a member of another group',
      () => ({ present: [{ memberId: ids.neighbour, presence: 'PRESENT' }] }),
      'NOT_FOUND',
    ],
    [
      'a decision of 10,000 characters',
      () => ({ decisions: ['よい', 'あ'.repeat(10_000)] }),
      'BAD_USER_INPUT',
    ],
    ['a NUL', () => ({ commitments: [{ ownerId: ids.member, statement: 'a\u0000b' }] }), 'BAD_USER_INPUT'],
    ['a forged owner', () => ({ commitments: [{ ownerId: 'mem_x', statement: 'a' }] }), 'NOT_FOUND'],
  ])('with %s nothing of it is entered', async (_, changes, code) => {
    await hoursBefore(app, meeting, -26);
    expect(await facilitator.refusal(enterMutation, { input: sheet(changes()) })).toBe(code);
    const seen = await read(facilitator);
    expect(seen).toMatchObject({ status: 'SCHEDULED', decisions: [], commitments: [] });
    expect(seen.attendees.every(({ attended }) => attended === null)).toBe(true);
  });
  it('not before it began, not by members or the office, not from elsewhere', async () => {
    expect(await facilitator.refusal(enterMutation, { input: sheet() })).toBe('MEETING_NOT_STARTED');
    await hoursBefore(app, meeting, -26);
    for (const client of [member, office])
      expect(await client.refusal(enterMutation, { input: sheet() })).toBe('FORBIDDEN');
    for (const client of [neighbour, stranger])
      expect(await client.refusal(enterMutation, { input: sheet() })).toBe('NOT_FOUND');
  });
});
