import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { until } from '../../platform/testing/server-process.js';
import { startApp, type Line, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import { circle, postRequest, type Circle, type SeenByTest } from '../requests/support-request.factory.js';

let app: TestApp;
let here: Circle;
let asker: TestClient, helper: TestClient, mate: TestClient;
let request: SeenByTest;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  here = await circle(app);
  [asker, helper, mate] = here.clients as [TestClient, TestClient, TestClient];
  request = await postRequest(asker, here.groupId, { title: '値上げの相談', acceptsPaid: true });
  await app.drain();
});

interface Update {
  readonly supportRequestUpdates: {
    readonly requestId: string;
    readonly request: { readonly title: string; readonly status: string } | null;
    readonly answered: { readonly replyCount: number } | null;
    readonly replies: readonly { readonly cursor: string; readonly node: { readonly body: string } }[];
    readonly offers: readonly { readonly message: string; readonly status: string }[];
  };
}
const updates = `subscription ($id: ID!) { supportRequestUpdates(requestId: $id) {
  requestId request { title status } answered { replyCount } replies { cursor node { body } } offers { message status } } }`;
const replyTo = (client: TestClient, { id }: SeenByTest, body: string) =>
  client.ask(
    `mutation ($id: ID!, $body: String!) { replyToSupportRequest(input: { requestId: $id, body: $body }) { id } }`,
    { id, body },
  );
const offerFor = async (client: TestClient, { id }: SeenByTest, message: string): Promise<string> =>
  (
    await client.ask<{ offerSupport: { id: string } }>(
      `mutation ($id: ID!, $m: String!) { offerSupport(input: { requestId: $id, message: $m }) { id } }`,
      { id, m: message },
    )
  ).offerSupport.id;

const watch = (client: TestClient, { id }: SeenByTest): Promise<Line<Update>> =>
  app.listens(() => client.line<Update>().listen(updates, { id }));
const heardBy = (screen: Line<Update>) => screen.heard.map(({ data }) => data!.supportRequestUpdates);

/** Of these screens all have heard what they ever will of what was done before: the asker's has heard the end of it. */
async function settled(...marked: Line<Update>[]): Promise<void> {
  const title = `終わりの印 ${Math.random()}`;
  await asker.ask(
    `mutation ($id: ID!, $t: String!) { editSupportRequest(input: { requestId: $id, title: $t }) { id } }`,
    { id: request.id, t: title },
  );
  await app.drain();
  await until(() => marked.every((screen) => heardBy(screen).some((one) => one.request?.title === title)));
}
/** What came in several updates or, while the screen was being told, in one. */
const toldTo = (screen: Line<Update>) => ({
  replies: heardBy(screen).flatMap(({ replies }) => replies.map(({ node }) => node.body)),
  offers: heardBy(screen).flatMap(({ offers }) => offers),
  states: [...new Set(heardBy(screen).flatMap(({ request: seen }) => seen?.status ?? []))],
  isAnswered: heardBy(screen).some(({ answered }) => answered !== null),
});

describe('what changed in one request', () => {
  it('is told to those who look at it, and is no more than that', async () => {
    const screen = await watch(mate, request);
    await replyTo(helper, request, '少しずつ上げました');
    await app.drain();
    await until(() => screen.heard.length > 0);
    await settled(screen);
    expect(heardBy(screen).slice(0, -1)).toEqual([
      {
        requestId: request.id,
        request: null,
        answered: { replyCount: 1 },
        replies: [{ cursor: expect.any(String), node: { body: '少しずつ上げました' } }],
        offers: [],
      },
    ]);
    expect(heardBy(screen).at(-1)).toMatchObject({ answered: null, replies: [], offers: [] });
    await screen.close();
  });

  it('is told of a reply with the place that it has in the thread', async () => {
    const screen = await watch(mate, request);
    await replyTo(helper, request, '一つ目');
    await settled(screen);
    const { cursor } = heardBy(screen).flatMap(({ replies }) => replies)[0]!;
    await replyTo(helper, request, '二つ目');
    const { node } = await mate.ask<{ node: SeenByTest }>(
      `query ($id: ID!, $after: String) { node(id: $id) { ... on SupportRequest { replies(after: $after) { edges { node { body } } } } } }`,
      { id: request.id, after: cursor },
    );
    expect(node.replies.edges.map((edge) => edge.node.body)).toEqual(['二つ目']);
    await screen.close();
  });

  it('wakes no screen of another request of the same group', async () => {
    const other = await postRequest(helper, here.groupId, { title: '別の相談' });
    await app.drain();
    const [screen, elsewhere] = [await watch(mate, request), await watch(mate, other)];
    const narrow = await app.listens(() =>
      mate
        .line()
        .listen(`subscription ($id: ID!) { supportRequestChanged(requestId: $id) { id } }`, { id: other.id }),
    );
    await replyTo(helper, request, 'こちらの返事');
    await settled(screen);
    await replyTo(asker, other, 'あちらの返事');
    await app.drain();
    await until(() => elsewhere.heard.length > 0 && narrow.heard.length > 0);
    expect(heardBy(elsewhere).map(({ requestId }) => requestId)).toEqual([other.id]);
    expect(narrow.heard).toEqual([{ data: { supportRequestChanged: { id: other.id } } }]);
    for (const one of [screen, elsewhere, narrow]) await one.close();
  });

  it('an offer that is taken changes the request; of one that came to nothing only its two people read', async () => {
    const [own, others] = [await watch(helper, request), await watch(mate, request)];
    const [taken, declined] = [
      await offerFor(helper, request, '同席できます'),
      await offerFor(here.clients[3]!, request, '資料を送れます'),
    ];
    await settled(own, others);
    const offered = [
      { message: '同席できます', status: 'OFFERED' },
      { message: '資料を送れます', status: 'OFFERED' },
    ];
    for (const one of [own, others]) expect(toldTo(one)).toMatchObject({ offers: offered, states: ['OPEN'] });
    await asker.ask(`mutation ($id: ID!) { declineOffer(offerId: $id) { id } }`, { id: declined });
    await app.drain();
    // The list is one shorter; what became of the offer is not theirs to know.
    for (const one of [own, others]) {
      await until(() => heardBy(one).at(-1)!.request === null);
      expect(heardBy(one).at(-1)).toMatchObject({ answered: { replyCount: 0 }, offers: [] });
    }
    await asker.ask(`mutation ($id: ID!) { acceptOffer(offerId: $id) { id } }`, { id: taken });
    await settled(own, others);
    for (const one of [own, others])
      expect(toldTo(one)).toMatchObject({
        offers: [...offered, { message: '同席できます', status: 'ACCEPTED' }],
        states: ['OPEN', 'MATCHED'],
      });
    await Promise.all([own.close(), others.close()]);
  });

  it('of what a member replies and offers whom one has muted one hears nothing', async () => {
    await mate.ask(`mutation ($id: ID!) { muteMember(memberId: $id) { muted } }`, {
      id: publicId('Member', here.members[1]!.memberId),
    });
    const [screen, muting] = [await watch(asker, request), await watch(mate, request)];
    await replyTo(helper, request, '聞きたくない人の返事');
    const id = await offerFor(helper, request, '聞きたくない人の手助け');
    await asker.ask(`mutation ($id: ID!) { declineOffer(offerId: $id) { id } }`, { id });
    await settled(screen, muting);
    expect(toldTo(screen)).toMatchObject({ replies: ['聞きたくない人の返事'], isAnswered: true });
    expect(toldTo(muting)).toMatchObject({ replies: [], offers: [], isAnswered: false });
    await Promise.all([screen.close(), muting.close()]);
  });

  it('cannot be asked for by a neighbour or another tenant, and ends with the membership', async () => {
    const neighbour = await app.member(here.tenant, { name: '隣の 人' });
    await app.group(here.tenant, [neighbour], '木曜会');
    const there = await circle(app, 1);
    for (const client of [await app.as(neighbour), there.clients[0]!]) {
      const screen = client.line<Update>().listen(updates, { id: request.id });
      await until(() => screen.ended.length > 0);
      expect(JSON.stringify([screen.heard, screen.ended])).toContain('NOT_FOUND');
      await screen.close();
    }
    const office = await app.as(await app.member(here.tenant, { name: '事務 局', role: 'ADMIN' }));
    const [screen, removed] = [await watch(mate, request), await watch(here.clients[3]!, request)];
    await office.ask(
      `mutation ($g: ID!, $id: ID!) { removeGroupMember(groupId: $g, memberId: $id) { id } }`,
      {
        g: publicId('Group', here.groupId),
        id: publicId('Member', here.members[3]!.memberId),
      },
    );
    await replyTo(helper, request, '残った人だけの返事');
    await settled(screen);
    expect(toldTo(screen).replies).toEqual(['残った人だけの返事']);
    expect(removed.heard).toEqual([]);
    await Promise.all([screen.close(), removed.close()]);
  });
});
