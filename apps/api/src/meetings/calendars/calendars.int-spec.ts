import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import { occurrencesIn } from './calendar-program.factory.js';
import {
  cancelMutation,
  circle,
  eveningIn,
  plan,
  rescheduleMutation,
  schedule,
  type Circle,
} from '../meeting/meetings.factory.js';

let app: TestApp;
let here: Circle;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());
beforeEach(async () => {
  here = await circle(app);
});

const newFeed = async (client: TestClient): Promise<string> => {
  const { createCalendarFeed } = await client.ask<{ createCalendarFeed: { url: string } }>(
    `mutation { createCalendarFeed { url createdAt } }`,
  );
  return new URL(createCalendarFeed.url).pathname;
};
const feedOf = async (client: TestClient) =>
  (
    await client.ask<{ viewer: { calendarFeed: { url: string } | null } }>(
      `{ viewer { calendarFeed { url } } }`,
    )
  ).viewer.calendarFeed;

const fetchCalendar = async (client: TestClient, path: string): Promise<string> => {
  const response = await client.fetch(path);
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/calendar; charset=utf-8',
  ]);
  return response.text();
};

describe('the private feed', () => {
  it('shows another calendar program the same meetings as the product, moved, skipped and called off', async () => {
    const { facilitator, member } = here.clients;
    const evening = await eveningIn(app, 10);
    const draft = await schedule(facilitator, plan(here.groupId, evening, { rule: 'FREQ=WEEKLY;COUNT=6' }));
    await facilitator.ask(cancelMutation, { id: draft.meetings[0]!.id, rest: true });
    const skipped = draft.meetings[2]!.startsAtLocal;
    const { meetings } = await schedule(
      facilitator,
      plan(here.groupId, evening, { rule: 'FREQ=WEEKLY;COUNT=6', skip: [skipped] }),
    );
    const moved = await facilitator.ask<{ rescheduleMeeting: { startsAt: string } }>(rescheduleMutation, {
      input: {
        meetingId: meetings[1]!.id,
        startsAtLocal: meetings[1]!.startsAtLocal.replace('19:00', '08:30'),
      },
    });
    await facilitator.ask(cancelMutation, { id: meetings[3]!.id });
    const all = [...occurrencesIn(await fetchCalendar(app.client(), await newFeed(member))).values()];
    const live = all.find((occurrences) => occurrences.some(({ cancelled }) => !cancelled))!;
    expect(live.map(({ slot }) => slot)).toEqual(meetings.map((meeting) => meeting.startsAtLocal));
    expect(live.map(({ starts }) => starts)).toEqual(
      meetings.map((meeting, i) => (i === 1 ? moved.rescheduleMeeting.startsAt : meeting.startsAt)),
    );
    expect(live.map(({ cancelled }) => cancelled)).toEqual([false, false, false, true, false]);
  });

  it('follows a series that moved on: the old one ends, the new one begins', async () => {
    const { facilitator, member } = here.clients;
    const { meetings } = await schedule(
      facilitator,
      plan(here.groupId, await eveningIn(app, 10), {
        rule: 'FREQ=WEEKLY;COUNT=6',
        timeZone: 'America/New_York',
      }),
    );
    await facilitator.ask(rescheduleMutation, {
      input: {
        meetingId: meetings[3]!.id,
        startsAtLocal: meetings[3]!.startsAtLocal.replace('19:00', '07:15'),
        andFollowing: true,
      },
    });
    const now = await member.ask<{ meetings: { edges: { node: { startsAt: string } }[] } }>(
      `{ meetings { edges { node { startsAt } } } }`,
    );
    const calendars = occurrencesIn(await fetchCalendar(app.client(), await newFeed(member)));
    expect([...calendars.values()].map((occurrences) => occurrences.length).sort()).toEqual([3, 3]);
    expect(
      [...calendars.values()]
        .flat()
        .map(({ starts }) => starts)
        .sort(),
    ).toEqual(now.meetings.edges.map(({ node }) => node.startsAt));
  });

  it('holds the meetings of its owner’s groups only, also for the office', async () => {
    await schedule(here.clients.facilitator, plan(here.groupId, await eveningIn(app, 10)));
    for (const who of ['office', 'neighbour', 'stranger'] as const)
      expect(await fetchCalendar(app.client(), await newFeed(here.clients[who]))).not.toContain(
        'BEGIN:VEVENT',
      );
    const text = await fetchCalendar(app.client(), await newFeed(here.clients.member));
    expect(text).toContain('BEGIN:VEVENT');
    expect(text).not.toContain('月次レビュー');
  });

  it('ends when it is revoked, renewed, or its owner is suspended', async () => {
    const { member } = here.clients;
    const visitor = app.client();
    const first = await newFeed(member);
    const second = await newFeed(member);
    expect((await visitor.fetch(first)).status).toBe(404);
    expect((await visitor.fetch(second)).status).toBe(200);
    expect(new URL((await feedOf(member))!.url).pathname).toBe(second);
    expect(await member.ask(`mutation { revokeCalendarFeed }`)).toEqual({ revokeCalendarFeed: true });
    expect(await member.ask(`mutation { revokeCalendarFeed }`)).toEqual({ revokeCalendarFeed: false });
    expect(await feedOf(member)).toBeNull();
    expect((await visitor.fetch(second)).status).toBe(404);
    const third = await newFeed(member);
    await app.sql(`update member set status = 'SUSPENDED' where id = $1`, [here.people.member.memberId]);
    expect((await visitor.fetch(third)).status).toBe(404);
  });

  it('answers guesses with 404, and too many with 429', async () => {
    const visitor = app.client();
    const feed = await newFeed(here.clients.member);
    for (const guess of [
      '/calendar/x.ics',
      feed.replace('.ics', 'x.ics'),
      feed.replace('.ics', ''),
      '/calendar/%00.ics',
      `/calendar/${'a'.repeat(80)}.ics`,
    ])
      expect((await visitor.fetch(guess)).status).toBe(404);
    const statuses: number[] = [];
    for (let i = 0; i < 70; i++) statuses.push((await visitor.fetch(feed)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(60);
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('one meeting as a file', () => {
  it('is for those who may see the meeting', async () => {
    const { meetings } = await schedule(
      here.clients.facilitator,
      plan(here.groupId, await eveningIn(app, 10)),
    );
    const path = `/meetings/${meetings[0]!.id}.ics?tenant=${here.tenant.slug}`;
    const [occurrence] = [...occurrencesIn(await fetchCalendar(here.clients.member, path)).values()].flat();
    expect(occurrence!.starts).toBe(meetings[0]!.startsAt);
    expect((await here.clients.neighbour.fetch(path)).status).toBe(404);
    expect((await here.clients.stranger.fetch(path)).status).toBe(401);
    expect((await app.client().fetch(path)).status).toBe(401);
    expect((await here.clients.member.fetch(`/meetings/mtg_forged.ics`)).status).toBe(404);
  });
});
