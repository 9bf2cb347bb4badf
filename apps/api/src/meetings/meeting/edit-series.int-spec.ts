import { describe, it, expect, beforeAll, afterAll, beforeEach } from '@jest/globals';
import { eveningIn, schedule, plan, rsvpMutation, circle, type Circle } from './meetings.factory.js';
import { publicId } from '@yoriai/domain/kernel';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';

let app: TestApp;
let here: Circle;
let facilitator: TestClient,
  member: TestClient,
  office: TestClient,
  neighbour: TestClient,
  stranger: TestClient;

/** A day so many days from now. */
beforeAll(async () => {
  app = await startApp();
});

afterAll(() => app?.stop());

beforeEach(async () => {
  here = await circle(app);
  ({ facilitator, member, office, neighbour, stranger } = here.clients);
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

  it('at another place only, sends no notice of another time', async () => {
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

  it('opens as it is for those who may change it, and moves no meeting when it is sent back unchanged', async () => {
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

  it('is changed by those who may schedule, and only by a rule that can be read', async () => {
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
