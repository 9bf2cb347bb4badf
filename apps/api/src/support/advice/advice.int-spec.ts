import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp, type TestClient } from '../../platform/testing/start-app.js';
import { circle, postRequest, seeRequest, outsiders } from '../requests/support-request.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());
const listening = { type: 'EMOTIONAL', wanted: 'LISTEN' };
const replyWith = `mutation ($id: ID!, $gives: SupportType) {
  replyToSupportRequest(input: { requestId: $id, body: "どうですか", gives: $gives }) { id } }`;
const welcome = `mutation ($id: ID!) { welcomeAdvice(requestId: $id) { adviceWaits adviceWelcome viewerCan { welcomeAdvice } } }`;
const askLeave = `mutation ($id: ID!) { askLeaveToAdvise(requestId: $id) { leaveAsked viewerCan { askLeave } } }`;
const notices = async (client: TestClient) => {
  await app.drain();
  const { notifications } = await client.ask<{
    notifications: { edges: { node: { kind: string; title: string; body: string } }[] };
  }>(`{ notifications(first: 50) { edges { node { kind title body } } } }`);
  return notifications.edges.map(({ node }) => node);
};
const kinds = async (client: TestClient) => (await notices(client)).map(({ kind }) => kind);

describe('advice to a member who wants to be heard', () => {
  it.each([
    ['EMOTIONAL', 'LISTEN'],
    ['EMOTIONAL', 'HANDS'],
    ['APPRAISAL', 'LISTEN'],
  ])('waits on a request of %s with %s, and everything else is welcome', async (type, wanted) => {
    const { groupId, clients } = await circle(app, 2);
    const [asker, helper] = clients as [TestClient, TestClient];
    const { id } = await postRequest(asker, groupId, { type, wanted });
    for (const gives of ['APPRAISAL', 'INFORMATIONAL'])
      expect(await helper.refusal(replyWith, { id, gives })).toBe('ADVICE_NOT_WANTED');
    expect((await seeRequest(helper, id))!.replyCount).toBe(0);
    for (const gives of ['EMOTIONAL', 'INSTRUMENTAL', null]) await helper.ask(replyWith, { id, gives });
    await asker.ask(replyWith, { id, gives: 'APPRAISAL' });
    await asker.ask(welcome, { id });
    for (const gives of ['APPRAISAL', 'INFORMATIONAL']) await helper.ask(replyWith, { id, gives });
    expect((await seeRequest(asker, id))!.replyCount).toBe(6);
  });

  it.each([
    ['EMOTIONAL', 'ADVICE'],
    ['EMOTIONAL', 'EXPERIENCE'],
    ['APPRAISAL', 'ADVICE'],
    ['INFORMATIONAL', 'EXPERIENCE'],
  ])('is asked for by %s with %s', async (type, wanted) => {
    const { groupId, clients } = await circle(app, 2);
    const { id } = await postRequest(clients[0]!, groupId, { type, wanted });
    await clients[1]!.ask(replyWith, { id, gives: 'APPRAISAL' });
    expect(await clients[1]!.ask(askLeave, { id })).toMatchObject({
      askLeaveToAdvise: { leaveAsked: false },
    });
  });

  it('may be asked for leave once by each; an unnamed asker hears once that a member asks, not who', async () => {
    const { groupId, clients } = await circle(app);
    const [asker, helper, other, bystander] = clients as [TestClient, TestClient, TestClient, TestClient];
    const { id } = await postRequest(asker, groupId, { ...listening, anonymous: true });
    expect(await asker.refusal(askLeave, { id })).toBe('FORBIDDEN');
    expect(await helper.refusal(welcome, { id })).toBe('FORBIDDEN');
    for (const client of [helper, other])
      expect(await client.ask(askLeave, { id })).toMatchObject({ askLeaveToAdvise: { leaveAsked: true } });
    expect(await helper.refusal(askLeave, { id })).toBe('LEAVE_ALREADY_ASKED');

    const leaveAsked = async (client: TestClient) =>
      (
        await client.ask<{ node: { leaveAsked: boolean } }>(
          `query ($id: ID!) { node(id: $id) { ... on SupportRequest { leaveAsked } } }`,
          { id },
        )
      ).node.leaveAsked;
    expect(await leaveAsked(asker)).toBe(true);
    expect(await leaveAsked(bystander)).toBe(false);
    const told = (await notices(asker)).filter(({ kind }) => kind === 'support.leave-asked');
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toMatch(/鈴木|高橋/);
    expect(await kinds(bystander)).toEqual(['support.posted']);

    expect(await asker.ask(welcome, { id })).toMatchObject({
      welcomeAdvice: { adviceWaits: false, adviceWelcome: true, viewerCan: { welcomeAdvice: false } },
    });
    await asker.ask(welcome, { id });
    for (const client of [helper, other])
      expect((await kinds(client)).filter((kind) => kind === 'support.advice-welcomed')).toHaveLength(1);
    expect(await kinds(bystander)).toEqual(['support.posted']);
    expect((await seeRequest(helper, id))!.author).toBeNull();
  });

  it('is no longer a question once the request has ended', async () => {
    const { groupId, clients } = await circle(app, 2);
    const { id } = await postRequest(clients[0]!, groupId, listening);
    await clients[0]!.ask(`mutation ($id: ID!) { withdrawSupportRequest(requestId: $id) { id } }`, { id });
    expect(await clients[0]!.refusal(welcome, { id })).toBe('REQUEST_CLOSED');
    expect(await clients[1]!.refusal(askLeave, { id })).toBe('REQUEST_CLOSED');
  });

  it('knows nothing of it who does not read the request', async () => {
    const here = await circle(app);
    const { id } = await postRequest(here.clients[0]!, here.groupId, listening);
    for (const stranger of await outsiders(app, here))
      for (const act of [welcome, askLeave]) expect(await stranger.refusal(act, { id })).toBe('NOT_FOUND');
  });
});
