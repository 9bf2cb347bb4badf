import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId, type GroupId } from '@yoriai/domain/kernel';
import {
  startApp,
  type TestApp,
  type TestClient,
  type TestMember,
} from '../../platform/testing/start-app.js';
import { circle, postRequest, type Circle } from '../requests/support-request.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

const member = (who: TestMember) => publicId('Member', who.memberId);
const days = (n: number) => n * 24 * 3600;
const pass = async (seconds: number): Promise<void> => {
  await app.advance(seconds);
  await app.drain();
};
interface Page<T> {
  readonly edges: readonly { readonly node: T }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
/** On to the third hour of the day on which the guard looks, so many months from now. */
const toGuardsHour = async (months: number): Promise<void> => {
  const [clock] = await app.sql<{ seconds: number }>(
    `select extract(epoch from (date_trunc('month', app.now() at time zone 'Asia/Tokyo') + make_interval(months => $1) + interval '1 day 3 hours')
       at time zone 'Asia/Tokyo' - app.now())::int as seconds`,
    [months],
  );
  await pass(clock!.seconds);
};
const resolve = `mutation ($id: ID!, $helpers: [HelperInput!]) { resolveSupportRequest(input: { requestId: $id, helpers: $helpers }) { id } }`;
const reply = `mutation ($id: ID!) { replyToSupportRequest(input: { requestId: $id, body: "こうしました" }) { id } }`;
/** Asked, answered and thanked for, so many times. */
async function helped(here: Circle, by: number, receiver: number, times = 1, change = {}): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    const request = await postRequest(here.clients[receiver]!, here.groupId, change);
    await here.clients[by]!.ask(reply, { id: request.id });
    await here.clients[receiver]!.ask(resolve, {
      id: request.id,
      helpers: [{ memberId: member(here.members[by]!) }],
    });
  }
  await app.drain();
}
const flagged = async (
  client: TestClient,
  groupId: GroupId,
): Promise<{ id: string; name: string; version: number }[]> =>
  (
    await client.ask<{
      facilitatorOverview: { flags: { id: string; version: number; member: { displayName: string } }[] };
    }>(
      `query ($g: ID!) { facilitatorOverview(groupId: $g) { flags { id version member { displayName } } } }`,
      {
        g: publicId('Group', groupId),
      },
    )
  ).facilitatorOverview.flags.map(({ id, version, member: { displayName } }) => ({
    id,
    version,
    name: displayName,
  }));
const aside = `mutation ($id: ID!, $v: Int) { putFlagAside(input: { flagId: $id, expectedVersion: $v }) { state version } }`;
const hardTime = `mutation ($g: ID, $m: ID, $since: Date) { noteHardTime(input: { groupId: $g, memberId: $m, since: $since }) }`;
const overview = `query ($g: ID!) { facilitatorOverview(groupId: $g) { group { id } quietMembers { member { displayName } }
  unanswered { edges { node { title } } } typesByMonth { month informational emotional } hardTimes { member { displayName } since } } }`;
const own = async (client: TestClient) =>
  (
    await client.ask<{ giveAndTake: { helped: number; wasHelped: number; hardTimeSince: string | null } }>(
      `{ giveAndTake { helped wasHelped hardTimeSince } }`,
    )
  ).giveAndTake;
const guardNotices = async (client: TestClient): Promise<string[]> =>
  (
    await client.ask<{ notifications: { edges: { node: { kind: string; title: string } }[] } }>(
      `{ notifications(first: 100) { edges { node { kind title } } } }`,
    )
  ).notifications.edges.flatMap(({ node }) => (node.kind === 'support.give-and-take' ? [node.title] : []));
/** A group whose people have known each other for longer than the guard waits. */
async function oldFriends(size = 4): Promise<Circle> {
  const here = await circle(app, size);
  await app.sql(`update member set created_at = app.now() - interval '200 days' where tenant_id = $1`, [
    here.tenant.id,
  ]);
  return here;
}

describe('help is counted', () => {
  it('once, when it is resolved, for each helper named; told again it changes nothing', async () => {
    const here = await oldFriends();
    await helped(here, 2, 1, 2);
    await helped(here, 2, 1, 1, { type: 'EMOTIONAL', wanted: 'LISTEN' });
    const credits = () =>
      app.sql(
        `select helper_id, receiver_id, gave, at from support_credit where tenant_id = $1 order by at`,
        [here.tenant.id],
      );
    const before = await credits();
    expect(before).toHaveLength(3);
    await app.sql(
      `update delivery set state = 'DUE' where tenant_id = $1 and reader = 'support.count-help'`,
      [here.tenant.id],
    );
    await app.drain();
    expect(await credits()).toEqual(before);
    expect(await own(here.clients[2]!)).toMatchObject({ helped: 3, wasHelped: 0 });
    expect(await own(here.clients[1]!)).toMatchObject({ helped: 0, wasHelped: 3 });
    expect(await own(here.clients[3]!)).toMatchObject({ helped: 0, wasHelped: 0 });
  });

  it('never for what was withdrawn, and without a receiver where the asker is anonymous', async () => {
    const here = await oldFriends(6);
    const request = await postRequest(here.clients[1]!, here.groupId);
    await here.clients[2]!.ask(reply, { id: request.id });
    await here.clients[1]!.ask(`mutation ($id: ID!) { withdrawSupportRequest(requestId: $id) { id } }`, {
      id: request.id,
    });
    await helped(here, 2, 1, 1, { anonymous: true });
    expect(
      await app.sql(`select helper_id, receiver_id from support_credit where tenant_id = $1`, [
        here.tenant.id,
      ]),
    ).toEqual([{ helper_id: here.members[2]!.memberId, receiver_id: null }]);
    expect(await own(here.clients[1]!)).toMatchObject({ wasHelped: 0 });
  });
});

describe('the guard', () => {
  it('after two windows asks the facilitator in private for a kind word, once, and is put aside', async () => {
    const here = await oldFriends();
    const [facilitator, taker, giver] = here.clients as [TestClient, TestClient, TestClient];
    await helped(here, 2, 1, 4);
    await toGuardsHour(1);
    expect(await flagged(facilitator, here.groupId)).toEqual([]);
    await toGuardsHour(1);
    const [flag] = await flagged(facilitator, here.groupId);
    expect(flag).toMatchObject({ name: '鈴木 美咲' });
    expect(await guardNotices(facilitator)).toEqual(['鈴木 美咲 さんに、声をかけてみませんか']);
    for (const other of [taker, giver, here.clients[3]!]) {
      expect(await guardNotices(other)).toEqual([]);
      expect(await other.refusal(aside, { id: flag!.id })).toBe('NOT_FOUND');
      expect(
        (await other.ask<{ node: null }>(`query ($id: ID!) { node(id: $id) { id } }`, { id: flag!.id })).node,
      ).toBeNull();
    }
    await toGuardsHour(1);
    expect(await flagged(facilitator, here.groupId)).toEqual([flag]);
    expect(await facilitator.refusal(aside, { id: flag!.id, v: 7 })).toBe('CONFLICT');
    expect(await facilitator.ask(aside, { id: flag!.id, v: 1 })).toEqual({
      putFlagAside: { state: 'PUT_ASIDE', version: 2 },
    });
    await toGuardsHour(1);
    expect(await flagged(facilitator, here.groupId)).toEqual([]);
    expect(await guardNotices(facilitator)).toEqual([]);
  });

  it('spares those who gave, those who only needed an ear, newcomers, and those whose asking is hidden', async () => {
    const here = await oldFriends(7);
    await helped(here, 6, 1, 4);
    await helped(here, 1, 6, 1);
    await helped(here, 6, 2, 5, { type: 'EMOTIONAL', wanted: 'LISTEN' });
    await helped(here, 6, 3, 4, { anonymous: true });
    await helped(here, 6, 4, 4);
    await app.sql(`update member set created_at = app.now() where tenant_id = $1 and id = $2`, [
      here.tenant.id,
      here.members[4]!.memberId,
    ]);
    await toGuardsHour(1);
    await toGuardsHour(1);
    expect(await flagged(here.clients[0]!, here.groupId)).toEqual([]);
    await toGuardsHour(2);
    expect((await flagged(await app.as(here.members[0]!), here.groupId)).map(({ name }) => name)).toEqual([
      '伊藤 大輔',
    ]);
  });

  it('spares those in a hard time, whether they noted it themselves or the facilitator did; each sees their own note alone', async () => {
    const here = await oldFriends();
    let [facilitator, one, , giver] = here.clients;
    const two = here.clients[2];
    await helped(here, 3, 1, 4);
    await helped(here, 3, 2, 4);
    const [today] = await app.sql<{ day: string }>(
      `select to_char(app.now() at time zone 'Asia/Tokyo', 'YYYY-MM-DD') as day`,
    );
    const g = publicId('Group', here.groupId);
    const m = member(here.members[2]!);
    await one!.ask(hardTime, { since: today!.day });
    await facilitator!.ask(hardTime, { g, m, since: today!.day });
    expect((await own(one!)).hardTimeSince).toBe(today!.day);
    expect((await own(two!)).hardTimeSince).toBeNull();
    const noted = async () =>
      (
        await facilitator!.ask<{ facilitatorOverview: { hardTimes: { member: { displayName: string } }[] } }>(
          overview,
          { g },
        )
      ).facilitatorOverview.hardTimes.map(({ member: { displayName } }) => displayName);
    expect(await noted()).toEqual(['高橋 誠']);
    await toGuardsHour(1);
    await toGuardsHour(1);
    expect(await flagged(facilitator!, here.groupId)).toEqual([]);
    // Sessions end within a quarter of a year.
    [facilitator, one, giver] = await Promise.all([0, 1, 3].map((i) => app.as(here.members[i]!)));
    await facilitator!.ask(hardTime, { g, m, since: null });
    await one!.ask(hardTime, { since: null });
    expect([await noted(), (await own(one!)).hardTimeSince]).toEqual([[], null]);
    await toGuardsHour(1);
    expect((await flagged(facilitator!, here.groupId)).map(({ name }) => name).sort()).toEqual([
      '鈴木 美咲',
      '高橋 誠',
    ]);
    const refused = (client: TestClient, variables: Record<string, unknown>) =>
      client.refusal(hardTime, variables);
    expect(await refused(giver!, { g, m, since: today!.day })).toBe('NOT_FOUND');
    expect(await refused(facilitator!, { g, since: today!.day })).toBe('BAD_USER_INPUT');
    expect(await refused(one!, { since: '2099-01-01' })).toBe('BAD_USER_INPUT');
    expect(await refused(one!, { since: '2020-01-01' })).toBe('BAD_USER_INPUT');
    expect(await refused(one!, { since: 'きのう' })).toBe('BAD_USER_INPUT');
  });

  it('about a facilitator tells the other facilitators, or no one when there are none', async () => {
    const here = await oldFriends();
    await helped(here, 2, 0, 4);
    await toGuardsHour(1);
    await toGuardsHour(1);
    expect(await flagged(here.clients[0]!, here.groupId)).toEqual([]);
    await app.sql(
      `update group_membership set role = 'FACILITATOR' where tenant_id = $1 and member_id = $2`,
      [here.tenant.id, here.members[3]!.memberId],
    );
    await toGuardsHour(1);
    expect(await flagged(await app.as(here.members[0]!), here.groupId)).toEqual([]);
    expect((await flagged(await app.as(here.members[3]!), here.groupId)).map(({ name }) => name)).toEqual([
      '佐藤 健',
    ]);
  });
});

describe('the facilitator’s overview', () => {
  it('is for facilitators; members, the office and strangers are told that there is none', async () => {
    const [here, there] = [await circle(app, 4), await circle(app, 2)];
    const g = publicId('Group', here.groupId);
    const office = await app.as(await app.member(here.tenant, { role: 'ADMIN', name: '事務 局' }));
    for (const stranger of [here.clients[1]!, office, there.clients[0]!])
      expect(await stranger.refusal(overview, { g })).toBe('NOT_FOUND');
    for (const nonsense of [
      "'; drop table support_request; --",
      'mtg_0198a000-0000-7000-8000-000000000001',
      '',
    ])
      expect(await here.clients[0]!.refusal(overview, { g: nonsense })).toBe('NOT_FOUND');
    const facilitates = async (client: TestClient) =>
      (await client.ask<{ viewer: { facilitates: { id: string }[] } }>(`{ viewer { facilitates { id } } }`))
        .viewer.facilitates;
    expect(await facilitates(here.clients[0]!)).toEqual([{ id: g }]);
    expect(await facilitates(here.clients[1]!)).toEqual([]);
    expect(await facilitates(office)).toEqual([]);
  });

  it('shows what waits, oldest first, who has been quiet, and which types were asked for', async () => {
    const here = await circle(app, 5);
    const g = publicId('Group', here.groupId);
    await pass(days(59));
    await postRequest(here.clients[1]!, here.groupId, { title: '一つめ' });
    await pass(days(2));
    const answered = await postRequest(here.clients[2]!, here.groupId, {
      title: '返事のある相談',
      type: 'EMOTIONAL',
      wanted: 'LISTEN',
    });
    await postRequest(here.clients[1]!, here.groupId, { title: '二つめ' });
    // An anonymous member stays as quiet as before: anything else would say who it was.
    await postRequest(here.clients[4]!, here.groupId, { title: '匿名の相談', anonymous: true });
    await here.clients[1]!.ask(reply, { id: answered.id });
    const pages: string[] = [];
    for (let after: string | null = null; ;) {
      const { facilitatorOverview: part }: { facilitatorOverview: { unanswered: Page<{ title: string }> } } =
        await here.clients[0]!.ask(
          `query ($g: ID!, $after: String) { facilitatorOverview(groupId: $g) {
             unanswered(first: 2, after: $after) { edges { node { title } } pageInfo { hasNextPage endCursor } } } }`,
          { g, after },
        );
      pages.push(part.unanswered.edges.map(({ node }) => node.title).join('、'));
      after = part.unanswered.pageInfo.endCursor;
      if (!part.unanswered.pageInfo.hasNextPage) break;
    }
    expect(pages).toEqual(['一つめ、二つめ', '匿名の相談']);
    const { facilitatorOverview: seen } = await here.clients[0]!.ask<{
      facilitatorOverview: {
        quietMembers: { member: { displayName: string } }[];
        unanswered: { edges: { node: { title: string } }[] };
        typesByMonth: { month: string; informational: number; emotional: number }[];
      };
    }>(overview, { g });
    expect(seen.unanswered.edges.map(({ node }) => node.title)).toEqual(['一つめ', '二つめ', '匿名の相談']);
    expect(seen.quietMembers.map(({ member: { displayName } }) => displayName).sort()).toEqual([
      '伊藤 大輔',
      '田中 由美',
    ]);
    expect(seen.typesByMonth).toHaveLength(6);
    const sum = (of: 'informational' | 'emotional') =>
      seen.typesByMonth.reduce((n, month) => n + month[of], 0);
    expect([sum('informational'), sum('emotional')]).toEqual([3, 1]);
    expect(
      await here.clients[0]!.refusal(
        `query ($g: ID!) { facilitatorOverview(groupId: $g) { unanswered(first: 101) { edges { cursor } } } }`,
        { g },
      ),
    ).toBe('BAD_USER_INPUT');
  });

  it('does not call quiet a member who wrote a note before a meeting, attended one or posted good news', async () => {
    const here = await circle(app, 6);
    const g = publicId('Group', here.groupId);
    const quiet = async () =>
      (
        await here.clients[0]!.ask<{
          facilitatorOverview: { quietMembers: { member: { displayName: string } }[] };
        }>(overview, { g })
      ).facilitatorOverview.quietMembers.map(({ member: { displayName } }) => displayName);
    await pass(days(58));
    const [{ now } = { now: '' }] = await app.sql<{ now: string }>(
      `select to_char((app.now() + interval '12 hours') at time zone 'Asia/Tokyo', 'YYYY-MM-DD"T"HH24:MI') as now`,
    );
    const { scheduleMeetings } = await here.clients[0]!.ask<{
      scheduleMeetings: { meetings: { edges: { node: { id: string } }[] } };
    }>(
      `mutation ($g: ID!, $at: String!) { scheduleMeetings(input: { groupId: $g, title: "定例会", startsAtLocal: $at, timeZone: "Asia/Tokyo", durationMinutes: 60, format: IN_PERSON, place: "会館" }) { meetings { edges { node { id } } } } }`,
      { g, at: now },
    );
    const id = scheduleMeetings.meetings.edges[0]!.node.id;
    await here.clients[1]!.ask(
      `mutation ($id: ID!) { submitCheckIn(input: { meetingId: $id, note: "変わりなく" }) { id } }`,
      { id },
    );
    await here.clients[2]!.ask(
      `mutation ($g: ID!) { postGoodNews(input: { groupId: $g, body: "十周年です" }) { id } }`,
      { g },
    );
    await here.clients[0]!.ask(`mutation ($id: ID!) { startMeeting(meetingId: $id) { id } }`, { id });
    await here.clients[0]!.ask(
      `mutation ($id: ID!, $m: ID) { markAttendance(input: { meetingId: $id, memberId: $m, presence: PRESENT }) { id } }`,
      { id, m: member(here.members[3]!) },
    );
    // A note that only its writer reads does not count.
    await here.clients[4]!.ask(
      `mutation ($id: ID!) { submitCheckIn(input: { meetingId: $id, note: "自分だけのメモ", visibility: SELF }) { id } }`,
      { id },
    );
    await pass(days(3));
    expect((await quiet()).sort()).toEqual(['伊藤 大輔', '渡辺 恵'].sort());
    await pass(days(60));
    expect(await quiet()).toHaveLength(5);
  });

  it('holds the worries that its reader was told, for 60 days, and no one else’s', async () => {
    const [here, there] = [await circle(app, 5), await circle(app, 2)];
    const g = publicId('Group', here.groupId);
    const [facilitator, asker, teller] = here.clients as [TestClient, TestClient, TestClient];
    const deputy = here.members[4]!;
    const lead = (who: TestMember, role: string) =>
      app.sql(`update group_membership set role = $3 where tenant_id = $1 and member_id = $2`, [
        here.tenant.id,
        who.memberId,
        role,
      ]);
    const told = async (client: TestClient, args = '') =>
      (
        await client.ask<{
          facilitatorOverview: { worries: Page<{ note: string; request: { title: string } }> };
        }>(
          `query ($g: ID!) { facilitatorOverview(groupId: $g) { worries${args} { edges { node { note request { title } } } pageInfo { hasNextPage endCursor } } } }`,
          { g },
        )
      ).facilitatorOverview.worries;
    const notes = async (client: TestClient) => (await told(client)).edges.map(({ node }) => node.note);
    const tell = `mutation ($id: ID!, $note: String) { tellOfWorry(input: { requestId: $id, note: $note }) }`;
    const { id } = await postRequest(asker, here.groupId, { title: '眠れない夜' });
    await teller.ask(tell, { id, note: '一つめ' });
    await pass(60);
    await teller.ask(tell, { id, note: '二つめ' });
    await lead(deputy, 'FACILITATOR');
    // Told before the deputy facilitated; and one about the facilitator, which is for the deputy alone.
    expect(await notes(await app.as(deputy))).toEqual([]);
    const own = await postRequest(facilitator, here.groupId, { title: '進行役の相談' });
    await teller.ask(tell, { id: own.id, note: '進行役さんのこと' });
    expect(await notes(await app.as(deputy))).toEqual(['進行役さんのこと']);
    expect(await notes(facilitator)).toEqual(['二つめ', '一つめ']);
    const first = await told(facilitator, '(first: 1)');
    expect(first).toMatchObject({
      edges: [{ node: { note: '二つめ', request: { title: '眠れない夜' } } }],
      pageInfo: { hasNextPage: true },
    });
    const rest = await told(facilitator, `(first: 1, after: "${first.pageInfo.endCursor}")`);
    expect(rest.edges.map(({ node }) => node.note)).toEqual(['一つめ']);
    for (const stranger of [asker, teller, there.clients[0]!])
      expect(
        await stranger.refusal(
          `query ($g: ID!) { facilitatorOverview(groupId: $g) { worries { edges { cursor } } } }`,
          { g },
        ),
      ).toBe('NOT_FOUND');
    await pass(days(61));
    expect(await notes(await app.as(here.members[0]!))).toEqual([]);
  });
});
