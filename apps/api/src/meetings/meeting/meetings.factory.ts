import { days, hours, localAt, plus, publicId, type GroupId } from '@yoriai/domain/kernel';
import type { TestApp, TestClient, TestMember, TestTenant } from '../../platform/testing/start-app.js';

export interface SeenMeeting {
  readonly id: string;
  readonly title: string;
  readonly startsAt: string;
  readonly startsAtLocal: string;
  readonly durationMinutes: number;
  readonly status: string;
  readonly cancelReason: string | null;
  readonly sequence: number;
  readonly version: number;
  readonly place: string | null;
  readonly viewerRsvp: string | null;
  readonly viewerRsvpNote: string | null;
  readonly series: { readonly id: string; readonly rule: string | null } | null;
  readonly agenda: readonly { readonly id: string; readonly name: string; readonly minutes: number }[];
  readonly attendees: readonly {
    readonly rsvp: string | null;
    readonly note: string | null;
    readonly member: { readonly id: string };
  }[];
  readonly viewerCan: Readonly<Record<'edit' | 'rsvp' | 'rsvpForOthers' | 'run' | 'checkIn', boolean>>;
}
export interface SeenSeries {
  readonly id: string;
  readonly rule: string | null;
  readonly meetings: { readonly edges: readonly { readonly node: SeenMeeting }[] };
}

export const meetingFields = `id title startsAt startsAtLocal durationMinutes status cancelReason sequence version place
  viewerRsvp viewerRsvpNote series { id rule } agenda { id name minutes } attendees { rsvp note member { id } }
  viewerCan { edit rsvp rsvpForOthers run checkIn }`;
export const scheduleMutation = `mutation ($input: ScheduleMeetingsInput!) {
  scheduleMeetings(input: $input) { id rule meetings(first: 100) { edges { node { ${meetingFields} } } } } }`;
export const rescheduleMutation = `mutation ($input: RescheduleMeetingInput!) { rescheduleMeeting(input: $input) { ${meetingFields} } }`;
export const editMutation = `mutation ($input: EditMeetingInput!) { editMeeting(input: $input) { ${meetingFields} } }`;
export const cancelMutation = `mutation ($id: ID!, $reason: String, $rest: Boolean, $version: Int) {
  cancelMeeting(meetingId: $id, reason: $reason, andFollowing: $rest, expectedVersion: $version) { ${meetingFields} } }`;
export const rsvpMutation = `mutation ($id: ID!, $rsvp: Rsvp!, $note: RsvpNote, $memberId: ID) {
  rsvpToMeeting(meetingId: $id, rsvp: $rsvp, note: $note, memberId: $memberId) { ${meetingFields} } }`;

/** A group whose first member facilitates, the office, and people who should know nothing of it. */
export interface Circle {
  readonly tenant: TestTenant;
  readonly groupId: GroupId;
  readonly people: Readonly<
    Record<'facilitator' | 'member' | 'quiet' | 'office' | 'neighbour' | 'stranger', TestMember>
  >;
  readonly clients: Readonly<
    Record<'facilitator' | 'member' | 'quiet' | 'office' | 'neighbour' | 'stranger', TestClient>
  >;
}

export async function circle(app: TestApp): Promise<Circle> {
  const [tenant, elsewhere] = [await app.tenant(), await app.tenant()];
  const [facilitator, member, quiet, office, neighbour] = await app.members(tenant, [
    { name: '佐藤 進' },
    { name: '山田 花子' },
    { name: '鈴木 静', locale: 'en' },
    { name: '事務 局', role: 'ADMIN' },
    { name: '隣 太郎' },
  ]);
  const stranger = await app.member(elsewhere, { name: '他所 次郎', role: 'ADMIN' });
  const people = { facilitator, member, quiet, office, neighbour, stranger };
  const groupId = await app.group(tenant, [people.facilitator, people.member, people.quiet]);
  await app.group(tenant, [people.neighbour], '別の会');
  await app.group(elsewhere, [people.stranger], '他所の会');
  const clients = Object.fromEntries(
    await Promise.all(
      Object.entries(people).map(async ([name, person]) => [name, await app.as(person)] as const),
    ),
  ) as unknown as Circle['clients'];
  return { tenant, groupId, people, clients };
}

/** 19:00 in Tokyo, so many days from now. */
export async function eveningIn(app: TestApp, inDays: number): Promise<string> {
  const now = await app.advance(0);
  return `${localAt(plus(now, days(inDays)), 'Asia/Tokyo').slice(0, 10)}T19:00`;
}

export const plan = (groupId: GroupId, startsAtLocal: string, changes: Record<string, unknown> = {}) => ({
  groupId: publicId('Group', groupId),
  title: '月次レビュー',
  rule: null,
  startsAtLocal,
  timeZone: 'Asia/Tokyo',
  durationMinutes: 120,
  format: 'HYBRID',
  place: '産業振興センター',
  ...changes,
});

export async function schedule(
  client: TestClient,
  input: object,
): Promise<{ series: SeenSeries; meetings: SeenMeeting[] }> {
  const { scheduleMeetings } = await client.ask<{ scheduleMeetings: SeenSeries }>(scheduleMutation, {
    input,
  });
  return { series: scheduleMeetings, meetings: scheduleMeetings.meetings.edges.map(({ node }) => node) };
}

/** Moves the clock to so many hours before the meeting (and a minute more), and lets everything due happen. */
export async function hoursBefore(
  app: TestApp,
  meeting: Pick<SeenMeeting, 'startsAt'>,
  before: number,
): Promise<void> {
  const now = await app.advance(0);
  const wanted = Date.parse(meeting.startsAt) - hours(before) + 60_000;
  await app.advance((wanted - now.getTime()) / 1000);
  await app.drain();
}
