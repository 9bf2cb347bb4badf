import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { until } from '../../platform/testing/server-process.js';
import { startApp, type Line, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import {
  circle,
  editMutation,
  eveningIn,
  plan,
  rsvpMutation,
  schedule,
  type Circle,
} from '../meeting/meetings.factory.js';

let app: TestApp;
let here: Circle;
let facilitator: TestClient, member: TestClient, neighbour: TestClient, stranger: TestClient;
let id: string;
let others: readonly string[];
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  here = await circle(app);
  ({ facilitator, member, neighbour, stranger } = here.clients);
  const evening = await eveningIn(app, 20);
  const { meetings } = await schedule(
    facilitator,
    plan(here.groupId, evening, { rule: 'FREQ=MONTHLY;COUNT=3' }),
  );
  [id, ...others] = meetings.map((meeting) => meeting.id) as [string, ...string[]];
  await app.drain();
});

const parts = [
  'details',
  'agenda',
  'attendance',
  'run',
  'checkIns',
  'topics',
  'commitments',
  'decisions',
  'afterParty',
  'roles',
  'recording',
  'minutes',
] as const;
type Part = (typeof parts)[number];
type Update = Record<Part, { readonly title: string } | null> & {
  readonly meetingId: string;
  readonly changedAttendees: readonly {
    readonly rsvp: string | null;
    readonly member: { readonly id: string };
  }[];
  readonly changedCheckIns: readonly {
    readonly id: string;
    readonly progress: string;
    readonly mood: number | null;
  }[];
  readonly changedTopics: readonly {
    readonly title: string;
    readonly votes: number;
    readonly remarks: { readonly edges: readonly { readonly node: { readonly body: string } }[] };
  }[];
  readonly changedCommitments: readonly { readonly statement: string }[];
  readonly changedDecisions: readonly { readonly text: string }[];
};
interface Heard {
  readonly meetingUpdates: Update;
}
const updates = `subscription ($id: ID!) { meetingUpdates(meetingId: $id) {
  meetingId ${parts.map((part) => `${part} { title }`).join(' ')}
  changedAttendees { rsvp member { id } } changedCheckIns { id progress mood }
  changedTopics { title votes remarks { edges { node { body } } } } changedCommitments { statement } changedDecisions { text } } }`;
const watch = (client: TestClient, meetingId = id): Promise<Line<Heard>> =>
  app.listens(() => client.line<Heard>().listen(updates, { id: meetingId }));

/** The updates that the screen gets for this act, and what they hold. */
async function heardOf(screen: Line<Heard>, act: () => Promise<unknown>): Promise<Partial<Update>> {
  const before = screen.heard.length;
  await act();
  await app.drain();
  await until(() => screen.heard.length > before);
  const update = screen.heard[before]!.data!.meetingUpdates;
  return Object.fromEntries(
    Object.entries(update).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
const meeting = { title: expect.any(String) };
const checkIn = (client: TestClient, input: object) =>
  client.ask<{ submitCheckIn: { id: string } }>(
    `mutation ($input: SubmitCheckInInput!) { submitCheckIn(input: $input) { id } }`,
    { input: { meetingId: id, ...input } },
  );

describe('what changed in one meeting', () => {
  it('is told part by part to those who look at it', async () => {
    const screen = await watch(member);
    expect(await heardOf(screen, () => facilitator.ask(rsvpMutation, { id, rsvp: 'YES' }))).toEqual({
      meetingId: id,
      attendance: meeting,
      changedAttendees: [
        { rsvp: 'YES', member: { id: publicId('Member', here.people.facilitator.memberId) } },
      ],
    });
    expect(
      await heardOf(screen, () =>
        facilitator.ask(editMutation, { input: { meetingId: id, title: '新しい題' } }),
      ),
    ).toEqual({ meetingId: id, details: { title: '新しい題' } });
    expect(await heardOf(screen, () => checkIn(facilitator, { progress: '棚を直した', mood: 2 }))).toEqual({
      meetingId: id,
      checkIns: meeting,
      // How they feel goes to facilitators, unless they say otherwise.
      changedCheckIns: [{ id: expect.any(String), progress: '棚を直した', mood: null }],
    });
    let topic = '';
    expect(
      await heardOf(screen, async () => {
        const { proposeTopic } = await facilitator.ask<{ proposeTopic: { id: string } }>(
          `mutation ($id: ID!) { proposeTopic(input: { meetingId: $id, title: "値上げ" }) { id } }`,
          { id },
        );
        topic = proposeTopic.id;
      }),
    ).toEqual({
      meetingId: id,
      topics: meeting,
      changedTopics: [{ title: '値上げ', votes: 0, remarks: { edges: [] } }],
    });
    expect(
      await heardOf(screen, () =>
        facilitator.ask(
          `mutation ($id: ID!) { makeRemark(input: { topicId: $id, body: "聞きたい" }) { id } }`,
          { id: topic },
        ),
      ),
    ).toMatchObject({
      topics: meeting,
      changedTopics: [{ remarks: { edges: [{ node: { body: '聞きたい' } }] } }],
    });
    expect(
      await heardOf(screen, () =>
        facilitator.ask(`mutation ($id: ID!) { withdrawTopic(topicId: $id) }`, { id: topic }),
      ),
    ).toEqual({ meetingId: id, topics: meeting });
    await screen.close();
  });

  it('is every part where a meeting begins', async () => {
    await app.advance(20 * 24 * 3600);
    const screen = await watch(member);
    const update = await heardOf(screen, () =>
      facilitator.ask(`mutation ($id: ID!) { startMeeting(meetingId: $id) { id } }`, { id }),
    );
    expect(Object.keys(update)).toEqual(expect.arrayContaining([...parts, 'changedAttendees']));
    expect(
      await heardOf(screen, () =>
        facilitator.ask(`mutation ($id: ID!) { runMeeting(input: { meetingId: $id, act: PAUSE }) { id } }`, {
          id,
        }),
      ),
    ).toEqual({ meetingId: id, run: meeting });
    expect(
      await heardOf(screen, () =>
        facilitator.ask(
          `mutation ($id: ID!) { recordDecision(input: { meetingId: $id, text: "見学会をする" }) { id } }`,
          { id },
        ),
      ),
    ).toEqual({ meetingId: id, decisions: meeting, changedDecisions: [{ text: '見学会をする' }] });
    expect(
      await heardOf(screen, async () =>
        facilitator.ask(
          `mutation ($id: ID!, $day: Date!) { makeCommitment(input: { meetingId: $id, statement: "見積を取る", dueOn: $day }) { id } }`,
          { id, day: (await eveningIn(app, 30)).slice(0, 10) },
        ),
      ),
    ).toEqual({ meetingId: id, commitments: meeting, changedCommitments: [{ statement: '見積を取る' }] });
    await screen.close();
  });

  it('makes no sound where it is kept from the group, nor at another meeting of the series', async () => {
    const [screen, elsewhere] = [await watch(member), await watch(member, others[0])];
    await checkIn(facilitator, { progress: '人に言えない', visibility: 'FACILITATOR' });
    await app.drain();
    expect(await heardOf(screen, () => facilitator.ask(rsvpMutation, { id, rsvp: 'NO' }))).toMatchObject({
      attendance: meeting,
    });
    expect(JSON.stringify(screen.heard)).not.toContain('人に言えない');
    expect(screen.heard).toHaveLength(1);
    await heardOf(elsewhere, () => facilitator.ask(rsvpMutation, { id: others[0], rsvp: 'NO' }));
    expect(elsewhere.heard.map(({ data }) => data!.meetingUpdates.meetingId)).toEqual([others[0]]);
    await Promise.all([screen.close(), elsewhere.close()]);
  });

  it('cannot be asked for by a neighbour or another tenant, and ends with the membership', async () => {
    for (const client of [neighbour, stranger]) {
      const screen = client.line<Heard>().listen(updates, { id });
      await until(() => screen.ended.length > 0);
      expect(JSON.stringify([screen.heard, screen.ended])).toContain('NOT_FOUND');
      await screen.close();
    }
    const [screen, removed] = [await watch(facilitator), await watch(member)];
    await here.clients.office.ask(
      `mutation ($g: ID!, $id: ID!) { removeGroupMember(groupId: $g, memberId: $id) { id } }`,
      { g: publicId('Group', here.groupId), id: publicId('Member', here.people.member.memberId) },
    );
    await app.drain();
    const before = removed.heard.length;
    await heardOf(screen, () => facilitator.ask(rsvpMutation, { id, rsvp: 'NO' }));
    expect(removed.heard.slice(before)).toEqual([]);
    expect(JSON.stringify(removed.heard)).not.toContain('"rsvp":"NO"');
    await Promise.all([screen.close(), removed.close()]);
  });
});
