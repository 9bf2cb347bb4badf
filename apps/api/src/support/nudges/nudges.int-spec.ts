import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId, type GroupId } from '@yoriai/domain/kernel';
import type { SupportRequestId } from '@yoriai/domain/support';
import { Signing } from '../../platform/auth/signing.js';
import {
  startApp,
  type TestApp,
  type TestClient,
  type TestMember,
} from '../../platform/testing/start-app.js';
import { lotsForHelp, nudgeHelpers, waiting } from './nudge-helpers.js';
import {
  circle,
  listTitles,
  postRequest,
  type Circle,
  type SeenByTest,
} from '../requests/support-request.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

const member = (who: TestMember) => publicId('Member', who.memberId);
const hours = (n: number) => n * 3600;
interface Nudge {
  readonly id: string;
  readonly reason: string;
  readonly state: string;
}
interface Seen {
  readonly viewerNudge: Nudge | null;
  readonly forAsker: {
    readonly waitedLong: boolean;
    readonly askedIfOpen: boolean;
    readonly peopleToAsk: readonly { displayName: string }[];
    readonly askedBesides: readonly { displayName: string }[];
  } | null;
}
const see = async (client: TestClient, { id }: { id: string }): Promise<Seen> =>
  (
    await client.ask<{ node: Seen }>(
      `query ($id: ID!) { node(id: $id) { ... on SupportRequest { viewerNudge { id reason state }
         forAsker { waitedLong askedIfOpen peopleToAsk { displayName } askedBesides { displayName } } } } }`,
      { id },
    )
  ).node;
const notices = async (
  client: TestClient,
): Promise<{ kind: string; title: string; body: string; url: string }[]> =>
  (
    await client.ask<{
      notifications: { edges: { node: { kind: string; title: string; body: string; url: string } }[] };
    }>(`{ notifications(first: 50) { edges { node { kind title body url } } } }`)
  ).notifications.edges.map(({ node }) => node);
const kinds = async (client: TestClient): Promise<string[]> =>
  (await notices(client)).map(({ kind }) => kind).filter((kind) => kind !== 'support.posted');
const pass = async (seconds: number): Promise<void> => {
  await app.advance(seconds);
  await app.drain();
};
const post = async (client: TestClient, groupId: GroupId | null, change = {}): Promise<SeenByTest> => {
  const request = await postRequest(client, groupId, change);
  await app.drain();
  return request;
};
const asked = async (here: Circle, request: { id: string }): Promise<number[]> => {
  // A member who has muted the asker does not see the request at all.
  const seen: (Seen | null)[] = await Promise.all(here.clients.map((client) => see(client, request)));
  return seen.flatMap((one, i) => (one?.viewerNudge ? [i] : []));
};
const reply = `mutation ($id: ID!) { replyToSupportRequest(input: { requestId: $id, body: "聞いています" }) { id } }`;
const snooze = `mutation ($id: ID!, $full: Boolean) { snoozeNudge(input: { nudgeId: $id, fullThisMonth: $full }) { id state } }`;
const second = `mutation ($id: ID!, $who: ID!, $key: String) { askSecondPerson(input: { requestId: $id, memberId: $who, idempotencyKey: $key }) { id } }`;
const keepOpen = `mutation ($id: ID!) { keepSupportRequestOpen(requestId: $id) { id status } }`;
const change = `mutation ($input: ChangeHelpAvailabilityInput!) { changeHelpAvailability(input: $input) { fullThisMonth willing version } }`;
const strengthsOf = (client: TestClient, strengths: string) =>
  client.ask(`mutation ($s: String) { updateProfile(input: { strengths: $s }) { id } }`, { s: strengths });

/** On to the second hour of the next month, so that what follows lies inside one. */
const toNextMonth = async (): Promise<void> => {
  const [clock] = await app.sql<{ seconds: number }>(
    `select extract(epoch from date_trunc('month', app.now() at time zone 'Asia/Tokyo' + interval '1 month') at time zone 'Asia/Tokyo' - app.now())::int + 3600 as seconds`,
  );
  await pass(clock!.seconds);
};

describe('a request without an answer', () => {
  it('after 24 hours the three best matched are asked, each told why; after 72 the facilitator and the asker hear', async () => {
    const here = await circle(app, 6);
    const [facilitator, asker] = here.clients as [TestClient, TestClient];
    await strengthsOf(here.clients[4]!, '値上げの文面づくり');
    const request = await post(asker, here.groupId);
    await pass(hours(24) - 60);
    expect(await asked(here, request)).toEqual([]);
    await pass(60);
    const three = await asked(here, request);
    expect(three).toHaveLength(3);
    expect(three).toContain(4);
    expect(three).not.toContain(1);
    expect((await see(here.clients[4]!, request)).viewerNudge).toMatchObject({
      reason: 'あなたの得意なこと(値上げ)に近い相談です。',
      state: 'ASKED',
    });
    const [notice] = await notices(here.clients[4]!);
    expect(notice).toMatchObject({
      kind: 'support.nudge',
      title: '鈴木 美咲 さんの相談に、力を貸してください',
      body: '「値上げの伝え方」\nあなたの得意なこと(値上げ)に近い相談です。',
    });
    expect(notice!.url).toContain(`/support/${request.id}`);
    expect(await listTitles(here.clients[4]!, { forMe: true })).toEqual(['値上げの伝え方']);
    expect(await listTitles(here.clients[4]!, { forMe: true, search: '値上' })).toEqual(['値上げの伝え方']);

    expect(await kinds(facilitator)).not.toContain('support.unanswered');
    await pass(hours(48));
    expect(await kinds(facilitator)).toContain('support.unanswered');
    expect((await notices(asker))[0]).toMatchObject({
      kind: 'support.still-waiting',
      title: 'まだ返事がありません。待たせてしまい申し訳ありません',
    });
    expect((await see(asker, request)).forAsker).toMatchObject({ waitedLong: true, askedIfOpen: false });
    expect(await asked(here, request)).toEqual(three);
    for (const other of [0, 2, 3, 4, 5])
      expect((await see(here.clients[other]!, request)).forAsker).toBeNull();
  });

  it.each([{ anonymous: true }, { anonymous: false }])(
    'of a question to the whole tenant, which names no group, all facilitators hear ($anonymous)',
    async (unnamed) => {
      const here = await circle(app, 6);
      const [theirFacilitator, theirMember] = [
        await app.member(here.tenant, { name: '隣の進行役' }),
        await app.member(here.tenant, { name: '隣の人' }),
      ];
      await app.group(here.tenant, [theirFacilitator, theirMember], '隣の会');
      const request = await post(here.clients[1]!, null, { ...unnamed, audience: 'TENANT' });
      await pass(hours(72));
      expect((await see(here.clients[1]!, request)).forAsker).toMatchObject({ waitedLong: true });
      for (const facilitator of [here.clients[0]!, await app.as(theirFacilitator)])
        expect(await kinds(facilitator)).toContain('support.unanswered');
      for (const peer of [here.clients[2]!, await app.as(theirMember)])
        expect(await kinds(peer)).not.toContain('support.unanswered');
    },
  );

  it('an open ear is not kept waiting: 4 hours and 24', async () => {
    const here = await circle(app, 5);
    const request = await post(here.clients[1]!, here.groupId, { type: 'EMOTIONAL', wanted: 'LISTEN' });
    await pass(hours(4));
    expect(await asked(here, request)).toHaveLength(3);
    await pass(hours(20));
    expect(await kinds(here.clients[0]!)).toContain('support.unanswered');
    expect(await kinds(here.clients[1]!)).toEqual(['support.still-waiting']);
  });

  it.each([
    ['a reply', (here: Circle, id: string) => here.clients[2]!.ask(reply, { id })],
    [
      'an offer',
      (here: Circle, id: string) =>
        here.clients[2]!.ask(
          `mutation ($id: ID!) { offerSupport(input: { requestId: $id, message: "手伝えます" }) { id } }`,
          { id },
        ),
    ],
    [
      'taking it back',
      (here: Circle, id: string) =>
        here.clients[1]!.ask(`mutation ($id: ID!) { withdrawSupportRequest(requestId: $id) { id } }`, { id }),
    ],
    [
      'resolving it',
      (here: Circle, id: string) =>
        here.clients[1]!.ask(
          `mutation ($id: ID!) { resolveSupportRequest(input: { requestId: $id }) { id } }`,
          {
            id,
          },
        ),
    ],
  ])('%s stops the clocks', async (_what, act) => {
    const here = await circle(app, 5);
    const request = await post(here.clients[1]!, here.groupId);
    await act(here, request.id);
    await app.drain();
    await pass(hours(80));
    expect(await asked(here, request)).toEqual([]);
    expect(await kinds(here.clients[0]!)).not.toContain('support.unanswered');
    expect(await kinds(here.clients[1]!)).not.toContain('support.still-waiting');
  });

  it('the asker’s own words are no answer', async () => {
    const here = await circle(app, 5);
    const request = await post(here.clients[1]!, here.groupId);
    await here.clients[1]!.ask(reply, { id: request.id });
    await app.drain();
    await pass(hours(24));
    expect(await asked(here, request)).toHaveLength(3);
  });

  it('an answer makes the notices fall silent, on screen and in mails that wait for the morning', async () => {
    const here = await circle(app, 5);
    const request = await post(here.clients[1]!, here.groupId);
    await pass(hours(72));
    expect(await kinds(here.clients[1]!)).toEqual(['support.still-waiting']);
    await here.clients[0]!.ask(reply, { id: request.id });
    expect(await kinds(here.clients[1]!)).toEqual([]);
    for (const i of await asked(here, request))
      expect(await kinds(here.clients[i]!)).not.toContain('support.nudge');
  });

  it('jobs that run again ask no further helper and send no second notice', async () => {
    const here = await circle(app, 8);
    const request = await post(here.clients[1]!, here.groupId);
    await pass(hours(72));
    const before = await asked(here, request);
    await app.sql(`update timer set state = 'DUE' where tenant_id = $1 and name like 'support.%'`, [
      here.tenant.id,
    ]);
    await app.sql(`update delivery set state = 'DUE' where tenant_id = $1 and reader like 'support.%'`, [
      here.tenant.id,
    ]);
    await app.drain();
    expect(await asked(here, request)).toEqual(before);
    expect((await kinds(here.clients[1]!)).filter((kind) => kind === 'support.still-waiting')).toHaveLength(
      1,
    );
  });
});

describe('a member who is asked', () => {
  it('passes it on, and the next best is asked; no one else hears who did', async () => {
    const here = await circle(app, 6);
    const request = await post(here.clients[1]!, here.groupId);
    await pass(hours(24));
    const three = await asked(here, request);
    const { viewerNudge } = await see(here.clients[three[0]!]!, request);
    expect(await here.clients[1]!.refusal(snooze, { id: viewerNudge!.id })).toBe('NOT_FOUND');
    expect(await here.clients[three[0]!]!.ask(snooze, { id: viewerNudge!.id })).toEqual({
      snoozeNudge: { id: viewerNudge!.id, state: 'SNOOZED' },
    });
    await here.clients[three[0]!]!.ask(snooze, { id: viewerNudge!.id });
    await app.drain();
    expect(await asked(here, request)).toHaveLength(4);
    const events = await app.sql<{ actor_id: string | null }>(
      `select actor_id from domain_event where tenant_id = $1 and name = 'support.nudge-snoozed'`,
      [here.tenant.id],
    );
    expect(events).toEqual([{ actor_id: null }]);
  });

  it('says 今月は手いっぱいです and is left alone until the month is over, or until it is taken back', async () => {
    await toNextMonth();
    const here = await circle(app, 3);
    const [, asker, helper] = here.clients as [TestClient, TestClient, TestClient];
    const mine = async () =>
      (
        await helper.ask<{ viewer: { helpAvailability: { version: number } } }>(
          `{ viewer { helpAvailability { fullThisMonth willing version } } }`,
        )
      ).viewer.helpAvailability;
    expect(await mine()).toEqual({ fullThisMonth: false, willing: false, version: 1 });
    await helper.ask(change, { input: { fullThisMonth: true, expectedVersion: 1 } });
    expect(await helper.refusal(change, { input: { willing: true, expectedVersion: 1 } })).toBe('CONFLICT');
    const request = await post(asker, here.groupId);
    await pass(hours(24));
    expect(await asked(here, request)).toEqual([0]);
    await helper.ask(change, { input: { fullThisMonth: false } });
    await post(asker, here.groupId, { title: '二つめ' });
    await pass(hours(24));
    expect(await listTitles(helper, { forMe: true })).toEqual(['二つめ']);
    await helper.ask(change, { input: { fullThisMonth: true } });
    await pass(hours(24 * 32));
    expect(await mine()).toMatchObject({ fullThisMonth: false });
  });

  it('is asked no more than twice a month, and again in the next', async () => {
    await toNextMonth();
    const here = await circle(app, 2);
    const [helper, asker] = here.clients as [TestClient, TestClient];
    for (const title of ['一つめ', '二つめ', '三つめ']) {
      await post(asker, here.groupId, { title });
      await pass(hours(24));
    }
    expect(await listTitles(helper, { forMe: true })).toEqual(['二つめ', '一つめ']);
    await helper.ask(change, { input: { willing: true } });
    await post(asker, here.groupId, { title: '四つめ' });
    await pass(hours(24));
    expect(await listTitles(helper, { forMe: true })).toEqual(['四つめ', '二つめ', '一つめ']);
    await helper.ask(change, { input: { willing: false } });
    await pass(hours(24 * 31));
    await post(asker, here.groupId, { title: '来月' });
    await pass(hours(24));
    expect(await listTitles(helper, { forMe: true })).toContain('来月');
  });

  it('is asked no more than twice a month by timers that run at once, either', async () => {
    await toNextMonth();
    const here = await circle(app, 2);
    const requests = [];
    for (const title of ['一つめ', '二つめ', '三つめ'])
      requests.push(await post(here.clients[1]!, here.groupId, { title }));
    const draw = await app.application.app.get(Signing).lots(lotsForHelp);
    await Promise.all(
      requests.map(({ id }) =>
        app.work.asSystem(here.tenant.id, 'test', async (tx) => {
          const request = await waiting(tx, id.slice(4) as SupportRequestId);
          await nudgeHelpers(tx, request!, draw);
        }),
      ),
    );
    expect(await listTitles(here.clients[0]!, { forMe: true })).toHaveLength(2);
  });

  it('is never a member who only leads from outside', async () => {
    const here = await circle(app, 3);
    await app.sql(`update group_membership set takes_part = false where tenant_id = $1 and member_id = $2`, [
      here.tenant.id,
      here.members[0]!.memberId,
    ]);
    const request = await post(here.clients[1]!, here.groupId);
    await pass(hours(24));
    expect(await asked(here, request)).toEqual([2]);
  });
});

describe('two of whom one has muted the other', () => {
  const mute = `mutation ($id: ID!) { muteMember(memberId: $id) { id } }`;

  it('are never brought together, and the muted one cannot tell', async () => {
    const here = await circle(app, 5);
    const [, asker, , mutedByAsker, mutesAsker] = here.clients as [TestClient, ...TestClient[]];
    for (const client of [mutedByAsker!, mutesAsker!]) await strengthsOf(client, '値上げの文面づくり');
    await asker!.ask(mute, { id: member(here.members[3]!) });
    await mutesAsker!.ask(mute, { id: member(here.members[1]!) });
    const request = await post(asker!, here.groupId);
    await pass(hours(24));
    expect(await asked(here, { id: request.id })).toEqual([0, 2]);
    await pass(hours(48));
    const { peopleToAsk } = (await see(asker!, request)).forAsker!;
    expect(peopleToAsk.map(({ displayName }) => displayName).sort()).toEqual(
      ['佐藤 健', '高橋 誠', '伊藤 大輔'].sort(),
    );
    expect(await asker!.refusal(second, { id: request.id, who: member(here.members[3]!) })).toBe('NOT_FOUND');
    await asker!.ask(second, { id: request.id, who: member(here.members[4]!) });
    await app.drain();
    expect((await see(asker!, request)).forAsker!.askedBesides).toEqual([{ displayName: '伊藤 大輔' }]);
    expect(await kinds(mutesAsker!)).toEqual([]);
    expect(await listTitles(mutesAsker!, { forMe: true })).toEqual([]);
    expect(
      await app.sql(`select from support_nudge where member_id = $1`, [here.members[4]!.memberId]),
    ).toEqual([]);
  });

  it('are asked like any helper where there is no name: a gap would say who asked', async () => {
    const here = await circle(app, 6);
    await here.clients[4]!.ask(mute, { id: member(here.members[1]!) });
    await strengthsOf(here.clients[4]!, '値上げの文面づくり');
    const people = new Set<number>();
    for (let round = 0; round < 4 && !people.has(4); round += 1) {
      const request = await post(here.clients[1]!, here.groupId, { anonymous: true });
      await pass(hours(24));
      for (const i of await asked(here, request)) people.add(i);
      await pass(hours(24 * 31));
    }
    expect(people).toContain(4);
  });
});

describe('an anonymous request', () => {
  it('never asks the asker, and which of the others are asked does not depend on who asked', async () => {
    const here = await circle(app, 6);
    for (let round = 0; round < 4; round += 1) {
      const by = 1 + (round % 5);
      const request = await post(here.clients[by]!, here.groupId, {
        anonymous: true,
        title: `匿名 ${round}`,
      });
      await pass(hours(24));
      const people = await asked(here, request);
      expect(people).not.toContain(by);
      expect(people.length).toBeGreaterThanOrEqual(2);
      // What fell to the asker is kept and told like the others'; the notice has no words for the asker.
      const drawn = await app.sql<{ member_id: string; told: number }>(
        `select n.member_id, (select count(*)::int from notification x where x.tenant_id = n.tenant_id and x.member_id = n.member_id
           and x.kind = 'support.nudge' and x.ids ->> 'nudgeId' = n.id::text) as told
         from support_nudge n where n.tenant_id = $1 and n.request_id = $2`,
        [here.tenant.id, request.id.slice(4)],
      );
      expect(drawn).toHaveLength(3);
      for (const { told } of drawn) expect(told).toBe(1);
      expect(await kinds(here.clients[by]!)).not.toContain('support.nudge');
      expect(
        await app.sql(
          `select from mail_message m where m.tenant_id = $1 and m.member_id = $2 and m.kind = 'support.nudge'
             and m.ids ->> 'requestId' = $3 and m.state not in ('QUEUED', 'DROPPED')`,
          [here.tenant.id, here.members[by]!.memberId, request.id.slice(4)],
        ),
      ).toEqual([]);
      for (const client of here.clients)
        expect(JSON.stringify(await notices(client))).not.toMatch(/さんの「匿名|さんの相談に、力/);
      await here.clients[by]!.ask(`mutation ($id: ID!) { withdrawSupportRequest(requestId: $id) { id } }`, {
        id: request.id,
      });
      await pass(hours(24 * 31));
    }
  });

  it('tells all facilitators of the silence, the one who asked too', async () => {
    const here = await circle(app, 6);
    await post(here.clients[0]!, here.groupId, { anonymous: true, title: '進行役の匿名の相談' });
    await post(here.clients[0]!, here.groupId, { title: '進行役の名のある相談' });
    await pass(hours(72));
    const bodies = (await notices(here.clients[0]!))
      .filter(({ kind }) => kind === 'support.unanswered')
      .map(({ body }) => body);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toContain('相談した人の「進行役の匿名の相談」');
  });
});

describe('a second person', () => {
  it('is chosen by the asker alone once the wait was long, hears that they were wanted, and no one else does', async () => {
    const here = await circle(app, 6);
    const [, asker] = here.clients as [TestClient, TestClient];
    await strengthsOf(here.clients[5]!, '値上げの相談');
    const request = await post(asker, here.groupId, { anonymous: true });
    const who = member(here.members[5]!);
    expect(await asker.refusal(second, { id: request.id, who })).toBe('FORBIDDEN');
    expect((await see(asker, request)).forAsker!.peopleToAsk).toEqual([]);
    await pass(hours(72));
    const { peopleToAsk } = (await see(asker, request)).forAsker!;
    expect(peopleToAsk[0]!.displayName).toBe('渡辺 恵');
    expect(peopleToAsk).toHaveLength(5);
    expect(await here.clients[2]!.refusal(second, { id: request.id, who })).toBe('FORBIDDEN');
    await Promise.all([1, 2, 3].map((n) => asker.query(second, { id: request.id, who, key: `k${n % 2}` })));
    await app.drain();
    expect((await see(here.clients[5]!, request)).viewerNudge!.reason).toBe(
      '相談した人が、あなたに聞いてみたいと思っています。',
    );
    const wanted = (await notices(here.clients[5]!)).filter(({ body }) => body.includes('聞いてみたい'));
    expect(wanted.length).toBeGreaterThan(0);
    expect((await see(asker, request)).forAsker!.askedBesides).toEqual([{ displayName: '渡辺 恵' }]);
    const events = await app.sql<{ actor_id: string | null }>(
      `select actor_id from domain_event where tenant_id = $1 and name = 'support.person-asked'`,
      [here.tenant.id],
    );
    expect(events).toEqual([{ actor_id: null }]);
  });

  it.each([
    ['oneself', (here: Circle) => member(here.members[1]!), 'BAD_USER_INPUT'],
    ['an unknown id', () => 'mem_0198a000-0000-7000-8000-000000000001', 'NOT_FOUND'],
    ['a group', (here: Circle) => publicId('Group', here.groupId), 'NOT_FOUND'],
    ['nonsense', () => "'; drop table support_nudge; --", 'NOT_FOUND'],
  ])('cannot be %s', async (_who, id, code) => {
    const here = await circle(app, 3);
    const request = await post(here.clients[1]!, here.groupId);
    await pass(hours(72));
    expect(await here.clients[1]!.refusal(second, { id: request.id, who: id(here) })).toBe(code);
    expect((await see(here.clients[1]!, request)).forAsker!.askedBesides).toEqual([]);
  });
});

describe('the kind question', () => {
  it('is asked of the asker alone after 27 quiet days, and まだ助けがほしい begins the 30 days again', async () => {
    const here = await circle(app, 4);
    const [, asker, other] = here.clients as [TestClient, TestClient, TestClient];
    const request = await post(asker, here.groupId);
    await pass(hours(24 * 27));
    expect((await see(asker, request)).forAsker).toMatchObject({ askedIfOpen: true });
    expect(await other.refusal(keepOpen, { id: request.id })).toBe('FORBIDDEN');
    expect(await asker.ask(keepOpen, { id: request.id })).toMatchObject({
      keepSupportRequestOpen: { status: 'OPEN' },
    });
    expect((await see(asker, request)).forAsker).toMatchObject({ askedIfOpen: false });
    await pass(hours(24 * 26));
    expect((await see(asker, request)).forAsker).toMatchObject({ askedIfOpen: false });
    await pass(hours(24));
    expect((await see(asker, request)).forAsker).toMatchObject({ askedIfOpen: true });
    await pass(hours(24 * 3));
    expect(await asker.refusal(keepOpen, { id: request.id })).toBe('REQUEST_CLOSED');
  });
});

describe('outside the audience', () => {
  it('there is no nudge, no request and no second person', async () => {
    const [here, there] = [await circle(app, 4), await circle(app, 3)];
    const neighbour = await app.member(here.tenant, { name: '隣 人' });
    await app.group(here.tenant, [neighbour], '木曜会');
    const request = await post(here.clients[1]!, here.groupId);
    await pass(hours(72));
    const [i] = await asked(here, request);
    const nudge = (await see(here.clients[i!]!, request)).viewerNudge!.id;
    const office = await app.member(here.tenant, { role: 'ADMIN', name: '事務 局' });
    for (const stranger of [
      there.clients[0]!,
      await app.as(neighbour),
      await app.as(office),
      here.clients[1]!,
    ]) {
      expect(await stranger.refusal(snooze, { id: nudge })).toBe('NOT_FOUND');
      expect(
        (await stranger.ask<{ node: null }>(`query ($id: ID!) { node(id: $id) { id } }`, { id: nudge })).node,
      ).toBeNull();
    }
    for (const stranger of [there.clients[0]!, await app.as(neighbour)]) {
      for (const act of [keepOpen]) expect(await stranger.refusal(act, { id: request.id })).toBe('NOT_FOUND');
      expect(await stranger.refusal(second, { id: request.id, who: member(neighbour) })).toBe('NOT_FOUND');
      expect(await listTitles(stranger, { forMe: true })).toEqual([]);
    }
    expect(await here.clients[1]!.refusal(second, { id: request.id, who: member(neighbour) })).toBe(
      'NOT_FOUND',
    );
    expect(await here.clients[1]!.refusal(second, { id: request.id, who: member(there.members[0]!) })).toBe(
      'NOT_FOUND',
    );
  });
});
