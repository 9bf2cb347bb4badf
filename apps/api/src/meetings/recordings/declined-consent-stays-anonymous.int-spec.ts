import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { notificationsTopic } from '../../notifications/push-live.job.js';
import {
  bare,
  differences,
  expectSame,
  expectSameObserved,
  PermutedWorld,
  shownBy,
  type Lived,
} from '../../platform/testing/permuted-world.js';
import { Postbox } from '../../platform/testing/postbox.js';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import { circle, type Circle } from '../../support/requests/support-request.factory.js';
import { eveningIn, hoursBefore, plan, schedule, type SeenMeeting } from '../meeting/meetings.factory.js';
import { meetingTopic } from '../meeting/meeting-topic.js';

/**
 * A meeting under way to whose recording all have agreed. In each world another member says no, of those who are there or of those who are
 * not; the facilitator tries to find out who. What all others are told must be the same, and no row may differ but the answer itself.
 */
let app: TestApp;
let postbox: Postbox;
let here: Circle;
let meeting: SeenMeeting;
let world: PermutedWorld;

const day = 24;
const present = [0, 1, 2, 3];
/** Of these one says no; the last is not there. */
const objectors = [1, 0, 2, 4];

const attend = `mutation ($id: ID!, $who: ID, $presence: Presence) { markAttendance(input: { meetingId: $id, memberId: $who, presence: $presence }) { id } }`;
const agree = `mutation ($id: ID!, $agrees: Boolean!) { answerRecording(meetingId: $id, agrees: $agrees) { id } }`;
const link = `mutation ($id: ID!, $url: String) { linkRecording(meetingId: $id, url: $url) { id } }`;
const member = (n: number) => publicId('Member', here.members[n]!.memberId);

beforeAll(async () => {
  postbox = await Postbox.open();
  app = await startApp({ SMTP_URL: postbox.url });
  here = await circle(app, 6);
  const facilitator = here.clients[0]!;
  meeting = (await schedule(facilitator, plan(here.groupId, await eveningIn(app, 3)))).meetings[0]!;
  await hoursBefore(app, meeting, 0);
  await facilitator.ask(`mutation ($id: ID!) { startMeeting(meetingId: $id) { id } }`, { id: meeting.id });
  for (const n of present) await here.clients[n]!.ask(attend, { id: meeting.id, presence: 'PRESENT' });
  for (const client of here.clients) await client.ask(agree, { id: meeting.id, agrees: true });
  await facilitator.ask(link, { id: meeting.id, url: 'https://example.jp/rec/1' });
  world = await PermutedWorld.keep({
    ...here,
    app,
    postbox,
    look,
    known: [
      [here.groupId, 'the group'],
      [bare(meeting.id), 'the meeting'],
    ],
    heardByAll: [meetingTopic(here.tenant.id, bare(meeting.id))],
    heardBy: ({ tenantId, memberId }) => [notificationsTopic(tenantId, memberId)],
  });
}, 300_000);
afterAll(async () => {
  await app?.stop();
  await postbox?.close();
});

/** All that one member's pages show of the meeting. The member's own answer stands apart. */
async function look(client: TestClient): Promise<string[]> {
  const seen = await client.query<unknown>(
    `query ($id: ID!) { node(id: $id) { ... on Meeting { status version sequence recording { agreed url goneAt }
       attendees { member { id } rsvp attended presence late } airtime { member { id } } evenness handedTo { id } viewerCan { run attend edit } } } }`,
    { id: meeting.id },
  );
  const mine = await client.query<unknown>(
    `query ($id: ID!) { node(id: $id) { ... on Meeting { recording { viewerAgrees } } } }`,
    { id: meeting.id },
  );
  return [shownBy(seen), `own ${shownBy(mine)}`];
}

const live = (objector: number): Promise<Lived> =>
  world.live(async (after) => {
    const [facilitator] = here.clients as [TestClient];
    const { id } = meeting;
    const tryLink = () => facilitator.refusal(link, { id, url: 'https://example.jp/rec/2' });
    await after(1);
    await here.clients[objector]!.ask(agree, { id, agrees: false });
    await after(1);
    expect(await tryLink()).toBe('RECORDING_NOT_AGREED');
    // As if each in turn had not been there.
    for (const who of [1, 2, 3]) {
      await facilitator.ask(attend, { id, who: member(who), presence: 'ABSENT' });
      await after(0);
      await facilitator.ask(attend, { id, who: member(who), presence: 'PRESENT' });
    }
    await here.clients[1]!.ask(`mutation ($id: ID!) { leaveGroup(groupId: $id) }`, {
      id: publicId('Group', here.groupId),
    });
    await after(1);
    expect(await tryLink()).toBe('RECORDING_NOT_AGREED');
    await after(31 * day);
    await after(0);
  });

const notOwn = (line: string) => !line.startsWith('own ');
const notTheAnswer = (row: string) => !row.startsWith('meeting_recording_consent ');

describe('a no to a recording, from any of them', () => {
  const worlds = new Map<number, Lived>();
  beforeAll(async () => {
    for (const objector of objectors) worlds.set(objector, await live(objector));
  }, 300_000);

  it('something happens at all: the link goes, the member who set it is asked to delete the recording, screens look again', () => {
    const { told, rows } = worlds.get(1)!;
    expect(told[5]!.join('\n')).toContain('https://example.jp/rec/1');
    expect(told[5]!.join('\n')).toMatch(/^own .*"viewerAgrees":true/m);
    expect(told[1]!.join('\n')).toMatch(/^own .*"viewerAgrees":false/m);
    expect(told[5]!.join('\n')).toContain('"agreed":false,"url":null');
    expect(told[0]!.join('\n')).toContain('meeting.recording-gone');
    expect(told[5]!.join('\n')).toMatch(/^live meeting:/m);
    expect(rows.filter((row) => /^domain_event .*recording-answered/.test(row)).length).toBeGreaterThan(6);
    expect(rows.filter((row) => !notTheAnswer(row) && row.includes('"agrees": false'))).toHaveLength(1);
  });

  it.each(objectors.slice(1))(
    'whether it is member 1 or member %i, all others are told the same',
    (other) => {
      const [a, b] = [worlds.get(1)!, worlds.get(other)!];
      expectSameObserved(a, b, 1, other);
      // Of their own they are told what they have answered, and nothing else.
      for (const n of [1, other]) expectSame(a.told[n]!.filter(notOwn), b.told[n]!.filter(notOwn));
    },
  );

  it.each(objectors.slice(1))(
    'whether it is member 1 or member %i, what stands in any other table is the same',
    (other) => {
      const [a, b] = [worlds.get(1)!, worlds.get(other)!];
      expectSame(a.rows.filter(notTheAnswer), b.rows.filter(notTheAnswer));
      expect(differences(a.rows, b.rows)).toHaveLength(2);
    },
  );
});
