import { describe, it, expect, beforeAll, afterAll, beforeEach } from '@jest/globals';
import { type TestClient, startApp, type TestApp } from '../../platform/testing/start-app.js';
import {
  type Circle,
  schedule,
  plan,
  eveningIn,
  hoursBefore,
  rsvpMutation,
  circle,
} from '../meeting/meetings.factory.js';
import { publicId } from '@yoriai/domain/kernel';

let app: TestApp;
let here: Circle;
let facilitator: TestClient,
  member: TestClient,
  quiet: TestClient,
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

  it('has no hot seat where no topic is to be heard, and is not suggested for an open meeting', async () => {
    const first = await one(10, { agendaTemplate: null });
    expect((await rolesOf(member, first.id)).map(({ role }) => role)).toEqual(['HOST', 'TIMEKEEPER']);
    const open = await one(12, { agendaTemplate: 'open' });
    await app.drain();
    expect((await rolesOf(member, open.id)).every(({ member: who }) => who === null)).toBe(true);
  });

  it('goes to the next when a member passes it on, and is free when all have', async () => {
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

  it('passes on by itself from a member who says they will not come', async () => {
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

  it('turns: the last host is not asked first the next time', async () => {
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

  it('is hidden from other groups', async () => {
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
