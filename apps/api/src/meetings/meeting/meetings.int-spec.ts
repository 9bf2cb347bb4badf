import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { daysOn } from '../../../../../tools/day/test-day.cjs';
import { until } from '../../platform/testing/server-process.js';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
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
let evening: string;
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
  evening = await eveningIn(app, 20);
});

const monthly = (changes: object = {}) =>
  plan(here.groupId, evening, { rule: 'FREQ=MONTHLY;COUNT=6', ...changes });
const read = async (client: TestClient, id: string) =>
  (
    await client.ask<{ node: SeenMeeting | null }>(
      `query ($id: ID!) { node(id: $id) { ... on Meeting { ${meetingFields} } } }`,
      { id },
    )
  ).node;
const move = async (client: TestClient, input: object) =>
  (await client.ask<{ rescheduleMeeting: SeenMeeting }>(rescheduleMutation, { input })).rescheduleMeeting;
const rsvp = async (client: TestClient, variables: object) =>
  (await client.ask<{ rsvpToMeeting: SeenMeeting }>(rsvpMutation, variables as Record<string, unknown>))
    .rsvpToMeeting;
const list = async (client: TestClient, args = '') =>
  (
    await client.ask<{
      meetings: {
        edges: { cursor: string; node: { id: string; startsAt: string } }[];
        pageInfo: { hasNextPage: boolean };
      };
    }>(`{ meetings${args} { edges { cursor node { id startsAt } } pageInfo { hasNextPage } } }`)
  ).meetings;

describe('scheduling', () => {
  it('a facilitator schedules half a year at once, each meeting with its agenda', async () => {
    const { series, meetings } = await schedule(facilitator, monthly());
    expect(series.rule).toBe('FREQ=MONTHLY;COUNT=6');
    expect(meetings).toHaveLength(6);
    expect(meetings[0]).toMatchObject({
      title: '月次レビュー',
      startsAtLocal: evening,
      status: 'SCHEDULED',
      sequence: 0,
    });
    expect(meetings[0]!.agenda.map((step) => step.name)).toContain('自己紹介');
    expect(meetings[5]!.agenda.map((step) => step.name)).toContain('今月の相談者');
    expect(meetings[0]!.viewerCan).toEqual({
      edit: true,
      rsvp: true,
      rsvpForOthers: true,
      run: true,
      checkIn: true,
    });
  });
  it('the office may do it for them, a member may not', async () => {
    expect((await schedule(office, monthly())).meetings).toHaveLength(6);
    expect(await member.refusal(scheduleMutation, { input: monthly() })).toBe('FORBIDDEN');
  });
  it('sending the form twice schedules once', async () => {
    const input = monthly({ idempotencyKey: 'one-tap' });
    const [first, second] = await Promise.all([schedule(facilitator, input), schedule(facilitator, input)]);
    expect(second.series.id).toBe(first.series.id);
    expect((await list(facilitator)).edges).toHaveLength(6);
  });
  it('leaves out what is skipped and puts off what is postponed', async () => {
    const { meetings } = await schedule(facilitator, monthly());
    const [, second, third] = meetings.map((meeting) => meeting.startsAtLocal);
    const again = await schedule(facilitator, monthly({ skip: [second], postpone: [third] }));
    expect(again.meetings).toHaveLength(5);
    expect(again.meetings.map((meeting) => meeting.startsAtLocal)).not.toContain(second);
    expect(again.meetings.map((meeting) => meeting.startsAtLocal)).not.toContain(third);
  });

  test.each<[string, object, string]>([
    ['a rule of every day', { rule: 'FREQ=DAILY' }, 'RULE_NOT_UNDERSTOOD'],
    ['a rule no day fits', { rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30' }, 'RULE_NEVER_MATCHES'],
    ['too many meetings', { rule: 'FREQ=WEEKLY;COUNT=101' }, 'TOO_MANY_MEETINGS'],
    ['a day in the past', { startsAtLocal: '2020-01-08T19:00' }, 'BAD_USER_INPUT'],
    ['30 February', { startsAtLocal: '2027-02-30T19:00' }, 'BAD_USER_INPUT'],
    ['an unknown zone', { timeZone: 'Asia/Edo' }, 'BAD_USER_INPUT'],
    ['a title of 10,000 characters', { title: 'あ'.repeat(10_000) }, 'BAD_USER_INPUT'],
    ['an empty title', { title: '  ' }, 'BAD_USER_INPUT'],
    ['a NUL in the title', { title: 'a\u0000b' }, 'BAD_USER_INPUT'],
    ['a script for an address', { url: 'javascript:alert(1)' }, 'BAD_USER_INPUT'],
    ['a duration of no time', { durationMinutes: 0 }, 'BAD_USER_INPUT'],
    ['an endless duration', { durationMinutes: 2_000_000_000 }, 'BAD_USER_INPUT'],
    ['a forged group', { groupId: 'grp_00000000-0000-7000-8000-000000000000' }, 'NOT_FOUND'],
    ['a member for a group', { groupId: 'mem_00000000-0000-7000-8000-000000000000' }, 'NOT_FOUND'],
  ])('%s is turned down and changes nothing', async (_, changes, code) => {
    expect(await facilitator.refusal(scheduleMutation, { input: monthly(changes) })).toBe(code);
    expect((await list(office, `(groupId: "${publicId('Group', here.groupId)}")`)).edges).toEqual([]);
  });
  it('takes emoji as people write them', async () => {
    const { meetings } = await schedule(facilitator, monthly({ title: '忘年会🍶👩‍🍳', rule: null }));
    expect((await read(member, meetings[0]!.id))?.title).toBe('忘年会🍶👩‍🍳');
  });
});

describe('who knows of a meeting', () => {
  it('the people of the group and the office, no one else', async () => {
    const { meetings, series } = await schedule(facilitator, monthly());
    const id = meetings[0]!.id;
    for (const client of [facilitator, member, office]) expect((await read(client, id))?.id).toBe(id);
    for (const client of [neighbour, stranger]) {
      expect(await read(client, id)).toBeNull();
      expect(await read(client, series.id)).toBeNull();
      expect((await list(client)).edges).toEqual([]);
      expect(
        await client.refusal(
          `{ meetings(groupId: "${publicId('Group', here.groupId)}") { edges { cursor } } }`,
        ),
      ).toBe('NOT_FOUND');
      expect(await client.refusal(rsvpMutation, { id, rsvp: 'YES' })).toBe('NOT_FOUND');
      expect(await client.refusal(cancelMutation, { id })).toBe('NOT_FOUND');
      expect(await client.refusal(editMutation, { input: { meetingId: id, title: 'x' } })).toBe('NOT_FOUND');
      for (const andFollowing of [false, true])
        expect(
          await client.refusal(rescheduleMutation, {
            input: { meetingId: id, startsAtLocal: `${daysOn(200)}T19:00`, andFollowing },
          }),
        ).toBe('NOT_FOUND');
      expect(await client.refusal(scheduleMutation, { input: monthly() })).toBe('NOT_FOUND');
    }
    expect((await list(office)).edges).toHaveLength(6);
  });
  it('a member sees, but neither moves nor calls off', async () => {
    const id = (await schedule(facilitator, monthly())).meetings[0]!.id;
    expect(await member.refusal(cancelMutation, { id })).toBe('FORBIDDEN');
    expect(
      await member.refusal(rescheduleMutation, {
        input: { meetingId: id, startsAtLocal: `${daysOn(200)}T19:00` },
      }),
    ).toBe('FORBIDDEN');
    expect(await member.refusal(editMutation, { input: { meetingId: id, title: 'x' } })).toBe('FORBIDDEN');
    expect((await read(member, id))!.viewerCan).toMatchObject({
      edit: false,
      rsvp: true,
      rsvpForOthers: false,
    });
  });
});

describe('the list', () => {
  it('goes by time and page by page', async () => {
    const { meetings } = await schedule(facilitator, monthly());
    const first = await list(member, '(first: 4)');
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await list(member, `(first: 4, after: "${first.edges.at(-1)!.cursor}")`);
    expect([...first.edges, ...rest.edges].map(({ node }) => node.id)).toEqual(
      meetings.map((meeting) => meeting.id),
    );
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });
  it('shows one month when asked for one', async () => {
    const { meetings } = await schedule(facilitator, monthly());
    const [from, to] = [meetings[1]!.startsAt, meetings[2]!.startsAt];
    expect((await list(member, `(from: "${from}", to: "${to}")`)).edges.map(({ node }) => node.id)).toEqual([
      meetings[1]!.id,
    ]);
    expect(await member.refusal('{ meetings(after: "rubbish") { edges { cursor } } }')).toBe(
      'BAD_USER_INPUT',
    );
    expect(await member.refusal('{ meetings(first: 101) { edges { cursor } } }')).toBe('BAD_USER_INPUT');
  });
  it('a group shows what comes next, past what was called off', async () => {
    const { meetings } = await schedule(facilitator, monthly());
    await facilitator.ask(cancelMutation, { id: meetings[0]!.id });
    const { node } = await member.ask<{
      node: { nextMeeting: { id: string }; meetings: { edges: unknown[] } };
    }>(
      `query ($id: ID!) { node(id: $id) { ... on Group { nextMeeting { id } meetings(first: 3) { edges { node { id group { id } } } } } } }`,
      { id: publicId('Group', here.groupId) },
    );
    expect(node.nextMeeting.id).toBe(meetings[1]!.id);
    expect(node.meetings.edges).toHaveLength(3);
  });
});

describe('answering', () => {
  it('a member answers and changes their mind; the group sees it', async () => {
    const id = (await schedule(facilitator, monthly())).meetings[0]!.id;
    expect(await rsvp(member, { id, rsvp: 'YES', note: 'LATE' })).toMatchObject({
      viewerRsvp: 'YES',
      viewerRsvpNote: 'LATE',
    });
    expect(await rsvp(member, { id, rsvp: 'NO' })).toMatchObject({ viewerRsvp: 'NO', viewerRsvpNote: null });
    const { attendees } = (await read(facilitator, id))!;
    expect(attendees.map((attendee) => attendee.rsvp)).toEqual([null, 'NO', null]);
  });
  it('the office answers for a member who phoned, but not for a member outside the group, and not for itself', async () => {
    const id = (await schedule(facilitator, monthly())).meetings[0]!.id;
    const of = (who: keyof Circle['people']) => publicId('Member', here.people[who].memberId);
    await rsvp(office, { id, rsvp: 'YES', memberId: of('quiet') });
    expect((await read(member, id))!.attendees[2]).toMatchObject({
      rsvp: 'YES',
      member: { id: of('quiet') },
    });
    expect(await office.refusal(rsvpMutation, { id, rsvp: 'YES', memberId: of('neighbour') })).toBe(
      'NOT_FOUND',
    );
    expect(await office.refusal(rsvpMutation, { id, rsvp: 'YES' })).toBe('FORBIDDEN');
    expect(await member.refusal(rsvpMutation, { id, rsvp: 'NO', memberId: of('quiet') })).toBe('FORBIDDEN');
  });
  it('online only where there is an online part, and never to what was called off', async () => {
    const id = (await schedule(facilitator, monthly({ format: 'IN_PERSON' }))).meetings[0]!.id;
    expect(await member.refusal(rsvpMutation, { id, rsvp: 'ONLINE' })).toBe('NO_ONLINE_PART');
    await facilitator.ask(cancelMutation, { id });
    expect(await member.refusal(rsvpMutation, { id, rsvp: 'YES' })).toBe('MEETING_CANCELLED');
  });
  it('many members answering at once lose no answer', async () => {
    const id = (await schedule(facilitator, monthly())).meetings[0]!.id;
    await Promise.all(
      [facilitator, member, here.clients.quiet].flatMap((client) => [
        rsvp(client, { id, rsvp: 'NO' }),
        rsvp(client, { id, rsvp: 'YES' }),
      ]),
    );
    expect((await read(member, id))!.attendees.every((attendee) => attendee.rsvp !== null)).toBe(true);
  });
});

describe('what comes after the meeting', () => {
  const fields = `id afterParty { details feeYen viewerComes version answers { coming member { id } } viewerCan { answer answerForOthers } }`;
  interface Party {
    readonly afterParty: { answers: { coming: boolean | null }[]; viewerComes: boolean | null } | null;
  }
  const planMutation = `mutation ($input: PlanAfterPartyInput!) { planAfterParty(input: $input) { ${fields} } }`;
  const answerMutation = `mutation ($id: ID!, $coming: Boolean!, $who: ID) { answerAfterParty(meetingId: $id, coming: $coming, memberId: $who) { ${fields} } }`;
  const offMutation = `mutation ($id: ID!) { callOffAfterParty(meetingId: $id) { ${fields} } }`;
  const party = async (client: TestClient, id: string) =>
    (
      await client.ask<{ node: Party }>(
        `query ($id: ID!) { node(id: $id) { ... on Meeting { ${fields} } } }`,
        { id },
      )
    ).node.afterParty;
  const of = (who: keyof Circle['people']) => publicId('Member', here.people[who].memberId);

  it('has a fee and answers of its own', async () => {
    const id = (await schedule(facilitator, monthly())).meetings[0]!.id;
    expect(await party(member, id)).toBeNull();
    await facilitator.ask(planMutation, {
      input: { meetingId: id, details: '居酒屋みなと 21時から', feeYen: 4000, expectedVersion: 0 },
    });
    await rsvp(member, { id, rsvp: 'NO' });
    await member.ask(answerMutation, { id, coming: true });
    await office.ask(answerMutation, { id, coming: false, who: of('quiet') });
    expect(await party(member, id)).toMatchObject({
      details: '居酒屋みなと 21時から',
      feeYen: 4000,
      viewerComes: true,
      answers: [{ coming: null }, { coming: true }, { coming: false }],
      viewerCan: { answer: true, answerForOthers: false },
    });
    await facilitator.ask(planMutation, { input: { meetingId: id, feeYen: 3500, expectedVersion: 1 } });
    expect(await party(facilitator, id)).toMatchObject({ details: null, feeYen: 3500, viewerComes: null });
    expect(await facilitator.refusal(planMutation, { input: { meetingId: id, expectedVersion: 1 } })).toBe(
      'CONFLICT',
    );
    await facilitator.ask(offMutation, { id });
    expect(await party(member, id)).toBeNull();
    expect(await member.refusal(answerMutation, { id, coming: true })).toBe('NOT_FOUND');
  });

  it('is arranged by those who set the dates, answered by the group, and no one else’s business', async () => {
    const id = (await schedule(facilitator, monthly())).meetings[0]!.id;
    const input = { meetingId: id, details: '二次会', feeYen: 2000 };
    expect(await member.refusal(planMutation, { input })).toBe('FORBIDDEN');
    for (const changes of [{ feeYen: -1 }, { feeYen: 1_000_000 }, { details: 'あ'.repeat(10_000) }])
      expect(await facilitator.refusal(planMutation, { input: { ...input, ...changes } })).toBe(
        'BAD_USER_INPUT',
      );
    expect(await party(member, id)).toBeNull();
    await facilitator.ask(planMutation, { input });
    for (const outsider of [here.clients.neighbour, here.clients.stranger]) {
      expect(await outsider.refusal(planMutation, { input })).toBe('NOT_FOUND');
      expect(await outsider.refusal(answerMutation, { id, coming: true })).toBe('NOT_FOUND');
      expect(await outsider.refusal(offMutation, { id })).toBe('NOT_FOUND');
    }
    expect(await member.refusal(offMutation, { id })).toBe('FORBIDDEN');
    expect(await member.refusal(answerMutation, { id, coming: true, who: of('quiet') })).toBe('FORBIDDEN');
    expect(await office.refusal(answerMutation, { id, coming: true })).toBe('FORBIDDEN');
    expect(await office.refusal(answerMutation, { id, coming: true, who: of('neighbour') })).toBe(
      'NOT_FOUND',
    );
    await facilitator.ask(cancelMutation, { id });
    expect(await member.refusal(answerMutation, { id, coming: true })).toBe('MEETING_CANCELLED');
  });
});

describe('changing', () => {
  it('one meeting moves and keeps its answers; SEQUENCE and version go up', async () => {
    const { meetings } = await schedule(facilitator, monthly());
    const id = meetings[1]!.id;
    await rsvp(member, { id, rsvp: 'YES' });
    const to = await eveningIn(app, 60);
    const moved = await move(facilitator, {
      meetingId: id,
      startsAtLocal: to,
      durationMinutes: 90,
      expectedVersion: meetings[1]!.version,
    });
    expect(moved).toMatchObject({
      id,
      startsAtLocal: to,
      durationMinutes: 90,
      sequence: 1,
      version: meetings[1]!.version + 1,
    });
    expect(moved.attendees[1]!.rsvp).toBe('YES');
    expect((await read(member, meetings[2]!.id))!.startsAtLocal).toBe(meetings[2]!.startsAtLocal);
  });
  it('this one and the rest move to a series of their own, with their ids and answers', async () => {
    const { series, meetings } = await schedule(facilitator, monthly());
    await rsvp(member, { id: meetings[3]!.id, rsvp: 'NO' });
    const [day] = meetings[2]!.startsAtLocal.split('T');
    const moved = await move(facilitator, {
      meetingId: meetings[2]!.id,
      startsAtLocal: `${day}T18:00`,
      andFollowing: true,
    });
    expect(moved.series!.id).not.toBe(series.id);
    const now = await Promise.all(meetings.map((meeting) => read(member, meeting.id)));
    expect(now.map((meeting) => meeting!.startsAtLocal.slice(11))).toEqual([
      '19:00',
      '19:00',
      '18:00',
      '18:00',
      '18:00',
      '18:00',
    ]);
    expect(new Set(now.slice(2).map((meeting) => meeting!.series!.id))).toEqual(new Set([moved.series!.id]));
    expect(now[3]!.viewerRsvp).toBe('NO');
    expect(now[0]!.series!.rule).toContain('UNTIL=');
    expect(moved.series!.rule).toBe('FREQ=MONTHLY;COUNT=4');
  });
  it('the rest may be put off from a holiday by a week, and only dates of the rest', async () => {
    const { meetings } = await schedule(facilitator, monthly());
    const [first, second, third] = meetings.map(({ startsAtLocal }) => startsAtLocal.replace('T19', 'T18'));
    const input = { meetingId: meetings[1]!.id, startsAtLocal: second, andFollowing: true };
    for (const slot of [first, second, 'nonsense'])
      expect(await facilitator.refusal(rescheduleMutation, { input: { ...input, postpone: [slot] } })).toBe(
        'BAD_USER_INPUT',
      );
    await move(facilitator, { ...input, postpone: [third] });
    const later = (await read(member, meetings[2]!.id))!;
    expect(Date.parse(later.startsAtLocal) - Date.parse(third!)).toBe(7 * 24 * 3600_000);
  });
  it('of two facilitators who move the same meeting at once, one is told to look again', async () => {
    const { meetings } = await schedule(facilitator, monthly());
    const { id: meetingId, version: expectedVersion } = meetings[0]!;
    const attempts = await Promise.all(
      [30, 31, 32, 33].map(async (inDays) =>
        facilitator.query(rescheduleMutation, {
          input: { meetingId, startsAtLocal: await eveningIn(app, inDays), expectedVersion },
        }),
      ),
    );
    const codes = attempts.map(({ errors }) => errors?.[0]?.extensions.code ?? 'moved');
    expect(codes.sort()).toEqual(['CONFLICT', 'CONFLICT', 'CONFLICT', 'moved']);
  });
  it('moving the rest of a series from two places at once leaves every meeting in one series', async () => {
    const { meetings } = await schedule(facilitator, monthly());
    const attempts = await Promise.all(
      [1, 2, 3].map((nth) =>
        facilitator.query(rescheduleMutation, {
          input: {
            meetingId: meetings[nth]!.id,
            startsAtLocal: `${meetings[nth]!.startsAtLocal.slice(0, 10)}T18:0${nth}`,
            andFollowing: true,
          },
        }),
      ),
    );
    for (const { errors } of attempts)
      expect(['CONFLICT', undefined]).toContain(errors?.[0]?.extensions.code);
    const slots = await app.sql<{ count: number }>(
      `select count(*)::int as count from meeting where group_id = $1`,
      [here.groupId],
    );
    expect(slots[0]!.count).toBe(6);
  });
  it('into the past, or of what was called off, is turned down', async () => {
    const id = (await schedule(facilitator, monthly())).meetings[0]!.id;
    expect(
      await facilitator.refusal(rescheduleMutation, {
        input: { meetingId: id, startsAtLocal: '2020-01-01T10:00' },
      }),
    ).toBe('BAD_USER_INPUT');
    await facilitator.ask(cancelMutation, { id, reason: '台風のため' });
    expect(await read(member, id)).toMatchObject({
      status: 'CANCELLED',
      cancelReason: '台風のため',
      sequence: 1,
    });
    expect(
      await facilitator.refusal(rescheduleMutation, { input: { meetingId: id, startsAtLocal: evening } }),
    ).toBe('MEETING_CANCELLED');
    expect(await facilitator.refusal(cancelMutation, { id })).toBe('MEETING_CANCELLED');
  });
  it('calling off the rest leaves what came before', async () => {
    const { meetings } = await schedule(facilitator, monthly());
    await facilitator.ask(cancelMutation, { id: meetings[2]!.id, rest: true });
    const statuses = await Promise.all(
      meetings.map(async (meeting) => (await read(member, meeting.id))!.status),
    );
    expect(statuses).toEqual(['SCHEDULED', 'SCHEDULED', 'CANCELLED', 'CANCELLED', 'CANCELLED', 'CANCELLED']);
  });
  it('a title or a place changes for one meeting alone', async () => {
    const { meetings } = await schedule(facilitator, monthly());
    const { editMeeting } = await facilitator.ask<{ editMeeting: SeenMeeting }>(editMutation, {
      input: { meetingId: meetings[0]!.id, title: '忘年会', place: null },
    });
    expect(editMeeting).toMatchObject({ title: '忘年会', place: null, sequence: 1 });
    expect((await read(member, meetings[1]!.id))!.title).toBe('月次レビュー');
  });
  it('shows on an open screen at once', async () => {
    const { meetings } = await schedule(facilitator, monthly());
    const id = meetings[0]!.id;
    const screen = await app.listens(() =>
      member.line().listen(`subscription ($id: ID!) { meetingChanged(meetingId: $id) { title } }`, { id }),
    );
    await facilitator.ask(editMutation, { input: { meetingId: id, title: '新しい題' } });
    await app.drain();
    await until(() => screen.heard.length > 0);
    expect(screen.heard[0]).toEqual({ data: { meetingChanged: { title: '新しい題' } } });
    await screen.close();
  });
});

it('an endless series grows with time, a closed group takes its dates along', async () => {
  const { meetings } = await schedule(facilitator, monthly({ rule: 'FREQ=WEEKLY' }));
  await app.drain();
  const count = async (status: string) =>
    (
      await app.sql<{ n: number }>(
        `select count(*)::int as n from meeting where group_id = $1 and status = $2`,
        [here.groupId, status],
      )
    )[0]!.n;
  expect(await count('SCHEDULED')).toBe(meetings.length);
  await app.advance(60 * 24 * 3600);
  await app.drain();
  expect(await count('SCHEDULED')).toBeGreaterThan(meetings.length);
  const client = await app.as(here.people.office);
  await client.ask(`mutation ($input: UpdateGroupInput!) { updateGroup(input: $input) { id } }`, {
    input: { groupId: publicId('Group', here.groupId), status: 'CLOSED' },
  });
  await app.drain();
  const open = await app.sql<{ n: number }>(
    `select count(*)::int as n from meeting where group_id = $1 and status = 'SCHEDULED' and starts_at > app.now()`,
    [here.groupId],
  );
  expect(open[0]!.n).toBe(0);
});

it('when a country changes its clocks, meeting and reminders follow the wall clock', async () => {
  const meeting = (await schedule(facilitator, monthly({ rule: null }))).meetings[0]!;
  await app.drain();
  // As if the meeting had been made under the old rules of its zone.
  await app.sql(
    `update meeting set starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour' where group_id = $1`,
    [here.groupId],
  );
  await app.advance(8 * 24 * 3600);
  await app.drain();
  const [row] = await app.sql<{ startsAt: Date; dueAt: Date }>(
    `select m.starts_at as "startsAt", t.due_at as "dueAt" from meeting m
     join timer t on t.key = m.id::text and t.name = 'meeting.reminder.1h' where m.group_id = $1`,
    [here.groupId],
  );
  expect(row!.startsAt.toISOString()).toBe(meeting.startsAt);
  expect(row!.startsAt.getTime() - row!.dueAt.getTime()).toBe(3_600_000);
});
