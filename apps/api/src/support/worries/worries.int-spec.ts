import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import {
  startApp,
  type TestApp,
  type TestClient,
  type TestMember,
} from '../../platform/testing/start-app.js';
import { postRequest, led, outsiders } from '../requests/support-request.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const member = (who: TestMember) => publicId('Member', who.memberId);
const listening = { type: 'EMOTIONAL', wanted: 'LISTEN' };
const replyWith = `mutation ($id: ID!, $gives: SupportType) {
  replyToSupportRequest(input: { requestId: $id, body: "どうですか", gives: $gives }) { id } }`;
const worry = `mutation ($input: TellOfWorryInput!) { tellOfWorry(input: $input) }`;
const worriesOf = async (client: TestClient, id: string) => {
  const { node } = await client.ask<{ node: { worries: { note: string | null; replyId: string | null }[] } }>(
    `query ($id: ID!) { node(id: $id) { ... on SupportRequest { worries { note replyId } } } }`,
    { id },
  );
  return node.worries;
};
const notices = async (client: TestClient) => {
  await app.drain();
  const { notifications } = await client.ask<{
    notifications: { edges: { node: { kind: string; title: string; body: string } }[] };
  }>(`{ notifications(first: 50) { edges { node { kind title body } } } }`);
  return notifications.edges.map(({ node }) => node);
};
const kinds = async (client: TestClient) => (await notices(client)).map(({ kind }) => kind);

describe('この人が心配', () => {
  it('reaches the facilitators alone, without the name of who told', async () => {
    const here = await led(app);
    const [facilitator, asker, teller, mate] = here.clients as TestClient[] as [
      TestClient,
      TestClient,
      TestClient,
      TestClient,
    ];
    const { id } = await postRequest(asker, here.groupId, listening);
    await teller.ask(worry, { input: { requestId: id, note: '声に元気がありません' } });
    expect(await worriesOf(facilitator, id)).toEqual([{ note: '声に元気がありません', replyId: null }]);
    for (const client of [asker, teller, mate]) expect(await worriesOf(client, id)).toEqual([]);
    const told = (await notices(facilitator)).filter(({ kind }) => kind === 'support.worry');
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain('高橋');
    for (const client of [asker, teller, mate]) expect(await kinds(client)).not.toContain('support.worry');
    const traces = await app.sql<{ trace: string }>(
      `select row_to_json(w)::text as trace from support_worry w where request_id = $1
       union all select row_to_json(e)::text from domain_event e where name = 'support.worry-told' and ids ->> 'requestId' = $2`,
      [id.slice(4), id.slice(4)],
    );
    expect(traces).toHaveLength(2);
    expect(JSON.stringify(traces)).not.toContain(here.members[2]!.memberId);
    // Nothing is blocked.
    await asker.ask(replyWith, { id, gives: null });
  });

  it('never reaches a facilitator about themselves', async () => {
    const here = await led(app);
    const [facilitator, asker, teller] = here.clients as [TestClient, TestClient, TestClient];
    const theirs = await postRequest(facilitator, here.groupId);
    expect(await teller.refusal(worry, { input: { requestId: theirs.id } })).toBe('NOBODY_TO_TELL');
    const { id } = await postRequest(asker, here.groupId);
    const { replyToSupportRequest: reply } = await facilitator.ask<{ replyToSupportRequest: { id: string } }>(
      replyWith,
      { id, gives: null },
    );
    expect(await teller.refusal(worry, { input: { requestId: id, replyId: reply.id } })).toBe(
      'NOBODY_TO_TELL',
    );
    await app.sql(
      `update group_membership set role = 'FACILITATOR' where tenant_id = $1 and member_id = $2`,
      [here.tenant.id, here.members[3]!.memberId],
    );
    await teller.ask(worry, { input: { requestId: id, replyId: reply.id } });
    expect(await worriesOf(here.clients[3]!, id)).toEqual([{ note: null, replyId: reply.id }]);
    expect(await worriesOf(facilitator, id)).toEqual([]);
  });

  it('about an unnamed asker goes to every facilitator, so that no gap says who it is', async () => {
    const here = await led(app);
    const [facilitator, , teller] = here.clients as [TestClient, TestClient, TestClient];
    const { id } = await postRequest(facilitator, here.groupId, { anonymous: true });
    await teller.ask(worry, { input: { requestId: id, note: 'お休みできていますか' } });
    expect(await worriesOf(facilitator, id)).toHaveLength(1);
  });

  it('is not for oneself, not for strangers, and not a way to show a request to a facilitator who does not read it', async () => {
    const here = await led(app);
    const [facilitator, asker, teller] = here.clients as [TestClient, TestClient, TestClient];
    const { id } = await postRequest(asker, here.groupId);
    expect(await asker.refusal(worry, { input: { requestId: id } })).toBe('FORBIDDEN');
    const { replyToSupportRequest: own } = await teller.ask<{ replyToSupportRequest: { id: string } }>(
      replyWith,
      { id, gives: null },
    );
    expect(await teller.refusal(worry, { input: { requestId: id, replyId: own.id } })).toBe('FORBIDDEN');
    for (const stranger of await outsiders(app, here))
      expect(await stranger.refusal(worry, { input: { requestId: id } })).toBe('NOT_FOUND');
    const other = await postRequest(asker, here.groupId);
    expect(await teller.refusal(worry, { input: { requestId: other.id, replyId: own.id } })).toBe(
      'NOT_FOUND',
    );
    const chosen = await postRequest(asker, here.groupId, {
      audience: 'CHOSEN',
      chosenMemberIds: [member(here.members[2]!)],
    });
    expect(await teller.refusal(worry, { input: { requestId: chosen.id } })).toBe('NOBODY_TO_TELL');
    for (const long of ['あ'.repeat(10_000), 'a\u0000b'])
      expect(await teller.refusal(worry, { input: { requestId: id, note: long } })).toBe('BAD_USER_INPUT');
    expect(await worriesOf(facilitator, id)).toEqual([]);
  });
});
