import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { publicId, type GroupId } from '@yoriai/domain/kernel';
import { topicsOfViewer } from '../../platform/live/list-topics.js';
import { Live } from '../../platform/live/live.js';
import { until } from '../../platform/testing/server-process.js';
import {
  startApp,
  type Line,
  type TestApp,
  type TestClient,
  type TestMember,
} from '../../platform/testing/start-app.js';
import { goodNewsList } from '../good-news/push-good-news.job.js';
import { supportList } from '../requests/push-support-request.job.js';
import { circle, postRequest, type Circle, type SeenByTest } from '../requests/support-request.factory.js';

let app: TestApp;
let here: Circle;
let asker: TestClient, helper: TestClient, mate: TestClient;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  here = await circle(app);
  [asker, helper, mate] = here.clients as [TestClient, TestClient, TestClient];
});

interface Changed {
  readonly supportRequestChanged: { readonly id: string; readonly title: string };
}
interface NewsChanged {
  readonly goodNewsChanged: { readonly id: string; readonly body: string };
}
type Screen = Line<Changed>;
const openList = (client: TestClient, groupId: GroupId | null = null): Promise<Screen> =>
  app.listens(() =>
    client
      .line<Changed>()
      .listen(`subscription ($g: ID) { supportRequestChanged(groupId: $g) { id title } }`, {
        g: groupId && publicId('Group', groupId),
      }),
  );
const openNews = (client: TestClient, id: string | null = null): Promise<Line<NewsChanged>> =>
  app.listens(() =>
    client
      .line<NewsChanged>()
      .listen(`subscription ($id: ID) { goodNewsChanged(goodNewsId: $id) { id body } }`, { id }),
  );
const titles = (screen: Screen): string[] => [
  ...new Set(screen.heard.map(({ data }) => data!.supportRequestChanged.title)),
];
const bodies = (screen: Line<NewsChanged>): string[] => [
  ...new Set(screen.heard.map(({ data }) => data!.goodNewsChanged.body)),
];
const closeAll = (screens: readonly Line<never>[]): Promise<unknown> =>
  Promise.all(screens.map((screen) => screen.close()));

/** How often the screens of each would have been woken, whatever they may read. */
function wakings(
  listOf: (tenantId: string) => string,
  people: readonly TestMember[],
): { counts(): Promise<number[]> } {
  const live = app.application.app.get(Live);
  const counts = people.map(() => 0);
  const boxes = people.map(({ tenantId, memberId }) =>
    live.subscribe(topicsOfViewer(listOf(tenantId), memberId), () => null),
  );
  for (const [nth, box] of boxes.entries())
    void (async () => {
      for await (const _ of box) counts[nth]! += 1;
    })();
  return {
    counts: async () => {
      await app.drain();
      // What is said last is heard last.
      const mark = live.subscribe('test:mark');
      await live.publish('test:mark', {});
      await mark.next();
      await Promise.all([mark, ...boxes].map((box) => box.return?.()));
      return counts;
    },
  };
}
const neighbourOf = async ({ tenant }: Circle): Promise<TestMember> => {
  const neighbour = await app.member(tenant, { name: '隣の 人' });
  await app.group(tenant, [neighbour], '木曜会');
  return neighbour;
};
const officeOf = ({ tenant }: Circle): Promise<TestMember> =>
  app.member(tenant, { name: '事務 局', role: 'ADMIN' });
const removeFromGroup = async (who: TestMember): Promise<void> => {
  const office = await app.as(await officeOf(here));
  await office.ask(`mutation ($g: ID!, $id: ID!) { removeGroupMember(groupId: $g, memberId: $id) { id } }`, {
    g: publicId('Group', here.groupId),
    id: publicId('Member', who.memberId),
  });
  await app.drain();
};
const replyTo = (client: TestClient, { id }: SeenByTest) =>
  client.ask(
    `mutation ($id: ID!) { replyToSupportRequest(input: { requestId: $id, body: "うちでは少しずつ" }) { id } }`,
    { id },
  );
const congratulate = (client: TestClient, id: string) =>
  client.ask(
    `mutation ($id: ID!) { reactToGoodNews(goodNewsId: $id, kind: CONGRATULATIONS, on: true) { id } }`,
    { id },
  );
const tellNews = async (client: TestClient, groupId: GroupId | null, body: string): Promise<string> => {
  const { postGoodNews } = await client.ask<{ postGoodNews: { id: string } }>(
    `mutation ($input: PostGoodNewsInput!) { postGoodNews(input: $input) { id } }`,
    { input: { ...(groupId ? { groupId: publicId('Group', groupId) } : { audience: 'TENANT' }), body } },
  );
  return postGoodNews.id;
};

describe('an open list of requests', () => {
  it('is woken by what its viewer may read, and by nothing else', async () => {
    const [, chosen, other] = here.members as [TestMember, TestMember, TestMember];
    const people = [chosen, other, await neighbourOf(here), await officeOf(here)];
    const stranger = (await circle(app, 1)).members[0]!;
    const [all, ofGroup] = [null, here.groupId].map((of) =>
      wakings((tenantId) => supportList(tenantId, of), [...people, stranger]),
    );
    await postRequest(asker, here.groupId, { title: '仲間への相談' });
    await postRequest(asker, here.groupId, {
      title: '一人への相談',
      audience: 'CHOSEN',
      chosenMemberIds: [publicId('Member', chosen.memberId)],
    });
    await postRequest(asker, null, { title: 'みなさんへの相談', audience: 'TENANT' });
    expect(await all!.counts()).toEqual([3, 2, 1, 1, 0]);
    expect(await ofGroup!.counts()).toEqual([2, 1, 0, 0, 0]);
  });

  it('shows each viewer what is theirs, of one group or of all', async () => {
    const neighbour = await app.as(await neighbourOf(here));
    const screens = [
      await openList(mate),
      await openList(mate, here.groupId),
      await openList(neighbour),
      await openList((await circle(app, 1)).clients[0]!),
    ];
    await postRequest(asker, here.groupId, { title: '仲間への相談' });
    await app.drain();
    await postRequest(asker, null, { title: 'みなさんへの相談', audience: 'TENANT' });
    await app.drain();
    await until(() => titles(screens[0]!).length === 2 && titles(screens[2]!).length === 1);
    expect(screens.map(titles)).toEqual([
      ['仲間への相談', 'みなさんへの相談'],
      ['仲間への相談'],
      ['みなさんへの相談'],
      [],
    ]);
    await closeAll(screens as never);
  });

  it('cannot be opened for a group that one is not in', async () => {
    for (const client of [await app.as(await neighbourOf(here)), (await circle(app, 1)).clients[0]!]) {
      const screen = client
        .line<Changed>()
        .listen(`subscription ($g: ID) { supportRequestChanged(groupId: $g) { id } }`, {
          g: publicId('Group', here.groupId),
        });
      await until(() => screen.ended.length > 0);
      expect(JSON.stringify([screen.heard, screen.ended])).toContain('NOT_FOUND');
      await screen.close();
    }
  });

  it('is told nothing more of a group from which its viewer is gone, and all that comes after they joined', async () => {
    const [leaver, joiner] = [here.members[2]!, await neighbourOf(here)];
    const screens = [await openList(mate), await openList(await app.as(joiner)), await openList(helper)];
    const early = await postRequest(asker, here.groupId, { title: '前の相談' });
    await app.drain();
    await until(() => screens[0]!.heard.length > 0);
    await removeFromGroup(leaver);
    await app.join(here.groupId, joiner);
    const wakes = wakings((tenantId) => supportList(tenantId, null), [leaver, joiner]);
    await replyTo(helper, early);
    await postRequest(asker, here.groupId, { title: '後の相談' });
    expect(await wakes.counts()).toEqual([0, 1]);
    await until(() => titles(screens[1]!).length > 0 && titles(screens[2]!).length > 1);
    expect(screens.map(titles)).toEqual([['前の相談'], ['後の相談'], ['前の相談', '後の相談']]);
    await closeAll(screens as never);
  });

  it('still tells those who left of what they asked themselves, with their name or without', async () => {
    const requests = [
      await postRequest(mate, here.groupId, { title: '名前を出した相談' }),
      await postRequest(mate, here.groupId, { title: '名前を出さない相談', anonymous: true }),
    ];
    await app.drain();
    await removeFromGroup(here.members[2]!);
    const screen = await openList(mate);
    for (const request of requests) await replyTo(helper, request);
    await app.drain();
    await until(() => titles(screen).length === 2);
    expect(titles(screen)).toEqual(['名前を出した相談', '名前を出さない相談']);
    await screen.close();
  });

  it('makes no sound for what a member asks whom its viewer has muted', async () => {
    await mate.ask(`mutation ($id: ID!) { muteMember(memberId: $id) { muted } }`, {
      id: publicId('Member', here.members[0]!.memberId),
    });
    const screens = [await openList(mate), await openList(helper)];
    await postRequest(asker, here.groupId, { title: '聞きたくない人の相談' });
    await app.drain();
    await postRequest(helper, here.groupId, { title: 'ほかの人の相談' });
    await app.drain();
    await until(() => screens.every((screen) => titles(screen).includes('ほかの人の相談')));
    expect(screens.map(titles)).toEqual([['ほかの人の相談'], ['聞きたくない人の相談', 'ほかの人の相談']]);
    await closeAll(screens as never);
  });
});

describe('an open list of good news', () => {
  it('is woken by what its viewer may read, and by nothing else', async () => {
    const [, , leaver, other] = here.members as [TestMember, TestMember, TestMember, TestMember];
    const [neighbour, stranger] = [await neighbourOf(here), (await circle(app, 1)).members[0]!];
    const screens = [await openNews(helper), await openNews(await app.as(neighbour))];
    await removeFromGroup(leaver);
    const wakes = wakings(goodNewsList, [other, leaver, neighbour, stranger]);
    const id = await tellNews(asker, here.groupId, '契約が決まりました');
    await congratulate(helper, id);
    await tellNews(asker, null, '店を開きました');
    expect(await wakes.counts()).toEqual([3, 1, 1, 0]);
    await until(() => bodies(screens[0]!).length === 2 && bodies(screens[1]!).length === 1);
    expect(screens.map(bodies)).toEqual([['契約が決まりました', '店を開きました'], ['店を開きました']]);
    await closeAll(screens as never);
  });

  it('leaves the screen of one piece of news to what happens to that, and to those who may read it', async () => {
    const [one, another] = [
      await tellNews(asker, here.groupId, '一つ目'),
      await tellNews(asker, here.groupId, '二つ目'),
    ];
    await app.drain();
    for (const client of [await app.as(await neighbourOf(here)), (await circle(app, 1)).clients[0]!]) {
      const screen = client
        .line<NewsChanged>()
        .listen(`subscription ($id: ID) { goodNewsChanged(goodNewsId: $id) { id } }`, { id: one });
      await until(() => screen.ended.length > 0);
      expect(JSON.stringify([screen.heard, screen.ended])).toContain('NOT_FOUND');
      await screen.close();
    }
    const screens = [await openNews(mate, one), await openNews(mate, another)];
    await congratulate(helper, another);
    await app.drain();
    await congratulate(helper, one);
    await app.drain();
    await until(() => screens.every((screen) => screen.heard.length > 0));
    expect(screens.map(bodies)).toEqual([['一つ目'], ['二つ目']]);
    await removeFromGroup(here.members[2]!);
    for (const screen of screens) screen.heard.length = 0;
    await congratulate(here.clients[3]!, one);
    const wakes = wakings(goodNewsList, [here.members[3]!]);
    await congratulate(here.clients[3]!, another);
    await wakes.counts();
    expect(screens.map(bodies)).toEqual([[], []]);
    await closeAll(screens as never);
  });
});
