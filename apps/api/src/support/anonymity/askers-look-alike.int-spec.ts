import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { notificationsTopic } from '../../notifications/push-live.job.js';
import { topicsOfViewer } from '../../platform/live/list-topics.js';
import {
  bare,
  differences,
  expectSame,
  expectSameObserved,
  notOf,
  PermutedWorld,
  shownBy,
  type Lived,
} from '../../platform/testing/permuted-world.js';
import { Postbox } from '../../platform/testing/postbox.js';
import {
  startApp,
  type TestApp,
  type TestClient,
  type TestMember,
} from '../../platform/testing/start-app.js';
import { notesTopic } from '../private-notes/push-private-note.job.js';
import { supportList } from '../requests/push-support-request.job.js';
import { circle, postRequest, requestFields, type Circle } from '../requests/support-request.factory.js';

/**
 * One world, saved at one moment, with two anonymous requests. It goes on again with each possible author,
 * to the row and to the hour; every reader and timer runs, for a month. What the others are told, hear live, get by mail, find, count and
 * the rows of the database must not differ by a word.
 */
let app: TestApp;
let postbox: Postbox;
let world: PermutedWorld;
let here: Circle;
let questions: { readonly answered: string; readonly silent: string };

const hour = 3600;
const authors = [0, 1, 2];
/** Has muted all possible authors but the first. */
const prober = 7;
const helper = 6;
const mutedByOne = 5;
const member = (who: TestMember) => publicId('Member', who.memberId);

const mute = `mutation ($id: ID!) { muteMember(memberId: $id) { id } }`;
const reply = `mutation ($id: ID!, $key: String) { replyToSupportRequest(input: { requestId: $id, body: "聞いています", idempotencyKey: $key }) { id } }`;
const offer = `mutation ($id: ID!) { offerSupport(input: { requestId: $id, message: "会いましょう" }) { id } }`;
const note = `mutation ($id: ID!, $to: ID, $key: String) { sendPrivateNote(input: { requestId: $id, toMemberId: $to, body: "手紙です", idempotencyKey: $key }) { id } }`;
const second = `mutation ($id: ID!, $who: ID!, $key: String) { askSecondPerson(input: { requestId: $id, memberId: $who, idempotencyKey: $key }) { id } }`;
const worry = `mutation ($id: ID!, $key: String) { tellOfWorry(input: { requestId: $id, note: "心配です", idempotencyKey: $key }) }`;
const onRequest = (name: string) => `mutation ($id: ID!) { ${name}(requestId: $id) { id } }`;

beforeAll(async () => {
  postbox = await Postbox.open();
  app = await startApp({ SMTP_URL: postbox.url });
  here = await circle(app, 8);
  const { clients, members, groupId } = here;
  for (const n of [0, 2, 3, 4, 5, 6]) await clients[prober]!.ask(mute, { id: member(members[n]!) });
  // Mutes between possible authors and those who answer, in both directions.
  await clients[mutedByOne]!.ask(mute, { id: member(members[1]!) });
  await clients[2]!.ask(mute, { id: member(members[4]!) });
  await clients[helper]!.ask(mute, { id: member(members[2]!) });
  // Some have been asked to help before, the possible authors among them; one has their hands full.
  await postRequest(clients[4]!, groupId, { title: '前の相談' });
  await app.drain();
  await app.advance(25 * hour);
  await app.drain();
  await clients[3]!.ask(`mutation { changeHelpAvailability(input: { fullThisMonth: true }) { version } }`);
  const unnamed = { anonymous: true, type: 'EMOTIONAL', wanted: 'LISTEN' };
  const post = async (title: string) =>
    (
      await postRequest(clients[1]!, groupId, {
        ...unnamed,
        title,
        body: `${title}です`,
        idempotencyKey: title,
      })
    ).id;
  questions = { answered: await post('名前のない相談'), silent: await post('返事のない相談') };
  const lists = [null, groupId].map((of) => supportList(here.tenant.id, of));
  world = await PermutedWorld.keep({
    ...here,
    app,
    postbox,
    look,
    known: [
      [groupId, 'the group'],
      [bare(questions.answered), 'the answered question'],
      [bare(questions.silent), 'the silent question'],
    ],
    heardByAll: [],
    heardBy: ({ tenantId, memberId }) => [
      notificationsTopic(tenantId, memberId),
      notesTopic(tenantId, memberId),
      ...lists.flatMap((list) => topicsOfViewer(list, memberId)),
    ],
  });
}, 300_000);
afterAll(async () => {
  await app?.stop();
  await postbox?.close();
});

/** All that one member's pages show of support. */
async function look(client: TestClient): Promise<string[]> {
  const request = `${requestFields} viewerNudge { reason state } leaveAsked adviceWelcome adviceWaits muted
    privateNotes { edges { node { body author { id } reader { id } createdAt } } }`;
  const list = `edges { node { ${request} } }`;
  const asked = await client.query<unknown>(
    `query ($answered: ID!, $silent: ID!) {
       answered: node(id: $answered) { ... on SupportRequest { ${request} } }
       silent: node(id: $silent) { ... on SupportRequest { ${request} } }
     }`,
    { answered: questions.answered, silent: questions.silent },
  );
  const lists = await Promise.all(
    [{}, { forMe: true }, { mine: true }, { search: '相談' }, { search: '名前' }].map((filter) =>
      client.query<unknown>(
        `query ($filter: SupportRequestFilter) { supportRequests(filter: $filter, first: 50) { ${list} } }`,
        { filter },
      ),
    ),
  );
  const overview = await client.query<unknown>(
    `query ($g: ID!) { facilitatorOverview(groupId: $g) { unanswered { edges { node { id } } } quietMembers { member { id } since }
       worries { edges { node { note createdAt request { id } } } } flags { id }
       typesByMonth { month informational instrumental emotional appraisal } } giveAndTake { helped wasHelped } }`,
    { g: publicId('Group', here.groupId) },
  );
  const rest = await client.query<unknown>(
    `{ similarRequests(text: "返事のない相談") { id title } thanksReceived(first: 20) { edges { node { message anonymous from { id } createdAt } } }
       mutes { members { id } requests { id } } goodNews(first: 5) { edges { node { id } } } }`,
  );
  return [asked, ...lists, overview, rest].map(shownBy);
}

/** A month in the life of the two questions, with this author and this teller of a worry. */
function live({ author, teller = 3 }: { author: number; teller?: number }): Promise<Lived> {
  return world.live(async (after) => {
    await app.sql(`update anonymous_author set author_id = $1 where request_id = any ($2::uuid[])`, [
      here.members[author]!.memberId,
      [bare(questions.answered), bare(questions.silent)],
    ]);
    const asker = here.clients[author]!;
    const { answered, silent } = questions;

    await after(1);
    for (const n of [4, helper]) await here.clients[n]!.ask(onRequest('askLeaveToAdvise'), { id: answered });
    await here.clients[helper]!.ask(reply, { id: answered });
    await here.clients[mutedByOne]!.ask(reply, { id: answered });
    for (const n of [4, helper]) await here.clients[n]!.ask(note, { id: answered });
    // One after the other: offers are listed in the order in which they came.
    const { offerSupport: declined } = await here.clients[helper]!.ask<{ offerSupport: { id: string } }>(
      offer,
      {
        id: answered,
      },
    );
    await here.clients[mutedByOne]!.ask(offer, { id: answered });
    await here.clients[teller]!.ask(worry, { id: silent, key: 'worried' });
    await after(1);
    await asker.ask(reply, { id: answered, key: 'said' });
    await asker.ask(
      `mutation ($id: ID!) { editSupportRequest(input: { requestId: $id, urgency: HIGH }) { id } }`,
      {
        id: answered,
      },
    );
    await asker.ask(onRequest('welcomeAdvice'), { id: answered });
    await asker.ask(`mutation ($id: ID!) { declineOffer(offerId: $id) { id } }`, { id: declined.id });
    await asker.ask(note, { id: answered, to: member(here.members[helper]!), key: 'letter' });
    await after(3);
    await asker.ask(
      `mutation ($id: ID!, $m: ID!) { resolveSupportRequest(input: { requestId: $id, outcome: "話せました", helpers: [{ memberId: $m, match: 5, thanks: "救われました" }] }) { id } }`,
      { id: answered, m: member(here.members[mutedByOne]!) },
    );
    await after(24);
    // A member who was asked passes it on, and the next best is asked.
    const [asked] = await app.sql<{ id: string; member_id: string }>(
      `select id, member_id from support_nudge where request_id = $1 and member_id <> all ($2::uuid[]) order by member_id limit 1`,
      [bare(silent), authors.map((n) => here.members[n]!.memberId)],
    );
    if (asked)
      await here.clients[here.members.findIndex(({ memberId }) => memberId === asked.member_id)]!.ask(
        `mutation ($id: ID!) { snoozeNudge(input: { nudgeId: $id }) { id } }`,
        { id: publicId('SupportNudge', asked.id) },
      );
    await after(48);
    for (const n of [prober, mutedByOne])
      await asker.ask(second, { id: silent, who: member(here.members[n]!), key: `second ${n}` });
    await after(24);
    await asker.ask(onRequest('keepSupportRequestOpen'), { id: silent });
    await after(24 * 27);
    await after(24 * 4);
    await after(0);
  });
}

const worlds = new Map<number, Lived>();
beforeAll(async () => {
  for (const author of authors) worlds.set(author, await live({ author }));
}, 600_000);

describe('a request without a name, by any of them', () => {
  it('something happens at all: the prober is asked, helpers are nudged, facilitators hear, the month ends', () => {
    const { told, rows } = worlds.get(1)!;
    const of = (n: number) => told[n]!.join('\n');
    expect(of(prober)).toContain('相談した人が、あなたに聞いてみたいと思っています');
    expect(of(mutedByOne)).toContain('救われました');
    expect(of(helper)).toContain('手紙です');
    expect(of(0)).toContain('support.unanswered');
    expect(of(0)).toContain('心配です');
    expect(of(4)).toContain('EXPIRED');
    expect(rows.filter((row) => row.startsWith('support_nudge')).length).toBeGreaterThan(4);
    expect(of(4)).toMatch(/^live support:/m);
    expect(told[prober]!.some((page) => page.startsWith('mail '))).toBe(true);
  });

  it.each([
    [1, 0],
    [1, 2],
    [0, 2],
  ])('whether it is member %i or member %i, the others are told the same', (one, other) => {
    expectSameObserved(worlds.get(one)!, worlds.get(other)!, one, other);
  });

  it.each([
    [1, 0],
    [1, 2],
    [0, 2],
  ])(
    'whether it is member %i or member %i, what stands of the others in any table is the same',
    (one, other) => {
      const rows = (author: number) => worlds.get(author)!.rows.filter(notOf(one, other));
      expectSame(rows(one), rows(other));
      // Whom we ask to help, the asker too, is drawn without regard to who asked.
      const nudges = (author: number) =>
        worlds.get(author)!.rows.filter((row) => row.startsWith('support_nudge'));
      expect(nudges(one)).toEqual(nudges(other));
    },
  );
});

describe('a worry without a name, by any of them', () => {
  it('is found neither in what any member is told nor in any table', async () => {
    const [one, other] = [worlds.get(1)!, await live({ author: 1, teller: 4 })];
    expectSameObserved(one, other, 3, 4);
    expectSame(one.rows.filter(notOf(3, 4)), other.rows.filter(notOf(3, 4)));
    // They leave no row of their own either.
    for (const n of [3, 4])
      expect(one.rows.filter((row) => !notOf(n)(row))).toEqual(other.rows.filter((row) => !notOf(n)(row)));
  }, 600_000);
});

describe('a name that is given', () => {
  it('is seen by the comparison: it sees what there is to see', async () => {
    const named = async (author: number) => {
      await world.goBack();
      const { memberId } = here.members[author]!;
      const ids = [bare(questions.answered), bare(questions.silent)];
      await app.sql(`delete from anonymous_author where request_id = any ($1::uuid[])`, [ids]);
      await app.sql(`update support_request set author_id = $2 where id = any ($1::uuid[])`, [ids, memberId]);
      await app.drain();
      return (await look(here.clients[prober]!)).map(world.inWords);
    };
    expect(differences(await named(1), await named(2)).length).toBeGreaterThan(2);
  });
});
