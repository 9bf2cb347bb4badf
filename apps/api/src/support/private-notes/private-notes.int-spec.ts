import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { publicId } from '@yoriai/domain/kernel';
import { Live } from '../../platform/live/live.js';
import {
  startApp,
  type TestApp,
  type TestClient,
  type TestMember,
} from '../../platform/testing/start-app.js';
import { notesTopic } from './push-private-note.job.js';
import { circle, postRequest, seeRequest, led, outsiders } from '../requests/support-request.factory.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.stop());

const member = (who: TestMember) => publicId('Member', who.memberId);
const note = `mutation ($input: SendPrivateNoteInput!) { sendPrivateNote(input: $input) { id byAsker body author { id } reader { id } } }`;
const takeBack = `mutation ($id: ID!) { withdrawPrivateNote(noteId: $id) }`;

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

const badBodies = ['', '  ', 'あ'.repeat(10_000), 'a\u0000b'];

describe('a private note', () => {
  it('is read by its two people alone, and answered by the asker', async () => {
    const here = await led(app);
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
    for (const stranger of [mate, ...(await outsiders(app, here))])
      expect(await stranger.ask(`query ($id: ID!) { node(id: $id) { id } }`, { id: sent.id })).toEqual({
        node: null,
      });
    // The thread looks untouched to all others.
    expect((await seeRequest(mate, id))!).toMatchObject({ replyCount: 0, version: 1 });
  });

  it('reaches an unnamed asker, who stays unnamed in the answer', async () => {
    const here = await led(app);
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
    const here = await led(app);
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

  it('is taken back by its author, and gone for both: words, notice and all', async () => {
    const here = await led(app);
    const [facilitator, asker, mate] = here.clients as [TestClient, TestClient, TestClient];
    const { id } = await postRequest(asker, here.groupId, { anonymous: true });
    const sent = await sendNote(facilitator, id, { body: '書きすぎました' });
    const answer = await sendNote(asker, id, { toMemberId: member(here.members[0]!), body: '私こそ' });
    expect(await kinds(asker)).toContain('support.note');
    for (const stranger of [mate, ...(await outsiders(app, here))])
      expect(await stranger.refusal(takeBack, { id: sent.id })).toBe('NOT_FOUND');
    for (const [client, other] of [
      [asker, sent],
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
    await facilitator.ask(takeBack, { id: sent.id });
    expect(await facilitator.refusal(takeBack, { id: sent.id })).toBe('NOT_FOUND');
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
    for (const stranger of await outsiders(app, here))
      expect(await stranger.refusal(note, { input: { requestId: id, body: 'はい' } })).toBe('NOT_FOUND');
    expect(await notesOf(asker, id)).toEqual([]);
    const once = { body: '👍 大丈夫', idempotencyKey: 'k' };
    const [first, second] = await Promise.all([sendNote(mate, id, once), sendNote(mate, id, once)]);
    expect(second!.id).toBe(first!.id);
    expect(await notesOf(asker, id)).toMatchObject([{ body: '👍 大丈夫' }]);
  });
});
