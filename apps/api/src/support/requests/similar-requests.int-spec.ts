import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId, type GroupId } from '@yoriai/domain/kernel';
import {
  startApp,
  type TestApp,
  type TestClient,
  type TestMember,
} from '../../platform/testing/start-app.js';
import { circle, postRequest, outsiders } from './support-request.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const member = (who: TestMember) => publicId('Member', who.memberId);
const similar = `query ($text: String!, $groupId: ID) { similarRequests(text: $text, groupId: $groupId) {
  id title status outcome anonymous mine author { id } } }`;

describe('similar requests', () => {
  const find = async (client: TestClient, text: string, groupId: GroupId | null = null) =>
    (
      await client.ask<{
        similarRequests: { id: string; title: string; outcome: string | null; author: unknown }[];
      }>(similar, { text, groupId: groupId && publicId('Group', groupId) })
    ).similarRequests;

  it('are found by what they are about, the good end with them', async () => {
    const { groupId, clients } = await circle(app, 3);
    const [asker, helper] = clients as [TestClient, TestClient];
    const past = await postRequest(asker, groupId, {
      title: '無断キャンセルを減らしたい',
      body: '連絡のないキャンセルが月に五件あります。前金をいただくのは気が引けます。',
    });
    await postRequest(asker, groupId, { title: '看板の照明', body: 'LEDに替えた方はいますか' });
    const gone = await postRequest(asker, groupId, {
      title: '無断キャンセルの話',
      body: '取り下げるキャンセル',
    });
    await asker.ask(`mutation ($id: ID!) { withdrawSupportRequest(requestId: $id) { id } }`, { id: gone.id });
    await asker.ask(
      `mutation ($id: ID!) { resolveSupportRequest(input: { requestId: $id, outcome: "前日の確認で半分に" }) { id } }`,
      { id: past.id },
    );
    expect(await find(helper, '予約の無断キャンセルが続いて困っています')).toMatchObject([
      { id: past.id, outcome: '前日の確認で半分に' },
    ]);
    expect(await find(helper, '困っています')).toEqual([]);
    expect(await find(helper, '')).toEqual([]);
    expect(await find(helper, 'ｷｬﾝｾﾙ が続く', groupId)).toMatchObject([{ id: past.id }]);
  });

  it('are only those that one reads', async () => {
    const here = await circle(app, 3);
    await postRequest(here.clients[0]!, here.groupId, {
      title: '従業員の離職',
      body: '従業員の離職が続きます',
      audience: 'CHOSEN',
      chosenMemberIds: [member(here.members[1]!)],
    });
    expect(await find(here.clients[1]!, '従業員の離職について')).toHaveLength(1);
    for (const stranger of [here.clients[2]!, ...(await outsiders(app, here))])
      expect(await find(stranger, '従業員の離職について')).toEqual([]);
    for (const stranger of (await outsiders(app, here)).slice(0, 2))
      expect(
        await stranger.refusal(similar, { text: '従業員の離職', groupId: publicId('Group', here.groupId) }),
      ).toBe('NOT_FOUND');
  });

  it('are the same for the unnamed author as for all others', async () => {
    const { groupId, clients } = await circle(app);
    await postRequest(clients[0]!, groupId, {
      title: '眠れない夜',
      body: '資金繰りを考えて眠れません',
      anonymous: true,
    });
    const seen = await Promise.all(clients.map((client) => find(client, '資金繰りで眠れない')));
    const withoutMine = seen.map((list) => JSON.stringify(list).replaceAll(/"mine":(true|false)/g, ''));
    expect(seen[0]).toMatchObject([{ title: '眠れない夜', author: null }]);
    expect(new Set(withoutMine).size).toBe(1);
  });

  it('refuse a text that is too long or holds a null character', async () => {
    const { clients } = await circle(app, 1);
    for (const text of ['あ'.repeat(10_000), 'a\u0000b'])
      expect(await clients[0]!.refusal(similar, { text })).toBe('BAD_USER_INPUT');
    expect(await find(clients[0]!, `😀 ${'資金繰り'.repeat(500)} % _ \\`)).toEqual([]);
  });
});
