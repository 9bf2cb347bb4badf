import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { publicId, type GroupId } from '@yoriai/domain/kernel';
import { Live } from '../../platform/live/live.js';
import {
  startApp,
  type TestApp,
  type TestClient,
  type TestMember,
} from '../../platform/testing/start-app.js';
import { notesTopic } from './push-private-note.job.js';
import { circle, postRequest, seeRequest, type Circle } from '../requests/support-request.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const member = (who: TestMember) => publicId('Member', who.memberId);
const listening = { type: 'EMOTIONAL', wanted: 'LISTEN' };
const replyWith = `mutation ($id: ID!, $gives: SupportType) {
  replyToSupportRequest(input: { requestId: $id, body: "どうですか", gives: $gives }) { id } }`;
const welcome = `mutation ($id: ID!) { welcomeAdvice(requestId: $id) { adviceWaits adviceWelcome viewerCan { welcomeAdvice } } }`;
const askLeave = `mutation ($id: ID!) { askLeaveToAdvise(requestId: $id) { leaveAsked viewerCan { askLeave } } }`;
const note = `mutation ($input: SendPrivateNoteInput!) { sendPrivateNote(input: $input) { id byAsker body author { id } reader { id } } }`;
const takeBack = `mutation ($id: ID!) { withdrawPrivateNote(noteId: $id) }`;
const worry = `mutation ($input: TellOfWorryInput!) { tellOfWorry(input: $input) }`;
const similar = `query ($text: String!, $groupId: ID) { similarRequests(text: $text, groupId: $groupId) {
  id title status outcome anonymous mine author { id } } }`;

interface Note {
  readonly id: string;
  readonly byAsker: boolean;
  readonly body: string;
  readonly author: { readonly id: string } | null;
  readonly reader: { readonly id: string };
}
const notesOf = async (client: TestClient, id: string): Promise<Note[]> => {
  const { node } = await client.ask<{ node: { privateNotes: { edges: { node: Note }[] } } | null }>(
    `query ($id: ID!) { node(id: $id) { ... on SupportRequest { privateNotes(first: 50) { edges { node { id byAsker body author { id } reader { id } } } } } } }`,
    { id },
  );
  return node?.privateNotes.edges.map((edge) => edge.node) ?? [];
};
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
const sendNote = async (client: TestClient, requestId: string, more: Record<string, unknown> = {}) =>
  (await client.ask<{ sendPrivateNote: Note }>(note, { input: { requestId, body: 'お手紙です', ...more } }))
    .sendPrivateNote;

/** A group whose first member facilitates it. */
async function led(size = 6): Promise<Circle> {
  const here = await circle(app, size);
  await app.sql(`update group_membership set role = 'FACILITATOR' where tenant_id = $1 and member_id = $2`, [
    here.tenant.id,
    here.members[0]!.memberId,
  ]);
  return here;
}

/** A neighbour in the same organisation, the office, and somebody of another organisation. */
async function outsiders(here: Circle): Promise<TestClient[]> {
  const there = await circle(app, 1);
  const neighbour = await app.member(here.tenant, { name: '隣 人' });
  await app.group(here.tenant, [neighbour], '木曜会');
  const office = await app.member(here.tenant, { name: '事務 局', role: 'ADMIN' });
  return [there.clients[0]!, await app.as(neighbour), await app.as(office)];
}
const badBodies = ['', '  ', 'あ'.repeat(10_000), 'a\u0000b'];

describe('advice to somebody who wants to be heard', () => {
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

  it('may be asked for leave once by each; an unnamed asker hears once that somebody asks, not who', async () => {
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
    for (const stranger of await outsiders(here))
      for (const act of [welcome, askLeave]) expect(await stranger.refusal(act, { id })).toBe('NOT_FOUND');
  });
});

describe('a private note', () => {
  it('is read by its two people alone, and answered by the asker', async () => {
    const here = await led();
    const [facilitator, asker, mate] = here.clients as [TestClient, TestClient, TestClient];
    const { id } = await postRequest(asker, here.groupId, { title: '打ち明け話' });
    const sent = await sendNote(facilitator, id, { body: 'あとで電話してもいいですか' });
    expect(sent).toMatchObject({ byAsker: false, author: { id: member(here.members[0]!) } });
    expect(await notesOf(mate, id)).toEqual([]);
    expect(await notesOf(asker, id)).toHaveLength(1);
    const answer = await sendNote(asker, id, { toMemberId: member(here.members[0]!), body: 'お願いします' });
    expect(answer).toMatchObject({ byAsker: true, reader: { id: member(here.members[0]!) } });
    expect((await notesOf(facilitator, id)).map(({ body }) => body)).toEqual([
      'あとで電話してもいいですか',
      'お願いします',
    ]);
    expect(await kinds(facilitator)).toContain('support.note');
    expect(await kinds(asker)).toContain('support.note');
    expect(await kinds(mate)).toEqual(['support.posted']);
    for (const stranger of [mate, ...(await outsiders(here))])
      expect(await stranger.ask(`query ($id: ID!) { node(id: $id) { id } }`, { id: sent.id })).toEqual({
        node: null,
      });
    // The thread looks untouched to everybody else.
    expect((await seeRequest(mate, id))!).toMatchObject({ replyCount: 0, version: 1 });
  });

  it('reaches an unnamed asker, who stays unnamed in the answer', async () => {
    const here = await led();
    const [facilitator, asker, mate] = here.clients as [TestClient, TestClient, TestClient];
    const { id } = await postRequest(asker, here.groupId, { anonymous: true });
    await sendNote(facilitator, id);
    await sendNote(mate, id, { body: 'もう一通' });
    expect((await notices(asker)).filter(({ kind }) => kind === 'support.note')).toHaveLength(2);
    await sendNote(asker, id, { toMemberId: member(here.members[0]!) });
    expect((await notesOf(facilitator, id)).map(({ author }) => author?.id ?? null)).toEqual([
      member(here.members[0]!),
      null,
    ]);
    expect(await notesOf(mate, id)).toHaveLength(1);
    expect((await notices(facilitator)).find(({ kind }) => kind === 'support.note')!.title).toContain(
      '相談した人',
    );
    const traces = await app.sql<{ trace: string }>(
      `select row_to_json(n)::text as trace from private_note n where request_id = $1 and reader_id <> $2
       union all select row_to_json(e)::text from domain_event e where name = 'support.note-sent' and ids ->> 'requestId' = $3
       union all select row_to_json(a)::text from audit_entry a where name = 'support.note-sent' and ids ->> 'requestId' = $3`,
      [id.slice(4), here.members[1]!.memberId, id.slice(4)],
    );
    expect(traces.length).toBeGreaterThan(6);
    expect(traces.filter(({ trace }) => trace.includes(here.members[1]!.memberId))).toEqual([]);
  });

  it('is not a way for the asker to approach people from behind a request', async () => {
    const here = await led();
    const [, asker, mate] = here.clients as [TestClient, TestClient, TestClient];
    const { id } = await postRequest(asker, here.groupId, { anonymous: true });
    const to = (toMemberId: string | null) => ({ input: { requestId: id, body: '私です', toMemberId } });
    expect(await asker.refusal(note, to(null))).toBe('BAD_USER_INPUT');
    expect(await asker.refusal(note, to(member(here.members[2]!)))).toBe('NOT_FOUND');
    expect(await mate.refusal(note, to(member(here.members[1]!)))).toBe('BAD_USER_INPUT');
    expect(await app.sql(`select id from private_note where request_id = $1`, [id.slice(4)])).toEqual([]);
  });

  it('may also be written after the end, and is gone with the group one leaves, but for one’s own words', async () => {
    const here = await circle(app);
    const [asker, mate] = here.clients as [TestClient, TestClient];
    const { id } = await postRequest(asker, here.groupId);
    await asker.ask(`mutation ($id: ID!) { withdrawSupportRequest(requestId: $id) { id } }`, { id });
    const own = await sendNote(mate, id);
    const answer = await sendNote(asker, id, { toMemberId: member(here.members[1]!) });
    await mate.ask(`mutation ($g: ID!) { leaveGroup(groupId: $g) }`, { g: publicId('Group', here.groupId) });
    expect(await mate.refusal(takeBack, { id: answer.id })).toBe('FORBIDDEN');
    const seen = async (noteId: string) =>
      (await mate.ask<{ node: unknown }>(`query ($id: ID!) { node(id: $id) { id } }`, { id: noteId })).node;
    expect([await seen(own.id), await seen(answer.id)]).toEqual([{ id: own.id }, null]);
    expect(await mate.refusal(note, { input: { requestId: id, body: 'まだいます' } })).toBe('NOT_FOUND');
    await mate.ask(takeBack, { id: own.id });
    expect((await notesOf(asker, id)).map(({ byAsker }) => byAsker)).toEqual([true]);
  });

  it('is taken back by whoever wrote it, and gone for both: words, notice and all', async () => {
    const here = await led();
    const [facilitator, asker, mate] = here.clients as [TestClient, TestClient, TestClient];
    const { id } = await postRequest(asker, here.groupId, { anonymous: true });
    const letter = await sendNote(facilitator, id, { body: '書きすぎました' });
    const answer = await sendNote(asker, id, { toMemberId: member(here.members[0]!), body: '私こそ' });
    expect(await kinds(asker)).toContain('support.note');
    for (const stranger of [mate, ...(await outsiders(here))])
      expect(await stranger.refusal(takeBack, { id: letter.id })).toBe('NOT_FOUND');
    for (const [client, other] of [
      [asker, letter],
      [facilitator, answer],
    ] as const)
      expect(await client.refusal(takeBack, { id: other.id })).toBe('FORBIDDEN');
    for (const nonsense of ['pnt_x', id, "'; drop table private_note; --"])
      expect(await facilitator.refusal(takeBack, { id: nonsense })).toBe('NOT_FOUND');
    expect(await notesOf(asker, id)).toHaveLength(2);

    const live = jest.spyOn(app.application.app.get(Live), 'publish');
    await asker.ask(takeBack, { id: answer.id });
    await app.drain();
    for (const i of [0, 1])
      expect(live).toHaveBeenCalledWith(notesTopic(here.tenant.id, here.members[i]!.memberId), {
        requestId: id.slice(4),
      });
    live.mockRestore();
    expect((await notesOf(facilitator, id)).map(({ body }) => body)).toEqual(['書きすぎました']);
    await facilitator.ask(takeBack, { id: letter.id });
    expect(await facilitator.refusal(takeBack, { id: letter.id })).toBe('NOT_FOUND');
    for (const client of [facilitator, asker]) {
      expect(await notesOf(client, id)).toEqual([]);
      expect(await kinds(client)).not.toContain('support.note');
    }
    const traces = await app.sql<{ actor_id: string | null; ids: Record<string, string> }>(
      `select actor_id, ids from domain_event where tenant_id = $1 and name = 'support.note-withdrawn'`,
      [here.tenant.id],
    );
    expect(traces.map(({ actor_id }) => actor_id)).toEqual([null, null]);
    expect(JSON.stringify(traces)).not.toContain(here.members[1]!.memberId);
    expect(await app.sql(`select from private_note where request_id = $1`, [id.slice(4)])).toEqual([]);
  });

  it('refuses what no form would send, changes nothing, and comes once however often it is sent', async () => {
    const here = await circle(app, 2);
    const [asker, mate] = here.clients as [TestClient, TestClient];
    const { id } = await postRequest(asker, here.groupId);
    for (const body of badBodies)
      expect(await mate.refusal(note, { input: { requestId: id, body } })).toBe('BAD_USER_INPUT');
    for (const stranger of await outsiders(here))
      expect(await stranger.refusal(note, { input: { requestId: id, body: 'はい' } })).toBe('NOT_FOUND');
    expect(await notesOf(asker, id)).toEqual([]);
    const once = { body: '👍 大丈夫', idempotencyKey: 'k' };
    const [first, second] = await Promise.all([sendNote(mate, id, once), sendNote(mate, id, once)]);
    expect(second!.id).toBe(first!.id);
    expect(await notesOf(asker, id)).toMatchObject([{ body: '👍 大丈夫' }]);
  });
});

describe('この人が心配', () => {
  it('reaches the facilitators alone, without the name of who told', async () => {
    const here = await led();
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
    const here = await led();
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

  it('about an unnamed asker goes to every facilitator, so that nobody missing says who it is', async () => {
    const here = await led();
    const [facilitator, , teller] = here.clients as [TestClient, TestClient, TestClient];
    const { id } = await postRequest(facilitator, here.groupId, { anonymous: true });
    await teller.ask(worry, { input: { requestId: id, note: 'お休みできていますか' } });
    expect(await worriesOf(facilitator, id)).toHaveLength(1);
  });

  it('is not for oneself, not for strangers, and not a way to show a request to a facilitator who does not read it', async () => {
    const here = await led();
    const [facilitator, asker, teller] = here.clients as [TestClient, TestClient, TestClient];
    const { id } = await postRequest(asker, here.groupId);
    expect(await asker.refusal(worry, { input: { requestId: id } })).toBe('FORBIDDEN');
    const { replyToSupportRequest: own } = await teller.ask<{ replyToSupportRequest: { id: string } }>(
      replyWith,
      { id, gives: null },
    );
    expect(await teller.refusal(worry, { input: { requestId: id, replyId: own.id } })).toBe('FORBIDDEN');
    for (const stranger of await outsiders(here))
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
    for (const stranger of [here.clients[2]!, ...(await outsiders(here))])
      expect(await find(stranger, '従業員の離職について')).toEqual([]);
    for (const stranger of (await outsiders(here)).slice(0, 2))
      expect(
        await stranger.refusal(similar, { text: '従業員の離職', groupId: publicId('Group', here.groupId) }),
      ).toBe('NOT_FOUND');
  });

  it('are the same for the unnamed author as for everybody else', async () => {
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

  it('refuse what nobody writes', async () => {
    const { clients } = await circle(app, 1);
    for (const text of ['あ'.repeat(10_000), 'a\u0000b'])
      expect(await clients[0]!.refusal(similar, { text })).toBe('BAD_USER_INPUT');
    expect(await find(clients[0]!, `😀 ${'資金繰り'.repeat(500)} % _ \\`)).toEqual([]);
  });
});
